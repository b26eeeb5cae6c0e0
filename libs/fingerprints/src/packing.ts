import type { Fingerprint } from './fingerprint.js';
import { REGION_BYTES } from './picture/cosine-hash.js';

const LISTS = ['words', 'ends', 'numbers', 'dates', 'places', 'names'] as const;
const SHA_BYTES = 32;

/** A fingerprint as bytes: algorithm, SHA-256, pages (count; regions of each), six lists of 16-bit numbers (count; values), little endian. */
export function packFingerprint({ algorithm, sha256, pages, text }: Fingerprint): Uint8Array {
  const size =
    1 + SHA_BYTES + 1 + pages.reduce((sum, page) => sum + 1 + page.length, 0) + LISTS.reduce((sum, list) => sum + 2 + 2 * text[list].length, 0);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  packed[0] = algorithm;
  packed.set(Uint8Array.from(sha256.match(/../g) ?? [], (hex) => parseInt(hex, 16)), 1);
  let at = 1 + SHA_BYTES;
  packed[at++] = pages.length;
  for (const page of pages) {
    packed[at++] = page.length / REGION_BYTES;
    packed.set(page, at);
    at += page.length;
  }
  for (const list of LISTS) {
    view.setUint16(at, text[list].length, true);
    at += 2;
    for (const value of text[list]) {
      view.setUint16(at, value, true);
      at += 2;
    }
  }
  return packed;
}

/** The fingerprint that `packFingerprint` made bytes of. */
export function unpackFingerprint(packed: Uint8Array): Fingerprint {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const sha256 = Array.from(packed.subarray(1, 1 + SHA_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  let at = 1 + SHA_BYTES;
  const pages = Array.from({ length: packed[at++]! }, () => {
    const bytes = packed[at++]! * REGION_BYTES;
    at += bytes;
    return packed.slice(at - bytes, at);
  });
  const lists = LISTS.map((list) => {
    const values = Uint16Array.from({ length: view.getUint16(at, true) }, (_, i) => view.getUint16(at + 2 + 2 * i, true));
    at += 2 + 2 * values.length;
    return [list, values] as const;
  });
  return { algorithm: packed[0]!, sha256, pages, text: Object.fromEntries(lists) as unknown as Fingerprint['text'] };
}
