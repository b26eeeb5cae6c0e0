import { deflateSync } from 'node:zlib';
import { picture, samplePhoto, smallPhoto, tiff } from '../../test/made-files.js';
import { inspectFile } from './inspect-file.js';

const refused = (code: string): unknown => ({ ok: false, code });

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

describe('a TIFF before it is stored', () => {
  const pages = tiff([[30, 40], [40, 30], [30, 40]]);
  const nextOf = 8 + 2 + 12 * 9;

  it('tells its pages', async () => {
    expect(await inspectFile(pages, 'image/tiff')).toEqual({ ok: true, type: 'tiff', pages: 3 });
    expect(await inspectFile(await picture('tiff'), 'tiff')).toEqual({ ok: true, type: 'tiff', pages: 1 });
  });

  it.each([
    ['cut off in its pixels', pages.subarray(0, pages.length - 20), 'file.truncated'],
    ['cut off before its directory', pages.subarray(0, 60), 'file.truncated'],
    ['whose directories run in a circle', changed(pages, (copy) => copy.writeUInt32LE(8, nextOf)), 'file.broken'],
    ['without a page', changed(pages, (copy) => copy.writeUInt32LE(0, 4)), 'file.broken'],
    ['without a width', changed(pages, (copy) => copy.writeUInt32LE(0, 8 + 2 + 8)), 'file.broken'],
    ['of 30000 × 30000', changed(pages, (copy) => [18, 30].forEach((at) => copy.writeUInt32LE(30_000, at))), 'file.too_many_pixels'],
    ['of 400 pages', tiff(Array.from({ length: 400 }, () => [2, 3] as const)), 'file.too_many_pages'],
  ])('is refused when it is one %s', async (_, bytes, code) => {
    expect(await inspectFile(bytes, 'tiff')).toEqual(refused(code));
  });
});

describe('a photograph in HEIC before it is stored', () => {
  const photo = smallPhoto();

  it('is taken', async () => {
    expect(await inspectFile(photo, 'image/heic')).toEqual({ ok: true, type: 'heic', pages: 1 });
    expect(await inspectFile(samplePhoto(), 'heic')).toEqual({ ok: true, type: 'heic', pages: 1 });
  });

  it.each([
    ['cut off', photo.subarray(0, photo.length - 20), 'file.truncated'],
    ['without a size', Buffer.from(photo.toString('latin1').replaceAll('ispe', 'free'), 'latin1'), 'file.broken'],
    ['of 30000 × 30000', changed(photo, (copy) => [8, 12].forEach((at) => copy.writeUInt32BE(30_000, copy.indexOf('ispe') + at))), 'file.too_many_pixels'],
    ['in another packing (AVIF)', changed(photo, (copy) => copy.write('avif', 8)), 'file.wrong_type'],
  ])('is refused when it is one %s', async (_, bytes, code) => {
    expect(await inspectFile(bytes, 'heic')).toEqual(refused(code));
  });
});

describe('a file that is two files', () => {
  const archive = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(42), Buffer.from('PK\u0005\u0006'), changed(Buffer.alloc(18), (end) => end.writeUInt32LE(46, 8))]);
  const document = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'
    + '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n');
  const program = Buffer.from('MZ\u0090\0 program', 'latin1');
  const comment = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text)]);

  it('is told from a plain one', async () => {
    expect(await inspectFile(document, 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
    expect(await inspectFile(Buffer.concat([Buffer.from('\ufeff\r\n\0'), document, Buffer.alloc(600)]), 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
  });

  it.each([
    ['an archive behind it', Buffer.concat([document, archive])],
    ['an archive in front of it', Buffer.concat([Buffer.from('PK\u0003\u0004 and so on '), document])],
    ['a page for browsers in front of it', Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), document])],
    ['a program behind it', Buffer.concat([document, program])],
    ['a second document behind it', Buffer.concat([document, Buffer.from('\n%PDF-1.4 second')])],
  ])('a PDF with %s', async (_, bytes) => {
    const { ok, ...rest } = await inspectFile(bytes, 'pdf');
    // What begins as another file is that file.
    expect({ ok, ...rest }).toEqual(bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004' ? refused('file.wrong_type') : refused('file.polyglot'));
  });

  it.each(['jpeg', 'png', 'tiff'] as const)('a %s with an archive behind it', async (type) => {
    expect(await inspectFile(Buffer.concat([await picture(type), archive]), type)).toEqual(refused('file.polyglot'));
  });

  it.each(['jpeg', 'png'] as const)('a %s with a program, a document or a page behind it', async (type) => {
    for (const behind of [program, document, Buffer.from('<script>alert(1)</script>')]) {
      expect(await inspectFile(Buffer.concat([await picture(type), behind]), type)).toEqual(refused('file.polyglot'));
    }
  });

  it('a JPEG with a document or a page in its comment; a second picture of a phone behind it does no harm', async () => {
    const jpeg = await picture('jpeg');
    const commented = (text: string): Buffer => Buffer.concat([jpeg.subarray(0, 2), comment(text), jpeg.subarray(2)]);
    expect(await inspectFile(commented('%PDF-1.7'), 'jpeg')).toEqual(refused('file.polyglot'));
    expect(await inspectFile(commented('<html ><script>'), 'jpeg')).toEqual(refused('file.polyglot'));
    expect(await inspectFile(commented('scanner 12'), 'jpeg')).toEqual({ ok: true, type: 'jpeg', pages: 1 });
    expect(await inspectFile(Buffer.concat([jpeg, jpeg]), 'jpeg')).toEqual({ ok: true, type: 'jpeg', pages: 1 });
  });
});

describe('a PDF that unfolds', () => {
  const object = (head: string, packed: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`%PDF-1.5\n5 0 obj\n<< ${head} /Length ${packed.length} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n%%EOF')]);

  it.each([
    ['object streams without measure', object('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(70 * 1024 * 1024), { level: 1 }))],
    ['object streams spelled otherwise', object('/Type /#4fbjStm /Filter /FlateDecode', deflateSync(Buffer.alloc(70 * 1024 * 1024), { level: 1 }))],
    ['object streams in a packing that nobody uses for them', object('/Type /ObjStm /Filter /RunLengthDecode', Buffer.alloc(90, 0x81))],
    ['a stream packed twice', object('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(Buffer.alloc(1000))))],
  ])('is refused with %s', async (_, bytes) => {
    expect(await inspectFile(bytes, 'pdf')).toEqual(refused('file.bomb'));
  });

  it('is refused with a picture of too many pixels, however small its page', async () => {
    const bytes = object('/Type /XObject /Subtype /Image /BitsPerComponent 8 /Width 30000 /Height 30000', Buffer.alloc(10));
    expect(await inspectFile(bytes, 'pdf')).toEqual(refused('file.too_many_pixels'));
  });
});
