import { crc32 } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

export async function plainPdf(pages = 1, title = 'plain'): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  for (let page = 0; page < pages; page += 1) document.addPage([595, 842]);
  return Buffer.from(await document.save());
}

/** The first page of a paper, so many times. */
export async function manyPages(paper: Uint8Array, pages: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  const source = await PDFDocument.load(paper);
  for (const page of await document.copyPages(source, Array<number>(pages).fill(0))) document.addPage(page);
  return Buffer.from(await document.save());
}

export async function pdfWithJavaScript(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.addJavaScript('main', 'app.alert(1)');
  return Buffer.from(await document.save());
}

export async function encryptedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  const { context } = document;
  context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2, P: -44 }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

export function jpeg(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 1200, channels: 3, noise: { type: 'gaussian', mean: 200, sigma: 30 }, background: 'white' } }).jpeg().toBuffer();
}

/** Says that it is that large, and is a few bytes. */
export function hugePng(side = 30_000): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', size), chunk('IDAT', Buffer.alloc(20)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
