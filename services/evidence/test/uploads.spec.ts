import { jest } from '@jest/globals';
import { EvidenceStoredSchema } from '@aigaq/contracts';
import { storeErrors } from '@aigaq/storage';
import { PEOPLE, type TestPerson } from '@aigaq/testing';
import { SweeperService } from '../src/uploads/sweeper.service.js';
import { type Announced, ASSIGNMENT, COMPLIANCE_DOCUMENT, House, NOW, sha256 } from './house.js';
import { plainPdf } from './papers.js';

let house: House;
let pdf: Buffer;
beforeAll(async () => {
  house = await House.open();
  pdf = await plainPdf(2);
}, 180_000);
afterAll(() => house.close());

describe('uploading evidence', () => {
  it('puts the file into the vault under our own hash, tells it and asks for a check', async () => {
    const { status, body } = await house.upload(pdf, { fileName: 'Бұйрық № 7.pdf', sha256: sha256(pdf) });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        subject: { type: 'assignment', id: ASSIGNMENT },
        organisationId: 'akimat-kostanay-auliekol',
        secrecy: 'none',
        fileName: 'Бұйрық № 7.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: sha256(pdf),
        files: [{ fileName: 'Бұйрық № 7.pdf', mediaType: 'application/pdf', size: pdf.length, sha256: sha256(pdf), pageCount: 2 }],
        version: 1,
        uploadedBy: { id: PEOPLE.executor.id, name: PEOPLE.executor.name },
        uploadedFor: expect.objectContaining({ id: 'akimat-kostanay-auliekol' }),
        uploadedFrom: { id: 'akimat-kostanay-auliekol', kind: 'akimat-district', name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' } },
        storedAt: new Date(NOW).toISOString(),
        pageCount: 2,
        state: 'waiting',
        copy: 'making',
        fields: [],
        corrections: [],
        mayCorrect: false,
        preliminary: null,
        rechecks: [],
        check: null,
      },
    });
    expect(await house.filesIn('quarantine')).toEqual([]);
    const stored = await house.service.eventually(() => {
      const [told] = house.service.told(EvidenceStoredSchema).filter(({ evidenceId }) => evidenceId === body.id);
      expect(told).toBeDefined();
      return told;
    });
    expect(stored).toMatchObject({ sha256: sha256(pdf), size: BigInt(pdf.length), uploadedById: PEOPLE.executor.id });
    await house.service.eventually(() => {
      const asked = house.service.toldEvents().filter(({ type, key }) => type.endsWith('CheckRequested') && key === body.id);
      expect(asked).toHaveLength(1);
    });
  });

  it('makes exactly one evidence, however often and side by side it is completed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const paper = await plainPdf(1, `side by side ${round}`);
      const { body: upload } = await house.announce(paper);
      await house.post(upload, paper);
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => house.complete(upload.id)));
      answers.push(await house.complete(upload.id));
      expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(201));
      expect(new Set(answers.map(({ body }) => `${body.id} ${body.version}`)).size).toBe(1);
    }
  });

  it('numbers papers of one subject without a gap, also when they come side by side; the same file may come again', async () => {
    const subject = { type: 'compliance-document', id: COMPLIANCE_DOCUMENT };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.upload(pdf, { subject }, PEOPLE.compliance)));
    expect(answers.map(({ body }) => body.version).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(5);
    const url = `/api/evidence/documents?subjectType=compliance-document&subjectId=${COMPLIANCE_DOCUMENT}`;
    const { body: first } = await house.service.as(PEOPLE.compliance).get(`${url}&limit=3`);
    expect(first.items.map(({ version }: { version: number }) => version)).toEqual([5, 4, 3]);
    const { body: second } = await house.service.as(PEOPLE.compliance).get(`${url}&limit=3&cursor=${first.nextCursor}`);
    expect(second.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('goes on after a crash between the vault and the record', async () => {
    const other = await plainPdf(1, 'crash');
    const { body: upload } = await house.announce(other);
    await house.post(upload, other);
    await house.store.promote({ key: upload.id, vaultKey: sha256(other), retainUntil: new Date('2031-01-01') });
    expect(await house.complete(upload.id)).toMatchObject({ status: 201, body: { sha256: sha256(other) } });
  });

  it.each([
    ['it is locked away', 'promote'],
    ['quarantine is cleared', 'remove'],
    ['it is read', 'read'],
  ] as const)('is completed by trying again when the store goes away while %s; still there is one paper', async (_case, step) => {
    const other = await plainPdf(1, `outage at ${step}`);
    const { body: upload } = await house.announce(other);
    await house.post(upload, other);
    const outage = jest.spyOn(house.store, step).mockRejectedValueOnce(storeErrors.unavailable());
    expect(await house.complete(upload.id)).toMatchObject({ status: 503, body: { code: 'store.unavailable' } });
    outage.mockRestore();
    const { status, body } = await house.complete(upload.id);
    expect(status).toBe(201);
    const { body: list } = await house.service.as(PEOPLE.executor).get(`/api/evidence/documents?subjectType=assignment&subjectId=${ASSIGNMENT}`);
    expect(list.items.filter(({ sha256: hash }: { sha256: string }) => hash === sha256(other))).toMatchObject([{ id: body.id }]);
    await house.service.eventually(() => expect(house.service.told(EvidenceStoredSchema).filter(({ evidenceId }) => evidenceId === body.id)).toHaveLength(1));
    expect(await house.filesIn('quarantine')).toEqual([]);
  });

  const OF_ENTITY = { subject: { type: 'compliance-document', id: COMPLIANCE_DOCUMENT } };
  const DISTRICT = 'akimat-kostanay-auliekol';
  const ENTITY = 'qs-980140900002';

  it.each<[string, TestPerson, Announced, string, string]>([
    ['an executor of the body', PEOPLE.executor, {}, DISTRICT, DISTRICT],
    ['the superior coordinator', PEOPLE.coordinator, {}, DISTRICT, 'akimat-kostanay'],
    ['somebody of both', PEOPLE.both, {}, DISTRICT, DISTRICT],
    ['the compliance officer of the entity', PEOPLE.compliance, OF_ENTITY, ENTITY, ENTITY],
    ['its supervising body', PEOPLE.coordinator, OF_ENTITY, ENTITY, 'akimat-kostanay'],
    ['its other supervising body', PEOPLE.ministryCoordinator, OF_ENTITY, ENTITY, 'cgo-mf'],
  ])('by %s is on record with both bodies', async (_, person, announced, of, from) => {
    const { status, body } = await house.upload(pdf, announced, person);
    expect(status).toBe(201);
    expect(body).toMatchObject({ organisationId: of, uploadedBy: { id: person.id }, uploadedFor: { id: of }, uploadedFrom: { id: from } });
    await house.service.eventually(() =>
      expect(house.service.told(EvidenceStoredSchema).find(({ evidenceId }) => evidenceId === body.id)).toMatchObject({
        organisationId: of,
        uploadedFromOrganisationId: from,
        uploadedById: person.id,
      }),
    );
  });

  it.each<[string, TestPerson, Announced]>([
    ['a sibling', PEOPLE.compliance2, OF_ENTITY],
    ['a foreign body', PEOPLE.stranger, {}],
    ['a foreign superior', PEOPLE.strangerCoordinator, {}],
    ['a body that supervises another', PEOPLE.ministryCoordinator, {}],
  ])('is refused to %s', async (_, person, announced) => {
    expect(await house.announce(pdf, announced, person)).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
  });

  it('is refused to the head, whose role does not upload', async () => {
    expect(await house.announce(pdf, {}, PEOPLE.head)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });
});

describe('sweeping', () => {
  it('removes what nobody completed within a day, and nothing younger', async () => {
    const { body: upload } = await house.announce(pdf);
    await house.post(upload, pdf);
    const sweeper = house.service.app.get(SweeperService, { strict: false });
    await sweeper.sweep();
    expect(await house.filesIn('quarantine')).toContain(upload.id);
    await sweeper.sweep(new Date(Date.now() + 25 * 3_600_000));
    expect(await house.filesIn('quarantine')).toEqual([]);
    expect(await house.complete(upload.id)).toMatchObject({ body: { code: 'upload.not_received' } });
  });
});
