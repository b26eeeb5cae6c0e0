import { limits } from '../thresholds.js';
import type { FileRefusal } from './refusals.js';

export interface ImagePages {
  readonly pages: 1;
}

/** Size and completeness of a picture from its headers alone: a bomb must not be decoded to be found. */
export function inspectImage(bytes: Uint8Array, type: 'jpeg' | 'png'): ImagePages | FileRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = type === 'png' ? pngSize(view) : jpegSize(view);
  if (typeof found === 'string') return found;
  if (found.width === 0 || found.height === 0) return 'file.broken';
  return found.width * found.height > limits.pixels ? 'file.too_many_pixels' : { pages: 1 };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Walks the chunks: the header must come first and the end chunk must be there. */
function pngSize(view: DataView): Size | FileRefusal {
  if (view.byteLength < 33) return 'file.truncated';
  if (view.getUint32(12) !== 0x49484452) return 'file.broken';
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  if (size.width * size.height > limits.pixels) return size;
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    const name = view.getUint32(at + 4);
    if (at + 12 + length > view.byteLength) return 'file.truncated';
    if (name === 0x49454e44) return size;
    at += 12 + length;
  }
  return 'file.truncated';
}

/** Walks the segments to the frame header; the picture must end with the end marker. */
function jpegSize(view: DataView): Size | FileRefusal {
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return 'file.broken';
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return 'file.broken';
    if (isFrame(marker)) {
      if (at + 9 > view.byteLength) return 'file.truncated';
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      return hasEnd(view, at) ? size : 'file.truncated';
    }
    at += 2 + length;
  }
  return 'file.truncated';
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The end marker, looked for from the end: scanners append a few kilobytes of their own. */
function hasEnd(view: DataView, from: number): boolean {
  const stop = Math.max(from, view.byteLength - 64 * 1024);
  for (let at = view.byteLength - 2; at >= stop; at -= 1) {
    if (view.getUint16(at) === 0xffd9) return true;
  }
  return false;
}
