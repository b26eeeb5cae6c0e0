import { glyphOf } from './glyphs.mjs';
import { drawLine, layInk, MM } from './pen.mjs';
import { boundsOf, moved, repeated, smooth } from './strokes.mjs';

/** @typedef {import('./pen.mjs').Context} Context */
/** @typedef {import('./pen.mjs').Box} Box */
/** @typedef {import('./strokes.mjs').Stroke} Stroke */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./hand.mjs').Hand} Hand */

/**
 * @param {Context} context
 * @param {string} text
 * @param {{ x: number, y: number, height: number }} place left end of the baseline and height of capitals, in pixels
 * @param {Pick<Hand, 'writing' | 'ink' | 'thickness'>} hand
 * @param {Random} random
 * @returns {Box | null}
 */
export function writeByHand(context, text, { x, y, height }, hand, random) {
  const unit = height / 7;
  const strokes = moved(strokesOf(text, hand.writing, random), ([u, v]) => [x + u * unit, y + (v - 7) * unit]);
  const thickness = Math.min(hand.thickness, height / MM / 9);
  return drawStrokes(context, strokes, { ...hand, thickness }, random, () => 1);
}

/**
 * A tick as people put beside a line.
 * @param {Context} context
 * @param {{ x: number, y: number, height: number }} place
 * @param {Pick<Hand, 'writing' | 'ink' | 'thickness'>} hand
 * @param {Random} random
 * @returns {Box | null}
 */
export function drawTick(context, { x, y, height }, hand, random) {
  const tick = /** @type {Stroke} */ ([
    [0, -0.4],
    [random.real(0.2, 0.4), 0],
    [random.real(0.2, 0.4), 0],
    [random.real(0.7, 1.3), random.real(-1.3, -0.8)],
  ]);
  const [line = []] = moved([tick], ([u, v]) => [x + u * height, y + v * height]);
  return drawStrokes(context, [line], hand, random, (share) => 1.2 - 0.5 * share);
}

/**
 * @param {Context} context
 * @param {readonly Stroke[]} strokes in pixels
 * @param {Pick<Hand, 'ink' | 'thickness'>} hand
 * @param {Random} random
 * @param {(share: number, speed: number) => number} press
 * @returns {Box | null}
 */
export function drawStrokes(context, strokes, { ink, thickness }, random, press) {
  const lines = strokes
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => smooth(stroke, stroke.length > 40 ? 5 : 9));
  if (lines.length === 0) return null;
  const edge = thickness * MM + 3;
  const [x0, y0, x1, y1] = boundsOf(lines);
  const area = { x: x0 - edge, y: y0 - edge, width: x1 - x0 + 2 * edge, height: y1 - y0 + 2 * edge };
  return layInk(context, area, ink, random, (sheet) => {
    for (const line of lines) drawLine(sheet, line, (share, speed) => thickness * MM * press(share, speed));
  });
}

/**
 * Strokes of written text in units of a seventh of a capital's height, baseline at 7.
 * @param {string} text
 * @param {Hand['writing']} writing
 * @param {Random} random
 * @returns {Stroke[]}
 */
export function strokesOf(text, writing, random) {
  /** @type {Stroke[]} */
  const all = [];
  let [x, baseline] = [0, 0];
  for (const letter of text) {
    const glyph = glyphOf(letter, writing);
    if (!glyph) {
      x += 3 * writing.spread;
      continue;
    }
    baseline += random.real(-0.12, 0.12);
    const [size, left] = [random.real(0.93, 1.07), x];
    const drawn = moved(repeated(glyph.strokes, random, writing.wobble), ([u, v]) => {
      const down = 7 + (v - 7) * size + baseline;
      return [left + u * size * writing.spread - writing.slant * (down - 7), down];
    });
    append(all, drawn, writing.join && isJoined(letter));
    x += (glyph.width + random.real(0.35, 0.8) - (writing.join && isJoined(letter) ? 0.5 : 0)) * writing.spread;
  }
  return all;
}

/** @param {string} letter */
function isJoined(letter) {
  return letter !== letter.toUpperCase();
}

/**
 * @param {Stroke[]} all changed
 * @param {readonly Stroke[]} drawn
 * @param {boolean} join
 */
function append(all, drawn, join) {
  const [first, ...rest] = drawn;
  const before = all.at(-1);
  const [end, start] = [before?.at(-1), first?.[0]];
  const close = end && start && Math.hypot(end[0] - start[0], end[1] - start[1]) < 2.2;
  if (join && before && first && close) before.push(...first);
  else if (first) all.push(first);
  all.push(...rest);
}
