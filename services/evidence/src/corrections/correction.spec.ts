import { readFileSync } from 'node:fs';
import type { Actor, Membership } from '@aigaq/kernel';
import type { Evidence, PaperCheck } from '../documents/evidence.js';
import { correctField, mayCorrect, newestOf } from './correction.js';
import { examplesOf } from './example.view.js';
import { fieldsOf } from './field.js';

const sample: unknown = JSON.parse(
  readFileSync(new URL('../../../../proto/evidence/v1/samples/EvidenceFieldCorrected.json', import.meta.url), 'utf8'),
);

const check: PaperCheck & { checkedAt: Date } = {
  ...{ verdict: 'failed', kind: 'order', number: '125-ө', date: '2026-10-09', language: 'kk', signatory: 'А.Б. Сериков', milliseconds: 2_000 },
  findings: [
    { code: 'number', outcome: 'note', page: 1, box: [0.1, 0.2, 0.3, 0.22], data: { number: '125-ө' } },
    { code: 'unsigned', outcome: 'failed', page: 2, box: [0.1, 0.7, 0.9, 0.8], data: { name: 'А.Б. Сериков', position: 'Аким', own: '0.31', colour: '0.02' } },
  ],
  pages: [1, 2].map((page) => ({ page, width: 1240, height: 1754, blank: false, rotation: 0 })),
  detail: {
    expected: {
      ...{ kinds: ['order'], approval: 'none', stamp: 'required' },
      signatories: [
        { name: 'А.Б. Сериков', position: 'Аким', role: 'head', from: '2020-01-01' },
        { name: 'Д.Е. Бұрынғы', position: 'Аким', role: 'head', from: '2015-01-01', until: '2019-12-31' },
      ],
    },
    blocks: [{ role: 'end', page: 2, box: [0.1, 0.7, 0.9, 0.8], position: 'Аким', name: 'А.Б. Сериков', signed: false, inkBox: null }],
    marks: [{ type: 'signature', page: 2, box: [0.4, 0.7, 0.5, 0.75], confidence: 0.62 }],
  },
  checkedAt: new Date('2026-10-12T05:00:08Z'),
};

const paper = {
  ...{ id: '019a9f2c-5c00-7a11-8b22-334455667788', subject: { type: 'assignment', id: '2024:1.1.2:akimat-kostanay-auliekol:2026' } },
  ...{ organisationId: 'akimat-kostanay-auliekol', mediaType: 'application/pdf', pageCount: 2, state: 'checked', check, secrecy: 'none' },
  sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  uploadedBy: { id: 'a19a9000-0000-4000-8000-000000000010', name: 'Асқар Төлеубаев' },
} as unknown as Evidence;

const person = (id: string, ...memberships: Membership[]): Actor => ({ id, name: 'Гүлнар Оспанова', memberships });
const region: Membership = { organisationId: 'akimat-kostanay', role: 'coordinator' };
const district: Membership = { organisationId: 'akimat-kostanay-auliekol', role: 'executor' };
const coordinator = person('a19a9000-0000-4000-8000-000000000007', region);
const curator = person('curator', { organisationId: 'agency', role: 'curator' });
const facts = { reviewingIds: ['akimat-kostanay', 'agency'], now: new Date('2026-10-12T06:00:00Z') };
const asked = { field: 'number', value: '126-ө', revision: 0 };
const corrected = (evidence: Evidence, by: Actor, what: object = {}): Evidence => correctField(evidence, by, { ...asked, ...what }, facts)?.next ?? evidence;

