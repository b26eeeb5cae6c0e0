import { MM } from './pen.mjs';

/** @typedef {import('./pen.mjs').Ink} Ink */
/** @typedef {import('./hand.mjs').Hand} Hand */
/** @typedef {import('./stamp-styles.mjs').StampStyle} StampStyle */

/** A stroke of so many millimetres keeps its full darkness after the optics of a usual scanner. */
const FULL_STROKE = 0.32;

/**
 * How much darker than the paper strokes of this ink are on a scan, in grey levels: to be compared with `leastInk` of a style of capture.
 * @param {Ink} ink
 * @param {number} thickness of the strokes in millimetres
 */
export function darknessOf({ colour: [red, green, blue], strength, unevenness, grain }, thickness) {
  const luma = red * 0.3 + green * 0.59 + blue * 0.11;
  const covered = Math.min(1, Math.max(thickness, 0.5 / MM) / FULL_STROKE);
  return (255 - luma) * Math.min(1, strength) * (1 - unevenness / 2) * (1 - grain / 2) * covered;
}

/**
 * The same hand with a pen that is seen after a capture: what nobody can see cannot be asked of a reader.
 * @param {Hand} hand
 * @param {number} leastInk of the style of capture
 * @returns {Hand}
 */
export function darkEnough(hand, leastInk) {
  const ink = darker(hand.ink, hand.thickness, leastInk);
  let { thickness } = hand;
  while (darknessOf(ink, thickness) < leastInk && thickness < FULL_STROKE) thickness += 0.01;
  return { ...hand, ink, thickness };
}

/** Rings and letters of a stamp are about so thick. */
const STAMP_LINE = 0.28;

/**
 * @param {StampStyle} style
 * @param {number} leastInk of the style of capture
 * @returns {StampStyle}
 */
export function stampDarkEnough(style, leastInk) {
  return { ...style, ink: darker(style.ink, STAMP_LINE, leastInk) };
}

/**
 * @param {Ink} ink
 * @param {number} thickness
 * @param {number} leastInk
 * @returns {Ink}
 */
function darker(ink, thickness, leastInk) {
  let result = ink;
  for (let i = 0; i < 12 && darknessOf(result, thickness) < leastInk; i += 1) {
    const [red, green, blue] = result.colour;
    result = {
      ...result,
      colour: [red * 0.88, green * 0.88, blue * 0.92],
      strength: Math.min(1, result.strength + 0.08),
      unevenness: result.unevenness * 0.85,
      grain: result.grain * 0.85,
    };
  }
  return result;
}
