import type { Fingerprint } from './fingerprint.js';
import { join, mix } from './hash.js';
import { KEYS, keyAt, REGION_BYTES, turnedOver } from './picture/cosine-hash.js';
import { bandsOf } from './text/sketch.js';

/** Keys (32-bit numbers) of an index, apart for pictures and for texts: papers in a shared form would crowd out pictures whose text was not read. */
export interface Keys {
  readonly picture: Uint32Array;
  readonly text: Uint32Array;
}

/** Of the regions of a page every second is in the index; a new paper is sought by all of its regions. */
const EVERY = 2;

/** The keys under which a paper is stored in an index. */
export function storedKeys(fingerprint: Fingerprint): Keys {
  const picture = new Set<number>();
  for (const page of fingerprint.pages) {
    for (let from = 0; from < page.length; from += EVERY * REGION_BYTES) {
      for (let key = 0; key < KEYS; key += 1) picture.add(pictureKey(key, keyAt(page, from, key).value));
    }
  }
  return { picture: Uint32Array.from(picture), text: textKeys(fingerprint) };
}

/** The keys by which papers like this one are sought: whichever way up it was scanned, and whichever of its weak bits are wrong. */
export function soughtKeys(fingerprint: Fingerprint): Keys {
  const picture = new Set<number>();
  for (const page of fingerprint.pages) {
    for (const side of [page, turnedOver(page)]) {
      for (let from = 0; from < side.length; from += REGION_BYTES) {
        for (let key = 0; key < KEYS; key += 1) probe(picture, key, keyAt(side, from, key));
      }
    }
  }
  return { picture: Uint32Array.from(picture), text: textKeys(fingerprint) };
}

/** The key with each choice of its weak bits turned (multi-probe hashing, Lv et al. 2007). */
function probe(into: Set<number>, key: number, { value, weak }: { value: number; weak: number }): void {
  // Counts down through all subsets of the bits of a mask.
  for (let turned = weak; ; turned = (turned - 1) & weak) {
    into.add(pictureKey(key, value ^ turned));
    if (turned === 0) return;
  }
}

function pictureKey(key: number, value: number): number {
  return mix(value | (key << 24));
}

function textKeys({ algorithm, text }: Fingerprint): Uint32Array {
  return Uint32Array.from(new Set(bandsOf(text.words).map((band) => join(algorithm, band))));
}