describe('what a reviewer says of a field', () => {
  it('is kept beside what the machine said, and told', () => {
    const decision = correctField(paper, coordinator, asked, facts);
    expect(decision?.events).toEqual([sample]);
    expect(decision?.next).toEqual({
      ...paper,
      correctedAt: facts.now,
      corrections: [
        {
          ...{ field: 'number', revision: 1, machineValue: '125-ө', value: '126-ө', isConfirmation: false, at: facts.now },
          by: { id: coordinator.id, name: coordinator.name },
        },
      ],
    });
  });

  it.each([
    ['number', '125-ө', true],
    ['kind', 'order', true],
    ['kind', '', false],
    ['date', '2026-10-09', true],
    ['approval', 'no', true],
    ['signatory.0', 'А.Б. Сериков', true],
    ['signed.0', 'yes', false],
    ['stamp', 'no', true],
    ['electronic', 'yes', false],
    ['mark.0', 'right', true],
    ['mark.0', 'wrong', false],
  ])('%s = %j is a confirmation: %s', (field, value, isConfirmation) => {
    expect(corrected(paper, curator, { field, value }).corrections).toMatchObject([{ field, value, isConfirmation }]);
  });

  it('said twice is kept once', () => {
    const once = corrected(paper, coordinator);
    expect(correctField(once, coordinator, asked, facts)).toBeUndefined();
    expect(correctField(once, coordinator, { ...asked, revision: 1 }, facts)).toBeUndefined();
  });

  it('is replaced by a later word, and stays in the record', () => {
    const twice = corrected(corrected(paper, coordinator), curator, { value: '127-ө', revision: 1 });
    expect(twice.corrections?.map(({ value, revision }) => [value, revision])).toEqual([['126-ө', 1], ['127-ө', 2]]);
    expect(newestOf(twice.corrections).get('number')).toMatchObject({ value: '127-ө', by: { id: 'curator' } });
  });

  it.each<[string, Actor, object, string]>([
    ['from somebody who only hands in', person('x', district), {}, 'correction.own_paper'],
    ['from who uploaded it', person(paper.uploadedBy.id, region), {}, 'correction.own_paper'],
    ['from who also works in the body whose paper it is', person('x', region, district), {}, 'correction.own_paper'],
    ['from a head above', person('x', { organisationId: 'akimat-kostanay', role: 'head' }), {}, 'correction.not_reviewer'],
    ['from a coordinator elsewhere', person('x', { organisationId: 'akimat-abay', role: 'coordinator' }), {}, 'correction.not_reviewer'],
    ['on a field that is not there', coordinator, { field: 'signed.7', value: 'yes' }, 'correction.unknown_field'],
    ['on the number of pages', coordinator, { field: 'pages', value: '3' }, 'correction.unknown_field'],
    ['with a kind that nobody knows', coordinator, { field: 'kind', value: 'poem' }, 'correction.wrong_value'],
    ['with a day that does not exist', coordinator, { field: 'date', value: '2026-02-30' }, 'correction.wrong_value'],
    ['with a number that is a text', coordinator, { value: 'x'.repeat(61) }, 'correction.wrong_value'],
    ['with something that is neither yes nor no', coordinator, { field: 'signed.0', value: 'maybe' }, 'correction.wrong_value'],
    ['with something that is neither right nor wrong', coordinator, { field: 'mark.0', value: 'yes' }, 'correction.wrong_value'],
    ['on another state than the one that was seen', coordinator, { revision: 3 }, 'correction.changed'],
  ])('is refused %s', (_case, by, what, code) => {
    expect(() => correctField(paper, by, { ...asked, ...what }, facts)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused before the paper is read, and after hundreds of words on it', () => {
    const waiting: Evidence = { ...paper, state: 'waiting', check: null };
    expect(() => correctField(waiting, coordinator, asked, facts)).toThrow(expect.objectContaining({ code: 'correction.not_read' }));
    const [one] = corrected(paper, curator).corrections ?? [];
    const full: Evidence = { ...paper, corrections: Array.from({ length: 500 }, () => ({ ...one!, field: 'kind' })) };
    expect(() => correctField(full, coordinator, asked, facts)).toThrow(expect.objectContaining({ code: 'correction.too_many' }));
  });

  it('is offered to those from whom it is taken', () => {
    const offered = [coordinator, curator, person(paper.uploadedBy.id, region), person('x', district)].map((by) => mayCorrect(paper, by, facts.reviewingIds));
    expect(offered).toEqual([true, true, false, false]);
  });
});

describe('the fields of a paper', () => {
  it('say what was expected beside what was found, and on what that rests', () => {
    const fields = new Map(fieldsOf(paper).map((field) => [field.key, field]));
    expect([...fields.keys()]).toEqual(
      ['kind', 'number', 'date', 'approval', 'signatory.0', 'position.0', 'signed.0', 'stamp', 'electronic', 'pages', 'mark.0'],
    );
    expect(fields.get('kind')).toMatchObject({ expected: ['order'], found: 'order' });
    expect(fields.get('number')).toMatchObject({ found: '125-ө', page: 1, box: [0.1, 0.2, 0.3, 0.22] });
    expect(fields.get('signatory.0')).toMatchObject({ expected: ['А.Б. Сериков'], found: 'А.Б. Сериков', page: 2 });
    expect(fields.get('signed.0')).toMatchObject({ expected: ['yes'], found: 'no', outcome: 'failed', confidence: 0.31, measured: { own: '0.31', colour: '0.02' } });
    expect(fields.get('stamp')).toMatchObject({ expected: ['required'], found: 'no' });
    expect(fields.get('mark.0')).toMatchObject({ found: 'right', role: 'signature', confidence: 0.62 });
  });

  it('are there for the person when the machine found nothing, or could not read', () => {
    const { detail: _, ...bare } = check;
    const unread = { ...bare, kind: null, number: null, date: null, signatory: null, findings: [] };
    expect(fieldsOf({ check: unread, pageCount: 1 }).map(({ key, found }) => [key, found])).toEqual([
      ...['kind', 'number', 'date', 'approval', 'signatory.0', 'position.0', 'signed.0', 'stamp', 'electronic'].map((key) => [key, null]),
      ['pages', '1'],
    ]);
    expect(fieldsOf({ check: null, pageCount: 1 })).toEqual([]);
  });
});

describe('examples for measuring the reader', () => {
  it('have machine and person side by side, the newest word only, and no person of ours', () => {
    const twice = corrected(corrected(paper, coordinator, { field: 'signed.0', value: 'no' }), curator, { field: 'signed.0', value: 'yes', revision: 1 });
    expect(examplesOf(twice)).toEqual([
      {
        ...{ sha256: paper.sha256, type: 'application/pdf', page: 2, width: 1240, height: 1754, box: [0.1, 0.7, 0.9, 0.8], field: 'signed.0', role: 'end' },
        ...{ machineValue: 'no', confidence: 0.31, measured: { own: '0.31', colour: '0.02' }, value: 'yes', isConfirmation: false, revision: 2 },
        correctedAt: facts.now.toISOString(),
      },
    ]);
  });
});
