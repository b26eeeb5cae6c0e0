import { createServer, type AddressInfo, type Server } from 'node:net';
import { EvidenceRejectedSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { House, SOURCES } from './house.js';
import { jpeg, plainPdf } from './papers.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

function docx(more: Record<string, Uint8Array> = {}): Buffer {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`;
  const body = '<w:document><w:body><w:p><w:r><w:t>ПРИКАЗ № 7</w:t></w:r></w:p></w:body></w:document>';
  return Buffer.from(zipSync({ '[Content_Types].xml': text(types), 'word/document.xml': text(body), ...more }));
}

/** A clamd that says what `answer` holds at the moment, and knows one word. */
let answer = 'stream: OK';
let clamd: Server;
let house: House;
beforeAll(async () => {
  clamd = createServer((socket) => {
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(`${received.includes('known as malware') ? 'stream: Test FOUND' : answer}\0`);
    });
  });
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  const address = `tcp://127.0.0.1:${(clamd.address() as AddressInfo).port}`;
  house = await House.open({ reading: { command: SOURCES, clamd: { address, timeoutSeconds: 5 } } });
}, 180_000);
afterAll(async () => {
  await house.close();
  clamd.close();
});

describe('files of all kinds', () => {
  it.each([
    ['a TIFF', 'image/tiff', async () => sharp(await jpeg()).tiff().toBuffer()],
    ['a text document', DOCX, () => Promise.resolve(docx())],
  ])('%s becomes evidence with a picture of its page', async (_, mediaType, make) => {
    const { status, body } = await house.upload(await make(), { mediaType, fileName: 'a' });
    expect({ status, pageCount: body.pageCount, mediaType: body.mediaType }).toEqual({ status: 201, pageCount: 1, mediaType });
    expect(await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${body.id}/pages/1`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  });

  it.each([
    ['macros', docx({ 'word/vbaProject.bin': text('a') }), DOCX, 'file.macros'],
    ['another file behind it', Buffer.concat([docx(), text('behind')]), DOCX, 'file.polyglot'],
    ['a part without measure', docx({ 'word/a.xml': new Uint8Array(61 * 1024 * 1024) }), DOCX, 'file.bomb'],
  ])('with %s are refused in words, and nothing is kept', async (_, bytes, mediaType, code) => {
    const { status, body } = await house.upload(bytes, { mediaType, fileName: 'a.docx' });
    expect({ status, code: body.code }).toEqual({ status: 400, code });
    expect(await house.filesIn('quarantine')).toEqual([]);
  });
});

describe('the malware scanner', () => {
  it('refuses what it knows; nothing of it is kept', async () => {
    const known = Buffer.concat([await plainPdf(), text('\n% known as malware\n')]);
    const refused = await house.upload(known);
    expect(refused).toMatchObject({ status: 400, body: { code: 'file.malware' } });
    expect(await house.filesIn('quarantine')).toEqual([]);
    expect(house.service.told(EvidenceRejectedSchema).filter(({ reasonCode }) => reasonCode === 'file.malware')).toHaveLength(1);
  });

  it('that gives no answer lets nothing through: the upload waits and is completed later', async () => {
    const paper = await plainPdf(1, 'waits');
    answer = 'stream: Can\'t allocate memory ERROR';
    const { body: upload } = await house.announce(paper);
    await house.post(upload, paper);
    expect(await house.complete(upload.id)).toMatchObject({ status: 503, body: { code: 'upload.scanner_unavailable' } });
    expect(await house.filesIn('quarantine')).toEqual([upload.id]);
    answer = 'stream: OK';
    expect(await house.complete(upload.id)).toMatchObject({ status: 201, body: { fileName: 'order.pdf' } });
    expect(await house.filesIn('quarantine')).toEqual([]);
  });
});
