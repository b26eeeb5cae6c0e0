import { boundsOf, fitted, moved } from './strokes.mjs';

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

/**
 * @param {Stroke} body
 * @param {Random} r
 * @returns {Stroke}
 */
function withTail(body, r) {
  const [x0, y0, x1, y1] = boundsOf([body]);
  const [w, h] = [x1 - x0, y1 - y0];
  const [x, y] = body.at(-1) ?? [0, 0];
  return [...body, [x + w * r.real(0.05, 0.25), y - h * r.real(0, 0.3)], [x - w * r.real(0.2, 0.7), y + h * r.real(0.25, 0.6)], [x + w * r.real(0.1, 0.6), y + h * r.real(-0.1, 0.3)]];
}

/** A row of loops that grow smaller. @param {Random} r @returns {Stroke[]} */
function loops(r) {
  const turns = r.integer(3, 8);
  const [step, wide, fade] = [r.real(0.35, 0.8), r.real(0.25, 0.7), r.real(0, 0.75)];
  const heights = Array.from({ length: turns + 2 }, () => r.real(0.45, 1));
  const row = traced(turns * 9, (share) => {
    const turn = share * turns;
    const tall = (heights[Math.floor(turn)] ?? 1) * (1 - share * fade);
    const angle = turn * 2 * Math.PI;
    return [turn * step + wide * tall * Math.cos(angle), tall * Math.sin(angle) + turn * 0.03];
  });
  return [r.chance(0.5) ? withTail(row, r) : row];
}

/** Teeth up and down. @param {Random} r @returns {Stroke[]} */
function zigzag(r) {
  const teeth = r.integer(5, 13);
  let x = 0;
  const line = traced(teeth, (share, i) => {
    x += r.real(0.02, 0.5);
    return [x, (i % 2 ? -1 : 1) * r.real(0.25, 0.9) * (1 - 0.7 * share)];
  });
  const first = /** @type {Point} */ ([-0.3, r.real(-1.6, -0.4)]);
  return [[first, ...line, [x + r.real(0.4, 2), r.real(-0.3, 0.3)]]];
}

/** @param {Random} r @returns {Stroke} */
function capital(r) {
  const kind = r.integer(0, 3);
  if (kind === 0) return [[0, 0.2], [r.real(0.1, 0.4), -1.2], [r.real(0.5, 0.8), -1.4], [r.real(0.2, 0.5), 0.3], [r.real(-0.2, 0.1), 0.6], [r.real(0.3, 0.8), 0.1], [r.real(0.9, 1.3), -0.2]];
  if (kind === 1) return [[r.real(0, 0.5), -1.2], [r.real(-0.1, 0.2), 0.5], [r.real(0.2, 0.4), 0.2], [r.real(0.6, 1), -1], [r.real(0.6, 1.1), 0.5], [1.2, 0]];
  if (kind === 2) return [[1, -0.9], [0.5, -1.3], [0, -0.6], [0.1, 0.3], [0.7, 0.5], [1.1, 0], [0.7, -0.4], [0.2, 0], [0.9, 0.4], [1.5, 0.1]];
  return [[0.1, 0.6], [r.real(0.4, 0.6), -1.2], [r.real(0.4, 0.6), -1.2], [r.real(0.8, 1.1), 0.6], [r.real(0.3, 0.6), 0.2], [r.real(-0.2, 0.1), -0.1], [1.3, -0.2]];
}

/** A capital letter that runs into waves. @param {Random} r @returns {Stroke[]} */
function capitalFlourish(r) {
  const first = capital(r);
  const [x, y] = first.at(-1) ?? [1, 0];
  const waves = r.integer(4, 10);
  const small = r.real(0.1, 0.35);
  const tail = traced(waves * 2, (share, i) => [x + (i + 1) * r.real(0.12, 0.26), y + (i % 2 ? -1 : 1) * small * (1 - 0.6 * share) + share * r.real(-0.2, 0.2)]);
  const body = r.chance(0.6) ? [...first, ...tail] : first;
  const line = r.chance(0.5) ? withTail(body, r) : body;
  return body === first ? [line, moved([tail], ([a, b]) => [a - r.real(0, 0.05), b])[0] ?? tail] : [line];
}

/** Overlapping bursts of speed, as the muscles make them. @param {Random} r @returns {Stroke[]} */
function lognormal(r) {
  const count = r.integer(6, 13);
  const bursts = Array.from({ length: count }, (_, i) => ({
    start: i * 0.1 * r.real(0.85, 1.2),
    size: r.real(0.3, 1.2) * (i < 2 ? 2 : 1),
    spread: r.real(0.2, 0.42),
    late: r.real(1.6, 2.1),
    from: Math.PI * (i % 2 ? 0.5 : -0.5) + r.real(-0.6, 0.6),
    turn: r.real(0.8, 2.2) * (i % 2 ? 1 : -1),
  }));
  let [x, y] = [0, 0];
  /** @type {Stroke} */
  const path = [];
  const end = count * 0.1 + 0.5;
  for (let t = 0; t < end; t += 0.004) {
    for (const { start, size, spread, late, from, turn } of bursts) {
      if (t <= start) continue;
      const z = (Math.log(t - start) + late) / spread;
      const speed = (size / (spread * (t - start))) * Math.exp((-z * z) / 2) * 0.004;
      const angle = from + turn / (1 + Math.exp(-1.7 * z));
      x += speed * (Math.cos(angle) * 0.75 + 0.35);
      y += speed * Math.sin(angle);
    }
    if (path.length < t / 0.02) path.push([x, y]);
  }
  return [path];
}

