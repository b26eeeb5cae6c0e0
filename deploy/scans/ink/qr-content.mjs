import { generatorOf, remainder } from './qr-correction.mjs';

// What a QR code of bytes holds (ISO/IEC 18004, versions 1 to 25), as large as the text needs.

/** @typedef {'L' | 'M'} Level */

/** @type {Record<Level, { perBlock: number[], blocks: number[] }>} correction bytes per block and number of blocks, by version from 1 */
const LEVELS = {
  L: {
    perBlock: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12],
  },
  M: {
    perBlock: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21],
  },
};
const LARGEST = 25;

/**
 * @param {string} text
 * @param {Level} level
 * @returns {{ version: number, bytes: number[] }} data and correction bytes in the order in which they are placed
 */
export function qrContent(text, level) {
  const bytes = Buffer.from(text, 'utf8');
  const version = versionFor(bytes.length, level);
  return { version, bytes: interleaved(bytes, version, level) };
}

/** @param {number} version */
function rawModules(version) {
  const centres = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignment = centres === 0 ? 0 : (25 * centres - 10) * centres - 55;
  return (16 * version + 128) * version + 64 - alignment - (version >= 7 ? 36 : 0);
}

/**
 * @param {number} version
 * @param {Level} level
 */
function sizesOf(version, level) {
  const [perBlock, blocks] = [LEVELS[level].perBlock[version - 1] ?? 0, LEVELS[level].blocks[version - 1] ?? 1];
  const all = Math.floor(rawModules(version) / 8);
  return { perBlock, blocks, all, data: all - perBlock * blocks };
}

/**
 * @param {number} length
 * @param {Level} level
 */
function versionFor(length, level) {
  for (let version = 1; version <= LARGEST; version += 1) {
    if (sizesOf(version, level).data >= length + (version < 10 ? 2 : 3)) return version;
  }
  throw new Error('Too long a text for a QR code');
}

/**
 * @param {Buffer} bytes
 * @param {number} version
 * @param {Level} level
 */
function padded(bytes, version, level) {
  const bits = [
    ...bitsOf(4, 4),
    ...bitsOf(bytes.length, version < 10 ? 8 : 16),
    ...[...bytes].flatMap((byte) => bitsOf(byte, 8)),
    0,
    0,
    0,
    0,
  ];
  const { data } = sizesOf(version, level);
  return Uint8Array.from({ length: data }, (_, i) => {
    if (i * 8 >= bits.length) return (i - Math.ceil(bits.length / 8)) % 2 ? 0x11 : 0xec;
    return bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0) << Math.max(0, i * 8 + 8 - bits.length);
  });
}

/**
 * @param {number} value
 * @param {number} count
 */
function bitsOf(value, count) {
  return Array.from({ length: count }, (_, i) => (value >> (count - 1 - i)) & 1);
}

/**
 * @param {Buffer} bytes
 * @param {number} version
 * @param {Level} level
 */
function interleaved(bytes, version, level) {
  const { perBlock, blocks, all, data } = sizesOf(version, level);
  const content = padded(bytes, version, level);
  const short = Math.floor(all / blocks) - perBlock;
  const shortBlocks = blocks - (all % blocks);
  const generator = generatorOf(perBlock);
  let start = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = content.subarray(start, (start += short + (i < shortBlocks ? 0 : 1)));
    return { part, correction: remainder(part, generator) };
  });
  /** @type {number[]} */
  const order = [];
  for (let i = 0; i <= short && order.length < data; i += 1)
    for (const { part } of parts) if (i < part.length) order.push(part[i] ?? 0);
  for (let i = 0; i < perBlock; i += 1) for (const { correction } of parts) order.push(correction[i] ?? 0);
  return order;
}
