import type { FileType } from '../document.js';

const zipEnd = 'PK\u0005\u0006';
/** Beginnings of other kinds of file, and of what browsers and shells would run. */
const beginnings = ['PK\u0003\u0004', '%PDF-', '\u007fELF', 'Rar!\u001a', '7z\u00bc\u00af', 'MZ\u0090\0', '#!/', '\u00d0\u00cf\u0011\u00e0'];
const markup = /<(!doctype\s+html|html|script|body|iframe|object|embed|svg)[\s>]/i;
/** How far other programs look for the beginning of a PDF or a page. */
const lookedAt = 1024;
const mostComment = 65_535;

/** Whether a file of this type would be taken for a file of another type by some program. */
export function isPolyglot(bytes: Uint8Array, type: FileType): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Archives are read strictly: nothing before, between or behind their parts.
  if (type === 'docx' || type === 'xlsx') return saysPdf(buffer);
  if (endsAsArchive(buffer)) return true;
  // Of a signature what stands behind its document; nothing else can follow its end.
  if (type === 'cms') return false;
  if (type === 'pdf') return hasForeignStart(buffer) || hasForeignEnd(buffer, endOfPdf(buffer));
  if (saysPdf(buffer) || markup.test(buffer.toString('latin1', 0, lookedAt))) return true;
  return hasForeignEnd(buffer, endOfPicture(buffer, type));
}

function saysPdf(buffer: Buffer): boolean {
  return buffer.subarray(0, lookedAt).includes('%PDF-');
}

/** A directory at the end that points to real parts: every archiver opens such a file, whatever it begins with. */
function endsAsArchive(buffer: Buffer): boolean {
  const from = Math.max(0, buffer.length - 22 - mostComment);
  for (let at = buffer.indexOf(zipEnd, from, 'latin1'); at >= 0 && at + 22 <= buffer.length; at = buffer.indexOf(zipEnd, at + 4, 'latin1')) {
    const start = at - buffer.readUInt32LE(at + 12);
    if (start >= 0 && buffer.toString('latin1', start, start + 4) === 'PK\u0001\u0002') return true;
  }
  return false;
}

/** Before the header of a PDF only blank bytes may stand. */
function hasForeignStart(buffer: Buffer): boolean {
  const before = buffer.toString('latin1', 0, buffer.indexOf('%PDF-')).replace(/^\u00ef\u00bb\u00bf/, '');
  return /[^\s\0]/.test(before);
}

function endOfPdf(buffer: Buffer): number {
  const at = buffer.lastIndexOf('%%EOF');
  return at < 0 ? buffer.length : at + 5;
}

/** Another file follows the end. Scanners and phones leave data of their own there, which no program takes for a file. */
function hasForeignEnd(buffer: Buffer, end: number): boolean {
  const rest = buffer.subarray(end);
  const text = rest.toString('latin1', 0, lookedAt).trimStart();
  return beginnings.some((beginning) => text.startsWith(beginning)) || rest.includes('%PDF-') || markup.test(text);
}

function endOfPicture(buffer: Buffer, type: FileType): number {
  if (type === 'png') return endOfPng(buffer);
  return type === 'jpeg' ? endOfJpeg(buffer) : buffer.length;
}

function endOfPng(buffer: Buffer): number {
  for (let at = 8; at + 12 <= buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    if (buffer.toString('latin1', at + 4, at + 8) === 'IEND') return at + 12;
  }
  return buffer.length;
}

/** Behind the last scan: phones append a second, smaller picture or a short film, which does no harm. */
function endOfJpeg(buffer: Buffer): number {
  let at = 2;
  while (at + 4 <= buffer.length) {
    const marker = buffer[at + 1]!;
    if (buffer[at] !== 0xff) at += 1;
    else if (marker === 0xd9) return at + 2;
    else if (marker === 0xda) at = endOfScan(buffer, at + 2 + buffer.readUInt16BE(at + 2));
    else at += marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8) ? 1 : 2 + buffer.readUInt16BE(at + 2);
  }
  return buffer.length;
}

/** In a scan 0xff is followed by 0 or by a restart marker, until the next segment. */
function endOfScan(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(0xff, from); at >= 0 && at + 1 < buffer.length; at = buffer.indexOf(0xff, at + 1)) {
    const next = buffer[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return buffer.length;
}
