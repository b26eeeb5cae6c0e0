import { crc32 } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { type Paper, scan } from './papers.js';

/** Files that must be refused, made here, with the code of the refusal. */
export async function badFiles(): Promise<[what: string, paper: Paper, code: string][]> {
  const jpeg = await sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#eee', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg().toBuffer();
  return [
    ['a page of HTML behind the name of a PDF', pdf(Buffer.from('<!doctype html><title>Бұйрық</title><p>приказ')), 'file.wrong_type'],
    ['a JPEG behind the name of a PDF', pdf(jpeg), 'file.wrong_type'],
    ['a PDF that is protected by a password', pdf(encrypted()), 'file.encrypted'],
    ['a PDF with JavaScript', pdf(await withScript()), 'file.active_content'],
    ['a PDF that is cut off', pdf(scan('t01').bytes.subarray(0, 20_000)), 'file.broken'],
    ['a JPEG that is cut off', { name: 'бұйрық.jpg', type: 'image/jpeg', bytes: jpeg.subarray(0, jpeg.length / 2) }, 'file.truncated'],
    ['a PNG of 30,000 × 30,000 pixels', { name: 'бұйрық.png', type: 'image/png', bytes: hugePng() }, 'file.too_many_pixels'],
  ];
}

export function pdf(bytes: Buffer): Paper {
  return { name: 'бұйрық.pdf', type: 'application/pdf', bytes };
}

async function withScript(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  document.addJavaScript('greeting', 'app.alert("hello")');
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** As a reader sees it: an encryption dictionary in the trailer. The key is of no importance, nobody opens it. */
function encrypted(): Buffer {
  const key = '<' + '41'.repeat(32) + '>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >>`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 5\n0000000000 65535 f \n${rows}${trailer}`);
}

/** Only the header says how large it would be: a few bytes that would need gigabytes. */
function hugePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', Buffer.from('789c030000000001', 'hex')), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
