// Damage to files, the same for the same seed.

/** @typedef {() => number} Random a number from 0 to 1, 1 excluded */

/** @param {number} seed @returns {Random} mulberry32: small, quick, good enough to choose places */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param {Random} random @param {number} below */
export const upTo = (random, below) => Math.floor(random() * below);

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
export const oneOf = (random, list) => /** @type {T} */ (list[upTo(random, list.length)]);

const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Each takes a copy that it may change. @type {Record<string, (bytes: Buffer, random: Random, other: Buffer) => Buffer>} */
const MUTATIONS = {
  bits(bytes, random) {
    for (let left = 1 + upTo(random, 64); left > 0; left -= 1) {
      const at = upTo(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(random, 8));
    }
    return bytes;
  },
  head(bytes, random) {
    for (let left = 1 + upTo(random, 8); left > 0; left -= 1) {
      bytes[upTo(random, Math.min(512, bytes.length))] = upTo(random, 256);
    }
    return bytes;
  },
  tail(bytes, random) {
    for (let left = 1 + upTo(random, 8); left > 0; left -= 1) {
      bytes[Math.max(0, bytes.length - 1 - upTo(random, 1024))] = upTo(random, 256);
    }
    return bytes;
  },
  edges(bytes, random) {
    const [value, at] = [oneOf(random, EDGES), upTo(random, Math.max(1, bytes.length - 4))];
    if (bytes.length < 4) return bytes;
    random() < 0.5 ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
    return bytes;
  },
  digits(bytes, random) {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d{1,9}/g)];
    const found = numbers.length > 0 ? oneOf(random, numbers) : undefined;
    return found ? Buffer.from(text.slice(0, found.index) + oneOf(random, ['0', '-1', '1', '99999', '2147483648', '1e99']) + text.slice(found.index + found[0].length), 'latin1') : bytes;
  },
  cut: (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  spliced(bytes, random, other) {
    const [at, from] = [upTo(random, bytes.length), upTo(random, other.length)];
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + upTo(random, 4096)), bytes.subarray(random() < 0.5 ? at : at + upTo(random, 4096))]);
  },
  swapped(bytes, random) {
    const [a, b, c] = [0, 0, 0].map(() => upTo(random, bytes.length)).sort((x, y) => x - y);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]);
  },
  repeated(bytes, random) {
    const at = upTo(random, bytes.length);
    const chunk = bytes.subarray(at, at + 1 + upTo(random, 2048));
    return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: 1 + upTo(random, 20) }, () => chunk), bytes.subarray(at)]);
  },
  run(bytes, random) {
    const at = upTo(random, bytes.length);
    return bytes.fill(oneOf(random, [0, 0xff, 0x20, 0x28, 0x5b, 0x3c]), at, Math.min(bytes.length, at + upTo(random, 512)));
  },
};

/**
 * A damaged copy: one to four mutations, the rest of the file as it was.
 * @param {Buffer} original @param {Random} random @param {Buffer} other where foreign chunks come from
 */
export function mutated(original, random, other) {
  let bytes = Buffer.from(original);
  for (let left = 1 + upTo(random, 4); left > 0 && bytes.length > 0; left -= 1) {
    bytes = Buffer.from(oneOf(random, Object.values(MUTATIONS))(bytes, random, other));
  }
  return bytes;
}
