import { createCanvas } from '@napi-rs/canvas';
import { pointAt } from './strokes.mjs';

/** @typedef {import('@napi-rs/canvas').SKRSContext2D} Context */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./strokes.mjs').Stroke} Stroke */
/** @typedef {[number, number, number]} Colour */
/** @typedef {[number, number, number, number]} Box x0, y0, x1, y1 in pixels */
/** @typedef {{ x: number, y: number, width: number, height: number }} Area */
/**
 * @typedef {object} Ink
 * @property {Colour} colour
 * @property {number} strength 0..1, how dark
 * @property {number} unevenness 0..1, how much of it is missing in places
 * @property {number} patch pixels, size of the uneven places
 * @property {number} grain 0..1, how rough
 * @property {[number, number, number]} [light] direction and share of one-sided pressure: x, y, share
 */

// Looked up once: pixels are many.
const { imul } = Math;

/** Pixels per millimetre of a page of 200 dots per inch. */
export const MM = 200 / 25.4;

/**
 * Draws on a sheet of its own, makes the ink uneven and lays it over the print.
 * @param {Context} context without a transform of its own
 * @param {Area} area that the drawing does not leave
 * @param {Ink} ink
 * @param {Random} random
 * @param {(sheet: Context) => void} draw in the coordinates of the page, in black
 * @returns {Box | null} the box of the ink that can be seen, null when there is none
 */
export function layInk(context, area, ink, random, draw) {
  const [left, top] = [Math.floor(area.x), Math.floor(area.y)];
  const [width, height] = [Math.max(1, Math.ceil(area.width) + 1), Math.max(1, Math.ceil(area.height) + 1)];
  const sheet = createCanvas(width, height);
  const pen = sheet.getContext('2d');
  pen.translate(-left, -top);
  draw(pen);
  const picture = pen.getImageData(0, 0, width, height);
  const box = wearOff(picture, ink, random);
  pen.putImageData(picture, 0, 0);
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.drawImage(sheet, left, top);
  context.restore();
  return box && within([box[0] + left, box[1] + top, box[2] + left, box[3] + top], context);
}

/**
 * @param {Box} box
 * @param {Context} context
 * @returns {Box | null}
 */
function within([x0, y0, x1, y1], { canvas }) {
  /** @type {Box} */
  const box = [Math.max(0, x0), Math.max(0, y0), Math.min(canvas.width, x1), Math.min(canvas.height, y1)];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/**
 * @param {{ data: Uint8ClampedArray, width: number, height: number }} picture changed
 * @param {Ink} ink
 * @param {Random} random
 * @returns {Box | null}
 */
function wearOff({ data, width, height }, ink, random) {
  const field = unevenField(random, width, height, ink.patch);
  const pressed = pressure(ink, width, height);
  let dots = random.integer(1, 0x7fffffff);
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const drawn = data[at + 3] ?? 0;
      if (drawn === 0) continue;
      dots = (imul(dots, 1664525) + 1013904223) | 0;
      const grain = 1 - ink.grain * ((dots >>> 8) / 0x1000000);
      const left = drawn * ink.strength * grain * (1 - ink.unevenness * field(x, y)) * pressed(x, y);
      data[at] = ink.colour[0];
      data[at + 1] = ink.colour[1];
      data[at + 2] = ink.colour[2];
      data[at + 3] = left;
      if (left < 8) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
    }
  }
  return x0 < x1 ? [x0, y0, x1, y1] : null;
}

/**
 * @param {Ink} ink
 * @param {number} width
 * @param {number} height
 * @returns {(x: number, y: number) => number}
 */
function pressure({ light }, width, height) {
  if (!light) return () => 1;
  const [dx, dy, share] = light;
  return (x, y) => {
    const side = (x / width - 0.5) * dx + (y / height - 0.5) * dy + 0.5;
    return Math.max(0.02, Math.min(1, 1 - share * 2.2 * Math.max(0, side - 0.25)));
  };
}

/**
 * Smooth random values between 0 and 1.
 * @param {Random} random
 * @param {number} width
 * @param {number} height
 * @param {number} cell pixels between independent values
 * @returns {(x: number, y: number) => number}
 */
export function unevenField(random, width, height, cell) {
  const columns = Math.ceil(width / cell) + 2;
  const values = new Float32Array(columns * (Math.ceil(height / cell) + 2));
  for (let i = 0; i < values.length; i += 1) values[i] = random.real(0, 1);
  return (x, y) => {
    const [u, v] = [x / cell, y / cell];
    const at = (v | 0) * columns + (u | 0);
    const [fx, fy] = [u - (u | 0), v - (v | 0)];
    const top = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx;
    const bottom = (values[at + columns] ?? 0) * (1 - fx) + (values[at + columns + 1] ?? 0) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}

/**
 * Draws a dense line with a width for every place.
 * @param {Context} sheet
 * @param {Stroke} line
 * @param {(share: number, speed: number) => number} widthAt by the share of the way and the speed against the mean
 */
export function drawLine(sheet, line, widthAt) {
  sheet.lineCap = 'round';
  sheet.lineJoin = 'round';
  sheet.strokeStyle = '#000';
  const lengths = line.map((point, i) =>
    Math.hypot(point[0] - pointAt(line, i - 1)[0], point[1] - pointAt(line, i - 1)[1]),
  );
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, line.length - 1);
  let speed = 1;
  for (let i = 1; i < line.length; i += 1) {
    speed += 0.3 * ((lengths[i] ?? 0) / (mean || 1) - speed);
    const [from, to] = [pointAt(line, i - 1), pointAt(line, i)];
    sheet.lineWidth = Math.max(0.3, widthAt(i / line.length, speed));
    sheet.beginPath();
    sheet.moveTo(from[0], from[1]);
    sheet.lineTo(to[0], to[1]);
    sheet.stroke();
  }
}
