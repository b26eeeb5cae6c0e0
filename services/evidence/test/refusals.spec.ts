import { EvidenceRejectedSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { type Announced, COMPLIANCE_DOCUMENT, House, sha256 } from './house.js';
import { encryptedPdf, hugePng, jpeg, pdfWithJavaScript, plainPdf } from './papers.js';

const MEGABYTE = 1024 * 1024;
let house: House;
let pdf: Buffer;
beforeAll(async () => {
  house = await House.open();
  pdf = await plainPdf(2);
}, 180_000);
afterAll(() => house.close());

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
      expect(await house.announce(pdf, {}, person)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
    }
    expect((await house.service.anybody().post('/api/evidence/uploads', {})).status).toBe(401);
  });
});
