import { join, mix } from '../hash.js';
import { text as limits } from '../limits.js';

const seeds = Uint32Array.from({ length: limits.bands * limits.rows }, (_, place) => mix(0x51ed270b + place));

/**
 * One number per band of the MinHash sketch of the word shingles (Broder 1997): two texts share a band with the probability
 * likeness^rows. No bands when the text is too short to say anything.
 */
export function bandsOf(words: Uint16Array): number[] {
  if (words.length < limits.leastTokens) return [];
  const least = new Uint32Array(seeds.length).fill(0xffffffff);
  for (const shingle of shinglesOf(words)) {
    for (let place = 0; place < seeds.length; place += 1) {
      const value = mix(shingle ^ seeds[place]!);
      if (value < least[place]!) least[place] = value;
    }
  }
  return Array.from({ length: limits.bands }, (_, band) => {
    let key = band;
    for (let row = 0; row < limits.rows; row += 1) key = join(key, least[band * limits.rows + row]!);
    return key;
  });
}

function shinglesOf(words: Uint16Array): Set<number> {
  const shingles = new Set<number>();
  for (let at = 0; at + limits.shingle <= words.length; at += 1) {
    let shingle = 0;
    for (let i = 0; i < limits.shingle; i += 1) shingle = join(shingle, words[at + i]!);
    shingles.add(shingle);
  }
  return shingles;
}
