import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceView, UploadView } from '@aigaq/api';
import { EvidenceRejectedSchema, EvidenceStoredSchema } from '@aigaq/contracts';
import { installedTesseract } from '@aigaq/documents';
import { PEOPLE } from '@aigaq/testing';
import { Paper } from '../../../libs/signatures/test/fixtures/paper.js';
import { made, signed } from '../../../libs/signatures/test/fixtures/signing.js';
import { hashOfPaper } from '../src/documents/paper-files.js';
import { ASSIGNMENT, House, SOURCES, sha256 } from './house.js';
import { jpeg, pdfWithJavaScript, plainPdf } from './papers.js';

const CMS = 'application/cms';
const order = Buffer.from(new Paper('Order 14').bytes);
const beside = Buffer.from(signed({ content: order }));
const around = Buffer.from(signed({ content: order, isAttached: true }));

interface Sent {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
}
const file = (fileName: string, mediaType: string, bytes: Buffer): Sent => ({ fileName, mediaType, bytes });
const announced = ({ fileName, mediaType, bytes }: Sent) => ({ fileName, mediaType, size: bytes.length, sha256: sha256(bytes) });

let house: House;
/** With a worker. */
let reader: House;
let trust: string;
beforeAll(async () => {
  trust = trustFolder();
  reader = await House.open({ withWorker: true, reading: { command: SOURCES, tesseract: installedTesseract(process.env), trustFolders: [trust] } });
  house = await House.open();
}, 180_000);
afterAll(async () => {
  await Promise.all([house.close(), reader.close()]);
  await rm(trust, { recursive: true });
});

function trustFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-trust-'));
  const pem = (der: Uint8Array): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  for (const [part, { der }] of Object.entries({ signing: made.root, intermediates: made.issuing, 'time-stamps': made.stampRoot })) {
    mkdirSync(join(folder, part));
    writeFileSync(join(folder, part, 'made.pem'), pem(der));
  }
  return folder;
}

/** The whole way of several files as one paper. */
async function handIn(files: [Sent, ...Sent[]], there = house) {
  const [first, ...further] = files;
  const body = { subject: { type: 'assignment', id: ASSIGNMENT }, ...announced(first), further: further.map(announced) };
  const { status, body: upload } = await there.service.as(PEOPLE.executor).post('/api/evidence/uploads', body);
  if (status !== 201) {
    return { status, body: upload, upload: undefined };
  }
  const { form, furtherForms } = upload as UploadView;
  for (const [place, each] of [form, ...furtherForms].entries()) {
    expect(await there.post({ ...upload, form: each }, files[place]!.bytes)).toMatchObject({ status: 204 });
  }
  return { ...(await there.complete(upload.id)), upload: upload as UploadView };
}
const get = (path: string, person: { id: string; name: string } = PEOPLE.executor, there = house) => there.service.as(person).get(`/api/evidence/documents/${path}`);
const becomesChecked = (id: string) =>
  reader.service.eventually(async () => {
    const { body } = await get(id, PEOPLE.executor, reader);
    expect((body as EvidenceView).state).toBe('checked');
    return body as EvidenceView;
  });

describe('a document in its electronic signature', () => {
  it('is read, its signature verified, and given back as it came', async () => {
    const { status, body } = await reader.upload(around, { fileName: 'Бұйрық № 14.pdf.p7s', mediaType: CMS });
    expect({ status, body }).toMatchObject({ status: 201, body: { pageCount: 1, mediaType: CMS, sha256: sha256(around), size: around.length } });
    const { check, pageCount } = await becomesChecked(body.id);
    expect(pageCount).toBe(1);
    expect(check?.signatures).toMatchObject([
      { validity: 'valid', laterBytes: 0, signer: { bin: '960340000123', iin: '••••••••0123', kind: { ru: 'первый руководитель юридического лица' } }, reason: { kk: expect.any(String) } },
    ]);
    const original = await get(`${body.id}/file`, PEOPLE.executor, reader);
    expect(original.headers).toMatchObject({ 'content-type': CMS, 'content-length': String(around.length) });
    expect(await get(`${body.id}/pages/1`, PEOPLE.executor, reader)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  });

  it.each([
    ['scripts inside', async () => Buffer.from(signed({ content: await pdfWithJavaScript(), isAttached: true })), 'file.active_content'],
    ['a program inside', () => Promise.resolve(Buffer.from(signed({ content: Buffer.from('MZ program'), isAttached: true }))), 'file.wrong_type'],
    ['a signed file inside', () => Promise.resolve(Buffer.from(signed({ content: around, isAttached: true }))), 'file.signature_nested'],
    ['no document at all', () => Promise.resolve(beside), 'file.signature_alone'],
    ['a cut end', () => Promise.resolve(around.subarray(0, -100)), 'file.truncated'],
  ])('is refused with %s, in words, and nothing is kept', async (_, make, code) => {
    const { status, body } = await house.upload(await make(), { fileName: 'order.p7s', mediaType: CMS });
    expect({ status, code: body.code }).toEqual({ status: 400, code });
    expect(body.detail).toMatch(/[а-я]/u);
    expect(await house.filesIn('quarantine')).toEqual([]);
  });
});

describe('a document and the signature beside it', () => {
  it('are one paper; each file is given back as it came', async () => {
    const { status, body } = await handIn([file('order.pdf', 'application/pdf', order), file('order.pdf.p7s', CMS, beside)]);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ...{ fileName: 'order.pdf', mediaType: 'application/pdf', pageCount: 1, size: order.length + beside.length, sha256: hashOfPaper([sha256(order), sha256(beside)]) },
        files: [{ fileName: 'order.pdf', sha256: sha256(order), pageCount: 1 }, { fileName: 'order.pdf.p7s', mediaType: CMS, sha256: sha256(beside), pageCount: 0 }],
      },
    });
    for (const [number, bytes] of [[1, order], [2, beside]] as const) {
      expect((await get(`${body.id}/files/${number}`)).headers).toMatchObject({ 'content-length': String(bytes.length) });
      expect(await house.store.readBytes('vault', sha256(bytes))).toEqual(bytes);
    }
    expect(await get(`${body.id}/files/3`)).toMatchObject({ status: 404, body: { code: 'evidence.no_file' } });
    expect(await get(`${body.id}/files/x`)).toMatchObject({ status: 404 });
    expect(await get(`${body.id}/files/2`, PEOPLE.stranger)).toMatchObject({ status: 404, body: { code: 'evidence.unknown' } });
  });

  it('hold together when the one signs the other', async () => {
    const { body } = await handIn([file('order.p7s', CMS, beside), file('order.pdf', 'application/pdf', order)], reader);
    expect((await becomesChecked(body.id)).check?.signatures).toMatchObject([{ validity: 'valid' }]);
  });

  it('fail when the signature is of another document', async () => {
    const other = Buffer.from(new Paper('Order 15').bytes);
    const { body } = await handIn([file('order.p7s', CMS, beside), file('other.pdf', 'application/pdf', other)], reader);
    expect(body).toMatchObject({ fileName: 'other.pdf', mediaType: 'application/pdf' });
    const { check } = await becomesChecked(body.id);
    expect(check).toMatchObject({ verdict: 'failed', signatures: [{ validity: 'invalid' }] });
  });
});

