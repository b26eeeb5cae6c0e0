/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {[number, number]} Point */
/** @typedef {Point[]} Stroke */

/**
 * The point at an index, the ends repeated.
 * @param {readonly Point[]} points
 * @param {number} index
 * @returns {Point}
 */
export function pointAt(points, index) {
  return points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
}

/**
 * A smooth line through the points (Catmull-Rom); a point given twice stays a corner.
 * @param {readonly Point[]} points
 * @param {number} steps points between two of the given
 * @returns {Stroke}
 */
export function smooth(points, steps = 10) {
  /** @type {Stroke} */
  const line = [];
  for (let i = 0; i < points.length - 1; i += 1) {
    const [a, b, c, d] = [pointAt(points, i - 1), pointAt(points, i), pointAt(points, i + 1), pointAt(points, i + 2)];
    for (let s = 0; s < steps; s += 1)
      line.push([spline(a[0], b[0], c[0], d[0], s / steps), spline(a[1], b[1], c[1], d[1], s / steps)]);
  }
  line.push(pointAt(points, points.length - 1));
  return line;
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 * @param {number} t
 */
function spline(a, b, c, d, t) {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/**
 * @param {readonly Stroke[]} strokes
 * @returns {[number, number, number, number]}
 */
export function boundsOf(strokes) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of strokes.flat()) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
}

/**
 * @param {readonly Stroke[]} strokes
 * @param {(point: Point) => Point} move
 * @returns {Stroke[]}
 */
export function moved(strokes, move) {
  return strokes.map((stroke) => stroke.map(move));
}

/**
 * The strokes moved into a box from (0, 0) of this size.
 * @param {readonly Stroke[]} strokes
 * @param {number} width
 * @param {number} height
 * @returns {Stroke[]}
 */
export function fitted(strokes, width, height) {
  const [x0, y0, x1, y1] = boundsOf(strokes);
  const [sx, sy] = [width / Math.max(x1 - x0, 1e-6), height / Math.max(y1 - y0, 1e-6)];
  return moved(strokes, ([x, y]) => [(x - x0) * sx, (y - y0) * sy]);
}

/**
 * Slanted to the right by a tangent and turned by an angle, about (0, 0).
 * @param {readonly Stroke[]} strokes
 * @param {number} slant
 * @param {number} angle radians, clockwise
 * @returns {Stroke[]}
 */
export function leaning(strokes, slant, angle) {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return moved(strokes, ([x, y]) => {
    const across = x - slant * y;
    return [across * cos - y * sin, across * sin + y * cos];
  });
}

/**
 * The same strokes as a hand would repeat them: displaced by a slow wave.
 * @param {readonly Stroke[]} strokes
 * @param {Random} random
 * @param {number} amount
 * @returns {Stroke[]}
 */
export function repeated(strokes, random, amount) {
  return strokes.map((stroke) => {
    const [across, down] = [wave(random, stroke.length, amount), wave(random, stroke.length, amount)];
    return stroke.map(([x, y], i) => [x + across(i), y + down(i)]);
  });
}

/**
 * @param {Random} random
 * @param {number} length
 * @param {number} amount
 * @returns {(index: number) => number}
 */
function wave(random, length, amount) {
  const parts = [1, 2, 3].map((turns) => ({
    turns,
    size: random.normal(0, amount / turns),
    phase: random.real(0, 6.28),
  }));
  return (index) =>
    parts.reduce(
      (sum, { turns, size, phase }) => sum + size * Math.sin(phase + (index / Math.max(length, 6)) * turns * 3.1),
      0,
    );
}
