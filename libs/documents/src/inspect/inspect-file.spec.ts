import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';
import { inspectFile } from './inspect-file.js';
import { StructureScanner } from './malware-scanner.js';

const refused = (code: string): unknown => ({ ok: false, code });

async function pdf(change: (document: PDFDocument) => unknown = () => undefined, useObjectStreams = true): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  await change(document);
  return document.save({ useObjectStreams });
}

function openAction(document: PDFDocument, action: Record<string, unknown>): void {
  document.catalog.set(PDFName.of('OpenAction'), document.context.register(document.context.obj(action as never)));
}

/** A small PDF written by hand, so that names can be spelled in any way. */
function handWritten(catalogue: string, trailer = ''): Uint8Array {
  const objects = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
    '4 0 obj\n<< /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >>\nendobj\n',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object) => {
    const at = text.length;
    text += object;
    return at;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 5\n0000000000 65535 f \n${rows}`;
  return Buffer.from(`${text}${table}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

function picture(type: 'jpeg' | 'png'): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } }).toFormat(type).toBuffer();
}

function withSize(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  return changed;
}

describe('inspecting a file before it is stored', () => {
  it('takes a plain PDF and counts its pages', async () => {
    expect(await inspectFile(await pdf(), 'application/pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
    expect(await inspectFile(handWritten(''), 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
  });

  it.each(['jpeg', 'png'] as const)('takes a %s', async (type) => {
    expect(await inspectFile(await picture(type), `image/${type}`)).toEqual({ ok: true, type, pages: 1 });
  });

  it('refuses what is empty, too large or of another type than claimed', async () => {
    expect(await inspectFile(new Uint8Array(0), 'application/pdf')).toEqual(refused('file.empty'));
    expect(await inspectFile(new Uint8Array(51 * 1024 * 1024), 'application/pdf')).toEqual(refused('file.too_large'));
    expect(await inspectFile(await picture('png'), 'application/pdf')).toEqual(refused('file.wrong_type'));
    expect(await inspectFile(Buffer.from('MZ not a document'), 'application/pdf')).toEqual(refused('file.wrong_type'));
    expect(await inspectFile(await pdf(), 'application/zip')).toEqual(refused('file.wrong_type'));
  });

  it.each([true, false])('refuses scripts, launching and attachments (object streams: %s)', async (streams) => {
    const active = [
      await pdf((document) => document.addJavaScript('main', 'app.alert(1)'), streams),
      await pdf((document) => document.attach(Buffer.from('x'), 'x.txt', { mimeType: 'text/plain' }), streams),
      await pdf((document) => openAction(document, { S: 'Launch', F: PDFString.of('x.exe') }), streams),
      await pdf((document) => openAction(document, { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }), streams),
    ];
    for (const bytes of active) expect(await inspectFile(bytes, 'application/pdf')).toEqual(refused('file.active_content'));
  });

  it('sees through names spelled in hexadecimal', async () => {
    const bytes = handWritten('/OpenAction << /S /#4Aava#53cript /J#53 (app.alert\\(1\\)) >>');
    expect(await inspectFile(bytes, 'application/pdf')).toEqual(refused('file.active_content'));
  });

  it.each(['/AcroForm << /XFA (form) >>', '/AcroForm << /X#46A (form) >>', '/Names << /Embedded#46iles 4 0 R >>', '/AA << /WC << /S /SubmitForm >> >>'])('refuses a PDF with %s', async (entry) => {
    expect(await inspectFile(handWritten(entry), 'application/pdf')).toEqual(refused('file.active_content'));
  });

  it('refuses an encrypted PDF', async () => {
    const bytes = handWritten('', '/Encrypt 4 0 R /ID [<00> <00>]');
    expect(await inspectFile(bytes, 'application/pdf')).toEqual(refused('file.encrypted'));
  });

  it('refuses a broken PDF and one with too many pages', async () => {
    expect(await inspectFile(Buffer.from('%PDF-1.7\nnothing follows'), 'application/pdf')).toEqual(refused('file.broken'));
    const long = await pdf((document) => Array.from({ length: 300 }, () => document.addPage()));
    expect(await inspectFile(long, 'application/pdf')).toEqual(refused('file.too_many_pages'));
  });

  it('refuses a PDF with a stream that unfolds without measure', async () => {
    const packed = deflateSync(Buffer.alloc(165 * 1024 * 1024), { level: 1 });
    const head = `5 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
    const bytes = Buffer.concat([handWritten(''), Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
    expect(await inspectFile(bytes, 'application/pdf')).toEqual(refused('file.bomb'));
  });

  it('refuses a truncated picture', async () => {
    for (const type of ['jpeg', 'png'] as const) {
      const whole = await picture(type);
      expect(await inspectFile(whole.subarray(0, whole.length - 40), `image/${type}`)).toEqual(refused('file.truncated'));
    }
  });

  it('refuses a picture with too many pixels by its header alone', async () => {
    expect(await inspectFile(withSize(await picture('png'), 30_000, 30_000), 'image/png')).toEqual(refused('file.too_many_pixels'));
  });

  it('is what the structure scanner asks', async () => {
    expect(await new StructureScanner().scan(new Uint8Array(0), 'pdf')).toEqual(refused('file.empty'));
  });
});