describe('several files as one paper', () => {
  it('keep their order, are told once and drawn page by page', async () => {
    const [one, two] = [await jpeg(), await plainPdf(2, 'annex')];
    const { status, body } = await handIn([file('1.jpg', 'image/jpeg', one), file('2.pdf', 'application/pdf', two), file('3.jpg', 'image/jpeg', one)]);
    expect({ status, body }).toMatchObject({ status: 201, body: { pageCount: 4, fileName: '1.jpg', version: expect.any(Number) } });
    expect(body.files.map(({ fileName, pageCount }: EvidenceView['files'][number]) => [fileName, pageCount])).toEqual([['1.jpg', 1], ['2.pdf', 2], ['3.jpg', 1]]);
    expect(await get(`${body.id}/pages/4`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
    expect(await get(`${body.id}/pages/5`)).toMatchObject({ status: 404 });
    await house.service.eventually(() => expect(house.service.told(EvidenceStoredSchema).filter(({ evidenceId }) => evidenceId === body.id)).toMatchObject([{ sha256: body.sha256 }]));
    expect(await house.filesIn('quarantine')).toEqual([]);
  });

  it('make one paper however often they are completed', async () => {
    const { body, upload } = await handIn([file('1.jpg', 'image/jpeg', await jpeg()), file('2.pdf', 'application/pdf', await plainPdf(1, 'again'))]);
    expect((await house.complete(upload!.id)).body.id).toBe(body.id);
  });

  it('are refused together when one of them is, and which one is said, again too', async () => {
    const good = await jpeg();
    const { status, body, upload } = await handIn([file('1.jpg', 'image/jpeg', good), file('2.pdf', 'application/pdf', await pdfWithJavaScript())]);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'file.active_content', data: { fileName: '2.pdf' } } });
    expect(await house.complete(upload!.id)).toMatchObject({ status: 400, body: { code: 'file.active_content', data: { fileName: '2.pdf' } } });
    expect(await house.filesIn('quarantine')).toEqual([]);
    expect(await house.filesIn('vault')).not.toContain(sha256(good));
    await house.service.eventually(() => expect(house.service.told(EvidenceRejectedSchema).filter(({ uploadId }) => uploadId === upload!.id)).toHaveLength(1));
  });

  it('are refused when they make no paper together', async () => {
    const photo = file('1.jpg', 'image/jpeg', await jpeg());
    expect(await handIn([photo, photo, file('a.p7s', CMS, beside)])).toMatchObject({ status: 400, body: { code: 'upload.mixed_files', detail: expect.stringContaining('либо') } });
  });

  it('wait for the one that has not come', async () => {
    const [first, second] = [await plainPdf(1, 'first'), await plainPdf(1, 'second')];
    const body = { subject: { type: 'assignment', id: ASSIGNMENT }, ...announced(file('1.pdf', 'application/pdf', first)), further: [announced(file('2.pdf', 'application/pdf', second))] };
    const { body: upload } = await house.service.as(PEOPLE.executor).post('/api/evidence/uploads', body);
    await house.post(upload, first);
    expect(await house.complete(upload.id)).toMatchObject({ status: 409, body: { code: 'upload.not_received' } });
    await house.post({ ...upload, form: upload.furtherForms[0] }, second);
    expect(await house.complete(upload.id)).toMatchObject({ status: 201, body: { pageCount: 2 } });
  });

  it('are refused at once when they are too many or too large together', async () => {
    const small = file('1.jpg', 'image/jpeg', Buffer.alloc(9));
    expect(await handIn([small, ...Array<Sent>(30).fill(small)])).toMatchObject({ status: 400, body: { code: 'upload.too_many_files' } });
    const large = { ...announced(small), size: 50 * 1024 * 1024 };
    const body = { subject: { type: 'assignment', id: ASSIGNMENT }, ...large, further: [large, large] };
    expect(await house.service.as(PEOPLE.executor, 'kk').post('/api/evidence/uploads', body)).toMatchObject({ status: 400, body: { code: 'upload.paper_too_large' } });
  });
});
