import { readFileSync } from 'node:fs';
import { finalRefusal } from './upload.errors.js';
import { closeUpload, differenceOf, paperOf, rejectUpload, type Upload } from './upload.js';

const rejected: unknown = JSON.parse(
  readFileSync(new URL('../../../../proto/evidence/v1/samples/EvidenceRejected.json', import.meta.url), 'utf8'),
);
const now = new Date('2026-10-12T05:00:00Z');
const upload: Upload = {
  id: '019a9f2c-5c00-7a11-8b22-000000000001',
  evidenceId: '019a9f2c-5c00-7a11-8b22-334455667788',
  subject: { type: 'assignment', id: '2024:1.1.2:akimat-kostanay-auliekol:2026' },
  edition: '2024',
  subtaskCode: '1.1.2',
  secrecy: 'none',
  organisationId: 'akimat-kostanay-auliekol',
  scope: ['akimat-kostanay-auliekol'],
  key: '019a9f2c-5c00-7a11-8b22-000000000001',
  fileName: 'order.pdf',
  mediaType: 'application/pdf',
  size: 100,
  sha256: null,
  further: [],
  uploadedBy: { id: 'a19a9000-0000-4000-8000-000000000010', name: 'Асқар Төлеубаев' },
  state: 'open',
  refusal: null,
  refusedFile: null,
  startedAt: now,
  expiresAt: now,
};

describe('an upload', () => {
  it('that is refused is told once, with the reason', () => {
    const decision = rejectUpload(upload, 'file.encrypted', now);
    expect(decision).toEqual({ next: { ...upload, state: 'rejected', refusal: 'file.encrypted', refusedFile: null }, events: [rejected] });
    expect(decision && rejectUpload(decision.next, 'file.broken', now)).toBeUndefined();
  });

  it('that became evidence is neither refused nor closed again', () => {
    const stored = closeUpload(upload)?.next;
    expect(stored).toEqual({ ...upload, state: 'stored' });
    expect(stored && [closeUpload(stored), rejectUpload(stored, 'file.empty', now)]).toEqual([undefined, undefined]);
  });

  it('becomes a paper with the id that was fixed at its beginning and the size and hash that we found', () => {
    expect(paperOf(upload, [{ size: 100, sha256: 'ab', pages: 3 }], 2, now)).toMatchObject({
      ...{ id: upload.evidenceId, number: 2, size: 100, sha256: 'ab', pageCount: 3, storedAt: now },
      subjectKey: 'assignment/2024:1.1.2:akimat-kostanay-auliekol:2026',
    });
  });
});

describe('what was announced and what came', () => {
  it.each([
    ['the same', 100, 'ab', undefined],
    ['no hash announced', 100, null, undefined],
    ['another size', 101, 'ab', 'wrong_size'],
    ['another hash', 100, 'cd', 'wrong_hash'],
  ] as const)('%s', (_case, size, sha256, difference) =>
    expect(differenceOf({ size, sha256 }, { size: 100, sha256: 'ab', pages: 1 })).toBe(difference),
  );
});

describe('refusals that end an upload', () => {
  it.each(['file.empty', 'file.encrypted', 'upload.wrong_size', 'upload.wrong_hash'])('%s', (code) =>
    expect(finalRefusal(code)).toMatchObject({ kind: 'invalid', code }),
  );
  it.each(['upload.not_received', 'store.changed', 'reading.unavailable'])('%s does not: completing again may succeed', (code) =>
    expect(finalRefusal(code)).toBeUndefined(),
  );
});
