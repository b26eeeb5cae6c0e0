/** @typedef {import('./picture.mjs').Picture} Picture */
/** @typedef {[number, number, number, number, number, number, number, number, number]} Matrix rows of a homography */
/** @typedef {[number, number]} Point */

/** @type {Matrix} */
export const UNMOVED = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/**
 * First b, then a.
 * @param {Matrix} a
 * @param {Matrix} b
 * @returns {Matrix}
 */
export function after(a, b) {
  const [a0, a1, a2, a3, a4, a5, a6, a7, a8] = a;
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8] = b;
  return [
    a0 * b0 + a1 * b3 + a2 * b6,
    a0 * b1 + a1 * b4 + a2 * b7,
    a0 * b2 + a1 * b5 + a2 * b8,
    a3 * b0 + a4 * b3 + a5 * b6,
    a3 * b1 + a4 * b4 + a5 * b7,
    a3 * b2 + a4 * b5 + a5 * b8,
    a6 * b0 + a7 * b3 + a8 * b6,
    a6 * b1 + a7 * b4 + a8 * b7,
    a6 * b2 + a7 * b5 + a8 * b8,
  ];
}

/**
 * @param {Matrix} matrix
 * @param {number} x
 * @param {number} y
 * @returns {Point}
 */
export function applied([a, b, c, d, e, f, g, h, i], x, y) {
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/**
 * @param {Matrix} matrix
 * @returns {Matrix}
 */
export function inverse([a, b, c, d, e, f, g, h, i]) {
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const det = a * A + b * B + c * C;
  return [
    A / det,
    (c * h - b * i) / det,
    (b * f - c * e) / det,
    B / det,
    (a * i - c * g) / det,
    (c * d - a * f) / det,
    C / det,
    (b * g - a * h) / det,
    (a * e - b * d) / det,
  ];
}

/**
 * From a rectangle at (0, 0) to four corners, clockwise from the top left.
 * @param {number} width
 * @param {number} height
 * @param {[Point, Point, Point, Point]} corners
 * @returns {Matrix}
 */
export function towards(width, height, [[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const det = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det];
  const unit = /** @type {Matrix} */ ([
    x1 - x0 + g * x1,
    x3 - x0 + h * x3,
    x0,
    y1 - y0 + g * y1,
    y3 - y0 + h * y3,
    y0,
    g,
    h,
    1,
  ]);
  return after(unit, [1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1]);
}

/**
 * @param {Picture} source
 * @param {Matrix} matrix from the source to the result
 * @param {{ width: number, height: number, ground?: Picture | undefined, tone?: number }} result size and what lies around the page
 * @returns {Picture}
 */
export function warped(source, matrix, { width, height, ground, tone = 255 }) {
  const { channels } = source;
  const data = ground ? new Uint8Array(ground.data) : new Uint8Array(width * height * channels).fill(tone);
  const [a, b, c, d, e, f, g, h, i] = inverse(matrix);
  const [right, bottom] = [source.width - 1, source.height - 1];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels) {
      const w = 1 / (g * x + h * y + i);
      const [u, v] = [(a * x + b * y + c) * w, (d * x + e * y + f) * w];
      if (u < 0 || v < 0 || u >= right || v >= bottom) continue;
      sample(source, u, v, data, at);
    }
  }
  return { width, height, channels, data };
}

/**
 * @param {Picture} source
 * @param {number} u
 * @param {number} v
 * @param {Uint8Array} data
 * @param {number} at
 */
function sample({ width, channels, data: from }, u, v, data, at) {
  const [x, y] = [u | 0, v | 0];
  const [fx, fy] = [u - x, v - y];
  const [p, row] = [(y * width + x) * channels, width * channels];
  for (let k = 0; k < channels; k += 1) {
    const top = (from[p + k] ?? 0) * (1 - fx) + (from[p + channels + k] ?? 0) * fx;
    const bottom = (from[p + row + k] ?? 0) * (1 - fx) + (from[p + row + channels + k] ?? 0) * fx;
    data[at + k] = top * (1 - fy) + bottom * fy + 0.5;
  }
}

/**
 * @param {Picture} picture
 * @param {number} quarters turns clockwise
 * @returns {{ picture: Picture, matrix: Matrix }}
 */
export function turned(picture, quarters) {
  const { width: w, height: h, channels, data } = picture;
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return { picture, matrix: UNMOVED };
  const [width, height] = turns === 2 ? [w, h] : [h, w];
  const result = new Uint8Array(data.length);
  const [start, across, down] = [
    [0, 1, w],
    [(h - 1) * w, -w, 1],
    [w * h - 1, -1, -w],
    [w - 1, w, -1],
  ][turns] ?? [0, 1, w];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((start ?? 0) + x * (across ?? 1) + y * (down ?? w)) * channels;
      for (let k = 0; k < channels; k += 1) result[at++] = data[from + k] ?? 0;
    }
  }
  const matrices = /** @type {Matrix[]} */ ([
    UNMOVED,
    [0, -1, h, 1, 0, 0, 0, 0, 1],
    [-1, 0, w, 0, -1, h, 0, 0, 1],
    [0, 1, 0, -1, 0, w, 0, 0, 1],
  ]);
  return { picture: { width, height, channels, data: result }, matrix: matrices[turns] ?? UNMOVED };
}
