import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { EvidenceRejectedSchema, EvidenceStoredSchema, ObjectReadSchema } from '@aigaq/contracts';
import { storeErrors } from '@aigaq/storage';
import { PEOPLE } from '@aigaq/testing';
import { SweeperService } from '../src/uploads/sweeper.service.js';
import { type Announced, ASSIGNMENT, COMPLIANCE_DOCUMENT, House, NOW, sha256 } from './house.js';
import { encryptedPdf, hugePng, jpeg, pdfWithJavaScript, plainPdf } from './papers.js';

jest.setTimeout(60_000);

const MEGABYTE = 1024 * 1024;
let house: House;
let pdf: Buffer;
beforeAll(async () => {
  house = await House.open();
  pdf = await plainPdf(2);
}, 60_000);
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
        fileName: 'Бұйрық № 7.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: sha256(pdf),
        version: 1,
        uploadedBy: { id: PEOPLE.executor.id, name: PEOPLE.executor.name },
        storedAt: new Date(NOW).toISOString(),
        pageCount: 2,
        state: 'waiting',
        copy: 'making',
        fields: [],
        corrections: [],
        mayCorrect: false,
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

  it('by the superior coordinator is on behalf of the body', async () => {
    const { status, body } = await house.upload(pdf, {}, PEOPLE.coordinator);
    expect(status).toBe(201);
    expect(body).toMatchObject({ organisationId: 'akimat-kostanay-auliekol', uploadedBy: { id: PEOPLE.coordinator.id } });
  });
});

describe('an upload is refused', () => {
  const rejected = (id: string) => house.service.told(EvidenceRejectedSchema).filter(({ uploadId }) => uploadId === id);

  it.each([
    ['another type behind a right name', () => jpeg(), {}, 'file.wrong_type'],
    ['an encrypted PDF', encryptedPdf, {}, 'file.encrypted'],
    ['a PDF with JavaScript', pdfWithJavaScript, {}, 'file.active_content'],
    ['a truncated JPEG', async () => (await jpeg()).subarray(0, 20_000), { mediaType: 'image/jpeg' }, 'file.truncated'],
    ['a PNG of 30000 × 30000', () => Promise.resolve(hugePng()), { mediaType: 'image/png' }, 'file.too_many_pixels'],
    ['something that is no PDF but in its first bytes', () => Promise.resolve(Buffer.from('%PDF-1.7 and nothing else')), {}, 'file.broken'],
    ['another size than announced', () => plainPdf(), { size: 5_000 }, 'upload.wrong_size'],
  ])('for %s, and nothing of it is kept', async (_case, make, announced, code) => {
    const before = await house.filesIn('vault');
    const bytes = await make();
    const { body: upload } = await house.announce(bytes, announced);
    await house.post(upload, bytes);
    const { status, body } = await house.complete(upload.id);
    expect({ status, code: body.code, detail: body.detail.length > 10 }).toEqual({ status: 400, code, detail: true });
    expect(await house.filesIn('quarantine')).toEqual([]);
    expect(await house.filesIn('vault')).toEqual(before);
    await house.service.eventually(() => expect(rejected(upload.id)).toMatchObject([{ reasonCode: code }]));

    expect((await house.complete(upload.id)).body.code).toBe(code);
    expect(rejected(upload.id)).toHaveLength(1);
  });

  it('by the store for other bytes than announced, for more of them, for none, and for a form that was used', async () => {
    const right = (await house.announce(pdf, { sha256: sha256(pdf) })).body;
    expect(await house.post(right, await plainPdf(2, 'other'))).toMatchObject({ code: expect.stringMatching(/upload\.(wrong_hash|too_large)/) });
    expect(await house.post((await house.announce(pdf)).body, Buffer.alloc(0))).toMatchObject({ code: 'upload.empty' });
    expect(await house.post((await house.announce(pdf)).body, Buffer.alloc(51 * MEGABYTE))).toMatchObject({ status: 413, code: 'upload.too_large' });
    expect(await house.post(right, pdf)).toMatchObject({ status: 204 });
    expect(await house.post(right, pdf)).toMatchObject({ code: 'upload.replayed' });
    expect((await house.complete(right.id)).status).toBe(201);
    expect(await house.post(right, pdf)).toMatchObject({ code: 'upload.replayed' });
  });

  it.each([
    ['other bytes of the same size', () => Buffer.from(pdf).fill(' ', pdf.length - 1), 'upload.wrong_hash'],
    ['51 MB', () => Buffer.alloc(51 * MEGABYTE), 'file.too_large'],
    ['nothing', () => Buffer.alloc(0), 'file.empty'],
  ])('also when the store let through %s', async (_case, make, code) => {
    const { body: upload } = await house.announce(pdf, { sha256: sha256(pdf) });
    await house.store.write('quarantine', upload.id, make(), 'application/pdf');
    expect((await house.complete(upload.id)).body.code).toBe(code);
    expect(await house.filesIn('quarantine')).toEqual([]);
  });

  it('when the file has not come', async () => {
    const { body: upload } = await house.announce(pdf);
    expect(await house.complete(upload.id)).toMatchObject({ status: 409, body: { code: 'upload.not_received' } });
    await house.post(upload, pdf);
    expect((await house.complete(upload.id)).status).toBe(201);
  });

  it.each([
    ['51 MB announced', { size: 51 * MEGABYTE }],
    ['no bytes announced', { size: 0 }],
    ['another media type', { mediaType: 'text/html' }],
    ['an unknown field', { organisationId: 'agency' }],
  ])('before it begins: %s', async (_case, announced) => {
    const { status, body } = await house.announce(pdf, announced as Announced);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request.invalid' });
  });

  it.each([
    ['of another body', { type: 'assignment', id: '2024:1.1.2:akimat-zhambyl-zhualy:2026' }],
    ['that nobody opened', { type: 'assignment', id: '2024:9.9.9:nobody:2026' }],
    ['of an entity elsewhere', { type: 'compliance-document', id: COMPLIANCE_DOCUMENT }],
    ['of a body that is no entity', { type: 'compliance-document', id: 'akimat-kostanay-auliekol:3.2.1' }],
  ])('for a subject %s, as one that does not exist', async (_case, subject) => {
    expect(await house.announce(pdf, { subject })).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
  });

  it('for a compliance document whose subtask the card does not have', async () => {
    const subject = { type: 'compliance-document', id: 'qs-980140900002:9.9.9' };
    expect(await house.announce(pdf, { subject }, PEOPLE.compliance)).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
  });

  it('when it is somebody else’s, even of the same body', async () => {
    const { body: upload } = await house.announce(pdf);
    await house.post(upload, pdf);
    for (const person of [PEOPLE.executor2, PEOPLE.coordinator, PEOPLE.stranger]) {
      expect(await house.complete(upload.id, person)).toMatchObject({ status: 404, body: { code: 'upload.unknown' } });
    }
  });

  it('for those who only read', async () => {
    for (const person of [PEOPLE.curator, PEOPLE.auditor, PEOPLE.head]) {
      expect(await house.announce(pdf, {}, person)).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
    }
    expect((await house.service.anybody().post('/api/evidence/uploads', {})).status).toBe(401);
  });
});

