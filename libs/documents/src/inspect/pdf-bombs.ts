import { constants, inflateSync } from 'node:zlib';
import { limits } from '../thresholds.js';
import { unpacked } from './unpacked-limits.js';

/** How much of what stands before a stream is looked at: its dictionary. */
const dictionaryBytes = 600;

/**
 * Streams that unfold beyond what a paper can hold, seen before anything parses the file: one picture larger than a page at 600 dpi,
 * object streams (the parser unfolds all of them at once, without a limit) too large together, or one packed twice.
 */
export function hasBomb(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let objects = 0;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7);
    const end = buffer.indexOf('endstream', start);
    const packed = buffer.subarray(start, end < 0 ? undefined : end);
    const dictionary = dictionaryBefore(buffer, at);
    if (isOddlyPacked(dictionary)) return true;
    const isObjects = isForParser(dictionary);
    const most = isObjects ? unpacked.objectBytes : limits.unfoldedBytes;
    const bytesOfStream = unfoldedBytes(packed, most);
    objects += isObjects ? bytesOfStream : 0;
    if (bytesOfStream > most || objects > unpacked.objectBytes) return true;
    if (end > at) at = end + 3;
  }
  return false;
}

function dictionaryBefore(buffer: Buffer, at: number): string {
  const text = buffer.toString('latin1', Math.max(0, at - dictionaryBytes), at);
  const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain.slice(plain.lastIndexOf(' obj') + 1);
}

/** Packed twice, or objects for the parser in a packing that nobody uses for them. */
function isOddlyPacked(dictionary: string): boolean {
  if (isForParser(dictionary) && /\/Filter/.test(dictionary) && !/\/Filter\s*\[?\s*\/FlateDecode/.test(dictionary)) return true;
  const filters = /\/Filter\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '';
  return (filters.match(/FlateDecode|LZWDecode|\/Fl\b|\/LZW\b|RunLengthDecode/g)?.length ?? 0) > 1;
}

function isForParser(dictionary: string): boolean {
  return /\/Type\s*\/(ObjStm|XRef)\b/.test(dictionary);
}

/** Bytes that a stream packed with deflate unfolds to; one more than `most` when it is more. */
function unfoldedBytes(packed: Buffer, most: number): number {
  // Deflate gains at most about a thousandfold, so what is small enough needs no trial.
  if (packed.length * 1032 < most && most === limits.unfoldedBytes) return 0;
  if ((packed[0]! & 0x0f) !== 8) return 0;
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
