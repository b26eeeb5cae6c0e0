import { readFileSync } from 'node:fs';
import { type NewPaper, type PaperCheck, recordCheck, storeEvidence } from './evidence.js';

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../proto/evidence/v1/samples/${name}.json`, import.meta.url), 'utf8'));

const paper: NewPaper = {
  id: '019a9f2c-5c00-7a11-8b22-334455667788',
  subject: { type: 'assignment', id: '2024:1.1.2:akimat-kostanay-auliekol:2026' },
  subjectKey: 'assignment/2024:1.1.2:akimat-kostanay-auliekol:2026',
  number: 1,
  edition: '2024',
  subtaskCode: '1.1.2',
  secrecy: 'none',
  organisationId: 'akimat-kostanay-auliekol',
  scope: ['akimat-kostanay-auliekol', 'akimat-kostanay', 'agency'],
  fileName: 'Бұйрық № 125-ө.pdf',
  mediaType: 'application/pdf',
  size: 183_044,
  sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  pageCount: 2,
  uploadedBy: { id: 'a19a9000-0000-4000-8000-000000000010', name: 'Асқар Төлеубаев' },
  uploadedFrom: 'akimat-kostanay-auliekol',
  storedAt: new Date('2026-10-12T05:00:00Z'),
};
const now = new Date('2026-10-12T05:00:08Z');
const read: PaperCheck = {
  verdict: 'person',
  kind: 'order',
  number: '125-ө',
  date: '2026-10-09',
  language: 'kk',
  signatory: 'А.Б. Сериков',
  milliseconds: 4_200,
  findings: [
    { code: 'kind', outcome: 'passed', page: 1, box: [0.4, 0.1, 0.6, 0.12], data: { kind: 'order' } },
    { code: 'signature_unsure', outcome: 'person', page: 2, box: null, data: { name: 'А.Б. Сериков' } },
  ],
  pages: [{ page: 1, width: 1240, height: 1754, blank: false, rotation: 0 }],
};

describe('storing evidence', () => {
  it('tells it and asks the machine to read it, in one decision', () => {
    const { next, events } = storeEvidence(paper);
    expect(next).toEqual({ ...paper, state: 'waiting', check: null });
    expect(events).toEqual([sample('EvidenceStored'), sample('CheckRequested')]);
  });

  it.each(['restricted', 'tax'])('of something secret (%s) tells no file name', (secrecy) => {
    const { next, events } = storeEvidence({ ...paper, secrecy });
    expect(next.fileName).toBe(paper.fileName);
    expect(events[0]).toMatchObject({ payload: { secrecy } });
    expect(events[0]?.payload).not.toHaveProperty('fileName');
  });
});

describe('what the machine says about a paper', () => {
  const waiting = storeEvidence(paper).next;

  it('is kept and told', () => {
    const decision = recordCheck(waiting, read, now);
    expect(decision).toEqual({
      next: { ...waiting, state: 'checked', check: { ...read, checkedAt: now } },
      events: [sample('EvidenceChecked')],
    });
  });

  it('of something secret is told without the findings', () => {
    const decision = recordCheck({ ...waiting, secrecy: 'tax' }, read, now)!;
    expect(decision.next.check?.findings).toEqual(read.findings);
    expect(decision.events).toMatchObject([{ payload: { secrecy: 'tax', verdict: 'person' } }]);
    expect(decision.events[0]?.payload).not.toHaveProperty('findings');
  });

  it('is kept once: a second reading changes nothing', () => {
    const checked = recordCheck(waiting, read, now)?.next;
    expect(checked && recordCheck(checked, read, now)).toBeUndefined();
  });

  it('is «a person», never «failed», when it cannot read', () => {
    const decision = recordCheck(waiting, null, now);
    expect(decision?.next).toMatchObject({ state: 'unreadable', check: { verdict: 'person', findings: [{ code: 'unreadable', outcome: 'person' }] } });
    expect(decision?.events).toMatchObject([{ payload: { verdict: 'person', findings: [{ code: 'unreadable', outcome: 'person' }] } }]);
  });
});