describe('showing evidence', () => {
  let id: string;
  beforeAll(async () => {
    id = (await house.upload(pdf, { fileName: 'Бұйрық № 7.pdf' })).body.id as string;
  });

  it('gives the original byte for byte, after recording who took it', async () => {
    const token = house.service.as(PEOPLE.auditor);
    const answer = await token.get(`/api/evidence/documents/${id}/file`);
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(pdf.length),
        'content-disposition': expect.stringContaining("filename*=UTF-8''%D0%91%D2%B1%D0%B9%D1%80%D1%8B%D2%9B%20%E2%84%96%207.pdf"),
        'x-content-type-options': 'nosniff',
      },
    });
    expect(sha256(await readFile(join(house.folder, 'vault', sha256(pdf))))).toBe(sha256(pdf));
    expect(answer.body).toBe(pdf.toString('utf8'));
    await house.service.eventually(() => {
      const downloads = house.service.told(ObjectReadSchema).filter(({ thingId, act }) => thingId === id && act === 'download');
      expect(downloads).toMatchObject([{ actorId: PEOPLE.auditor.id, thing: 'evidence', organisationId: 'akimat-kostanay-auliekol' }]);
    });
  });

  it('draws a page when somebody asks before the check, and keeps it', async () => {
    const answer = await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}/pages/2`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' } });
    expect(await house.filesIn('previews')).toContain('2.jpg');
  });

  it.each(['0', '3', '1.5', 'x', '-1'])('has no page %s', async (page) => {
    expect(await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}/pages/${page}`)).toMatchObject({
      status: 404,
      body: { code: 'evidence.no_page' },
    });
  });

  it('records who was shown it', async () => {
    expect((await house.service.as(PEOPLE.curator).get(`/api/evidence/documents/${id}`)).status).toBe(200);
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId, act, actorId }) => thingId === id && act === 'read' && actorId === PEOPLE.curator.id);
      expect(reads).toHaveLength(1);
    });
  });

  it('is «not found» for strangers, in all its forms', async () => {
    for (const person of [PEOPLE.stranger, PEOPLE.strangerCoordinator, PEOPLE.ministry, PEOPLE.compliance2]) {
      for (const path of ['', '/file', '/pages/1']) {
        expect(await house.service.as(person).get(`/api/evidence/documents/${id}${path}`)).toMatchObject({ status: 404, body: { code: 'evidence.unknown' } });
      }
      const list = await house.service.as(person).get(`/api/evidence/documents?subjectType=assignment&subjectId=${ASSIGNMENT}`);
      expect(list.body).toEqual({ items: [], nextCursor: null });
    }
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
