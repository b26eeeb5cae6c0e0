import { fitted } from './strokes.mjs';

/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./strokes.mjs').Stroke} Stroke */
/** @typedef {import('./strokes.mjs').Point} Point */

/**
 * @param {number} count
 * @param {(share: number, index: number) => Point} point
 * @returns {Stroke}
 */
function traced(count, point) {
  return Array.from({ length: count }, (_, i) => point(i / (count - 1), i));
}

/** Figures of eight that drift to the right. @param {Random} r @returns {Stroke[]} */
function eights(r) {
  const [turns, wide, ratio, phase] = [r.real(1.5, 4), r.real(0.6, 1.6), r.pick([2, 1.5, 3]), r.real(0, 3)];
  const drift = r.real(0.5, 2.4);
  return [traced(Math.round(turns * 14), (share) => [share * drift + wide * Math.sin(share * turns * 6.28 + phase), (1 - 0.5 * share) * Math.sin(share * turns * 6.28 * ratio)])];
}

/** A sum of slow waves. @param {Random} r @returns {Stroke[]} */
function waves(r) {
  const parts = Array.from({ length: r.integer(3, 6) }, (_, i) => ({ turns: (i + 1) * r.real(0.8, 1.5), x: r.real(-0.5, 0.5) / (i + 1), y: r.real(0.3, 0.9) / Math.sqrt(i + 1), phase: r.real(0, 6.28) }));
  const length = r.real(1.5, 4);
  return [traced(r.integer(30, 60), (share) => {
    const at = (/** @type {'x' | 'y'} */ axis) => parts.reduce((sum, part) => sum + part[axis] * Math.sin(part.turns * share * 6.28 + part.phase + (axis === 'x' ? 1.4 : 0)), 0);
    return [share * length + at('x'), at('y') * (1.1 - 0.6 * share)];
  })];
}

/** A coil that leaves in a line. @param {Random} r @returns {Stroke[]} */
function coil(r) {
  const [turns, flat] = [r.real(1.8, 4), r.real(0.45, 1)];
  const growing = r.chance(0.5);
  const rings = traced(Math.round(turns * 10), (share) => {
    const size = growing ? 0.25 + 0.75 * share : 1 - 0.75 * share;
    return [size * Math.cos(share * turns * 6.28), flat * size * Math.sin(share * turns * 6.28)];
  });
  const [x, y] = rings.at(-1) ?? [0, 0];
  return [[...rings, [x + r.real(0.4, 0.9), y + r.real(-0.3, 0.1)], [x + r.real(1.2, 3.4), y + r.real(-0.6, 0.3)]]];
}

/** Arches or garlands, as in fast script. @param {Random} r @returns {Stroke[]} */
function arches(r) {
  const down = r.chance(0.5) ? 1 : -1;
  const count = r.integer(4, 9);
  /** @type {Stroke} */
  const line = [[-0.4, down * r.real(0.2, 1)], [0, -down * r.real(0.8, 1.6)]];
  let x = 0;
  for (let i = 0; i < count; i += 1) {
    const [wide, tall] = [r.real(0.2, 0.5), r.real(0.2, 0.7) * (1 - (0.6 * i) / count)];
    line.push([x, 0], [x, 0], [x + wide * 0.35, down * tall], [x + wide * 0.8, down * tall * 0.9]);
    x += wide;
  }
  line.push([x, 0], [x + r.real(0.5, 2), r.real(-0.3, 0.4)]);
  return [line];
}

/** A letter inside a big oval. @param {Random} r @returns {Stroke[]} */
function lasso(r) {
  const start = r.real(2, 4);
  const oval = traced(r.integer(14, 22), (share) => [1.4 * Math.cos(start + share * 7.2), 0.75 * (1 - 0.2 * share) * Math.sin(start + share * 7.2)]);
  const [inside = []] = fitted(arches(r), r.real(1.2, 2.2), r.real(0.6, 1.2));
  return [inside.map(([x, y]) => /** @type {Point} */ ([x - 0.9, y - 0.5])), [...oval, [r.real(1.6, 3), r.real(0, 0.5)]]];
}