/** A short body over one or two long lines. @param {Random} r @returns {Stroke[]} */
function underlined(r) {
  const [body = []] = fitted(r.pick([loops, zigzag, capitalFlourish])(r), r.real(1.6, 3), r.real(0.6, 1));
  const low = r.real(0.7, 1.15);
  const lines = Array.from({ length: r.integer(1, 2) }, (_, i) => /** @type {Stroke} */ ([[r.real(-0.6, 0.2), low + i * 0.18], [r.real(1, 2), low + i * 0.18 + r.real(-0.15, 0.1)], [r.real(2.4, 4.4), low + i * 0.16 + r.real(-0.35, 0.1)]]));
  return [body, ...lines];
}

/** Small and close. @param {Random} r @returns {Stroke[]} */
function compact(r) {
  const count = r.integer(6, 11);
  const line = traced(count, (share) => [share * r.real(0.5, 1.3) + r.real(-0.2, 0.2), r.real(-0.5, 0.5)]);
  const strokes = r.chance(0.4) ? [line, /** @type {Stroke} */ ([[r.real(0, 0.3), r.real(-0.3, 0.3)], [r.real(0.8, 1.5), r.real(-0.4, 0.2)]])] : [line];
  return moved(strokes, ([x, y]) => [x * 0.8, y]);
}

/** A letter-like line struck through by a long flat stroke. @param {Random} r @returns {Stroke[]} */
function crossed(r) {
  const up = /** @type {Stroke} */ ([[0, 0.9], [r.real(0.5, 1), -0.7], [r.real(0.9, 1.2), -0.9], [r.real(0.7, 1), 0.3], [r.real(1, 1.3), 0.2], [r.real(1.5, 1.9), -0.3]]);
  const rings = traced(r.integer(9, 22), (_, i) => [1.7 + i * r.real(0.06, 0.1) + 0.2 * Math.cos(i * 0.8), 0.1 - i * 0.01 + 0.24 * Math.sin(i * 0.8)]);
  const strike = /** @type {Stroke} */ ([[r.real(-1.8, -0.6), r.real(0.6, 1)], [r.real(0.4, 1), r.real(0.3, 0.5)], [r.real(2.6, 3.4), r.real(0.1, 0.5)], [r.real(0.5, 1.2), r.real(0.5, 0.8)], [r.real(2.8, 4.6), r.real(0.2, 0.5)]]);
  return [[...up, ...rings], strike];
}

/** Tall narrow strokes crossed by a sweep. @param {Random} r @returns {Stroke[]} */
function spears(r) {
  const count = r.integer(2, 4);
  const line = traced(count * 3, (_, i) => {
    const x = Math.floor(i / 3) * r.real(0.3, 0.55);
    return i % 3 === 0 ? [x, r.real(0.7, 1)] : i % 3 === 1 ? [x + r.real(0.45, 0.8), r.real(-1.6, -0.9)] : [x + r.real(0.3, 0.55), r.real(-0.6, 0.4)];
  });
  const sweep = /** @type {Stroke} */ ([[r.real(0.9, 1.3), -0.3], [r.real(-0.9, -0.3), r.real(0.2, 0.6)], [-0.8, r.real(0.7, 1)], [r.real(0.2, 0.8), 0.5], [r.real(1.3, 2), r.real(-0.2, 0.4)], [r.real(1.9, 2.8), r.real(-0.4, 0.1)]]);
  return r.chance(0.5) ? [[...line, ...sweep]] : [line, sweep];
}

/** An open bow to the left with a long return. @param {Random} r @returns {Stroke[]} */
function bow(r) {
  const reach = r.real(2, 4.5);
  const tall = r.real(0.7, 1.3);
  const line = /** @type {Stroke} */ ([[0.9, -tall * 0.4], [0.4, -tall], [-0.1, -tall * 0.2], [0.3, tall * 0.4], [1.1, -tall * 0.1], [1.6, -tall * 0.6], [1.5, 0.1], [reach, r.real(-0.5, -0.1)], [reach * 0.8, 0], [r.real(0, 0.8), tall * r.real(0.5, 0.8)]]);
  return [line];
}

/** @type {Record<string, (random: Random) => Stroke[]>} */
export const TUNE_MODELS = { loops, zigzag, capitalFlourish, lognormal, underlined, compact, crossed, spears, bow };
