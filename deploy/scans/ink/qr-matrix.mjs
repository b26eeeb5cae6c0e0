import { qrContent } from './qr-content.mjs';

// Where the modules of a QR code stand (ISO/IEC 18004).

/** @typedef {import('./qr-content.mjs').Level} Level */

/** @type {Record<Level, number>} as the code itself says its level */
const FORMATS = { L: 1, M: 0 };

/**
 * @param {string} text
 * @param {Level} level of correction
 * @param {number} mask pattern 0 to 7
 * @returns {boolean[][]} rows of modules, true is dark
 */
export function qrMatrix(text, level, mask) {
  const { version, bytes } = qrContent(text, level);
  const grid = new Grid(version * 4 + 17);
  placePatterns(grid, version);
  placeFormat(grid, (FORMATS[level] << 3) | mask);
  placeData(grid, bytes, mask);
  return grid.rows();
}

class Grid {
  /** @param {number} size */
  constructor(size) {
    this.size = size;
    this.dark = new Uint8Array(size * size);
    this.fixed = new Uint8Array(size * size);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} dark
   */
  fix(x, y, dark) {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y * this.size + x] = dark ? 1 : 0;
    this.fixed[y * this.size + x] = 1;
  }

  rows() {
    return Array.from({ length: this.size }, (_, y) =>
      Array.from(this.dark.subarray(y * this.size, (y + 1) * this.size), Boolean),
    );
  }
}

/**
 * @param {Grid} grid
 * @param {number} version
 */
function placePatterns(grid, version) {
  const last = grid.size - 1;
  for (let i = 0; i <= last; i += 1) {
    grid.fix(6, i, i % 2 === 0);
    grid.fix(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [last - 3, 3],
    [3, last - 3],
  ])
    placeSquare(grid, x ?? 3, y ?? 3, 4);
  const centres = centresOf(version);
  for (const x of centres) {
    for (const y of centres) {
      const corner = (x === 6 && y === 6) || (x === 6 && y === last - 6) || (x === last - 6 && y === 6);
      if (!corner) placeSquare(grid, x, y, 2);
    }
  }
  if (version >= 7) placeVersion(grid, version);
}

/**
 * Rings around a centre, dark but for the second (and the outermost of a finder).
 * @param {Grid} grid
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 */
function placeSquare(grid, x, y, reach) {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      grid.fix(x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

/** @param {number} version */
function centresOf(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const centres = [6];
  for (let at = version * 4 + 10; centres.length < count; at -= step) centres.splice(1, 0, at);
  return centres;
}

/**
 * @param {Grid} grid
 * @param {number} version
 */
function placeVersion(grid, version) {
  let rest = version;
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i += 1) {
    const [a, b] = [grid.size - 11 + (i % 3), Math.floor(i / 3)];
    grid.fix(a, b, ((bits >>> i) & 1) === 1);
    grid.fix(b, a, ((bits >>> i) & 1) === 1);
  }
}

/**
 * @param {Grid} grid
 * @param {number} data level and mask
 */
function placeFormat(grid, data) {
  let rest = data;
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (/** @type {number} */ i) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 15; i += 1) {
    if (i < 8) grid.fix(grid.size - 1 - i, 8, bit(i));
    else grid.fix(8, grid.size - 15 + i, bit(i));
    if (i < 6) grid.fix(8, i, bit(i));
    else if (i > 8) grid.fix(14 - i, 8, bit(i));
  }
  grid.fix(8, 7, bit(6));
  grid.fix(8, 8, bit(7));
  grid.fix(7, 8, bit(8));
  grid.fix(8, grid.size - 8, true);
}

/** @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * @param {Grid} grid
 * @param {number[]} bytes
 * @param {number} mask
 */
function placeData(grid, bytes, mask) {
  const masked = MASKS[mask] ?? (() => false);
  let bit = 0;
  for (let right = grid.size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let i = 0; i < grid.size; i += 1) {
      const y = upward ? grid.size - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (grid.fixed[y * grid.size + x]) continue;
        const dark = (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
        grid.dark[y * grid.size + x] = dark !== masked(x, y) ? 1 : 0;
      }
    }
  }
}