/** Straight strokes with corners and dots. @param {Random} r @returns {Stroke[]} */
function angular(r) {
  /** @type {Stroke} */
  const line = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < r.integer(4, 8); i += 1) {
    line.push([x, y], [x, y]);
    x += r.real(-0.25, 0.9);
    y = (i % 2 ? 0.5 : -0.5) * r.real(0.3, 1.6);
  }
  line.push([x + r.real(0.4, 1.6), y * 0.3]);
  const dots = Array.from({ length: r.integer(0, 3) }, () => {
    const at = /** @type {Point} */ ([r.real(0.2, x + 0.5), r.real(-0.8, 0.8)]);
    return /** @type {Stroke} */ ([at, [at[0] + 0.04, at[1] + 0.02]]);
  });
  return [line, ...dots];
}

/** Two letters drawn over one another. @param {Random} r @returns {Stroke[]} */
function monogram(r) {
  const stem = /** @type {Stroke} */ ([[0.2, -1], [r.real(-0.1, 0.1), 1]]);
  const belly = /** @type {Stroke} */ ([[0, -0.8], [r.real(0.7, 1.1), -0.9], [r.real(0.8, 1.1), -0.1], [0.05, 0.1], [r.real(0.7, 1.2), 0.4], [r.real(0.6, 1), 1], [-0.2, 0.9]]);
  const curl = traced(12, (share) => [0.8 + 0.6 * Math.cos(4.2 - share * 5.5), 0.1 + 0.7 * Math.sin(4.2 - share * 5.5)]);
  const bar = /** @type {Stroke} */ ([[r.real(-0.5, 0), r.real(0, 0.4)], [r.real(1, 2.2), r.real(-0.4, 0.1)]]);
  return r.pick([[stem, belly, curl], [stem, belly, bar], [stem, curl, bar], [curl, bar, belly]]);
}

/** From place to place with the least jerk, the places drawn by lot. @param {Random} r @returns {Stroke[]} */
function wandering(r) {
  const places = traced(r.integer(6, 11), (share) => [share * 3 + r.real(-0.9, 0.9), r.real(-1, 1) * (1.2 - 0.7 * share)]);
  /** @type {Stroke} */
  const line = [];
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [[x0, y0], [x1, y1]] = [places[i] ?? [0, 0], places[i + 1] ?? [0, 0]];
    const bend = r.real(-0.35, 0.35);
    for (const t of [0.05, 0.3, 0.6]) {
      const eased = t * t * t * (10 - 15 * t + 6 * t * t);
      const side = bend * Math.sin(Math.PI * eased);
      line.push([x0 + (x1 - x0) * eased - (y1 - y0) * side, y0 + (y1 - y0) * eased + (x1 - x0) * side]);
    }
  }
  return [line];
}

/** A tick that flies off, sometimes twice. @param {Random} r @returns {Stroke[]} */
function wings(r) {
  const far = r.real(1.6, 4);
  const first = /** @type {Stroke} */ ([[0, 0], [r.real(0.2, 0.4), r.real(0.4, 0.7)], [r.real(0.2, 0.4), r.real(0.5, 0.7)], [r.real(0.8, 1.4), r.real(-1, -0.5)], [far, r.real(-0.9, -0.2)]]);
  if (r.chance(0.4)) return [first];
  const second = traced(10, (share, i) => [0.5 + share * far * 0.6, 0.35 - share * 0.4 + (i % 2 ? -1 : 1) * r.real(0.08, 0.3)]);
  return r.chance(0.5) ? [first, second] : [[...first.slice(0, 4), ...second]];
}

/** One long flat line with a knot in it. @param {Random} r @returns {Stroke[]} */
function knot(r) {
  const at = r.real(0.6, 2);
  const rings = traced(r.integer(10, 16), (share) => [at + share * 0.5 + 0.35 * Math.cos(share * 9 + 2), 0.5 * Math.sin(share * 9 + 2) * (1 - 0.3 * share)]);
  return [[[r.real(-0.8, 0), r.real(-0.1, 0.5)], ...rings, [r.real(2.2, 3), r.real(0.1, 0.4)], [r.real(3.2, 5), r.real(-0.3, 0.4)]]];
}

/** @type {Record<string, (random: Random) => Stroke[]>} */
export const REPORT_MODELS = { eights, waves, coil, arches, lasso, angular, monogram, wandering, wings, knot };
