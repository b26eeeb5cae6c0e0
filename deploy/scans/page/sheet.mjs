import { createCanvas } from '@napi-rs/canvas';
import { MM } from '../ink/pen.mjs';
import { fontOf } from '../typefaces.mjs';

/** @typedef {import('../ink/pen.mjs').Context} Context */
/** @typedef {import('../ink/pen.mjs').Box} Box */
/** @typedef {import('../typefaces.mjs').Typeface} Typeface */
/** @typedef {'left' | 'center' | 'right'} Align */
/** @typedef {{ face: Typeface, points: number, bold?: boolean, align?: Align, colour?: string }} Type how a line is set */
/** @typedef {{ text: string, box: Box }} Printed */

/** Width and height of A4 in millimetres. */
export const A4 = { width: 210, height: 297 };
/** Pages laid across. */
export const ACROSS = { A4: { width: 297, height: 210 }, A3: { width: 420, height: 297 } };
const measure = createCanvas(8, 8).getContext('2d');

/** @param {number} points */
export const lineHeight = (points) => points * 0.3528;

/** @param {string} text @param {Type} type @returns {number} millimetres */
export function widthOf(text, { face, points, bold }) {
  measure.font = fontOf(face, points, bold ?? false);
  return measure.measureText(text).width / MM;
}

/** One page: what is printed on it and, above, what people put on it; nothing is drawn before `drawPrint` and `drawInk`. */
export class Sheet {
  /** @type {((context: Context) => void)[]} */
  print = [];
  /** Drawn under the print: watermarks, ruled paper. @type {((context: Context) => void)[]} */
  ground = [];
  /** Drawn over the print, in order. @type {((context: Context) => void)[]} */
  ink = [];
  /** @type {Printed[]} */
  lines = [];
  /** @type {number | null} as printed on it; the first page counts as 1 */
  printedNumber = null;
  blank = false;
  rotation = 0;

  /** @param {{ width: number, height: number }} [size] millimetres */
  constructor(size = A4) {
    this.size = size;
  }

  /**
   * Prints a line.
   * @param {string} text @param {number} x millimetres: left end, middle or right end by the alignment
   * @param {number} baseline millimetres from the top @param {Type} type
   * @param {number} [wordGap] millimetres added to every space
   * @returns {Box} pixels
   */
  line(text, x, baseline, type, wordGap = 0) {
    const width = widthOf(text, type) + wordGap * (text.split(' ').length - 1);
    const left = { left: x, center: x - width / 2, right: x - width }[type.align ?? 'left'];
    this.print.push((context) => {
      context.font = fontOf(type.face, type.points, type.bold ?? false);
      context.fillStyle = type.colour ?? '#101010';
      context.textAlign = 'left';
      context.wordSpacing = `${(wordGap * MM).toFixed(3)}px`;
      context.fillText(text, left * MM, baseline * MM);
      context.wordSpacing = '0px';
    });
    const rise = lineHeight(type.points);
    const box = /** @type {Box} */ ([left * MM, (baseline - rise * 0.78) * MM, (left + width) * MM, (baseline + rise * 0.22) * MM]);
    this.lines.push({ text, box });
    return box;
  }

  /**
   * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 millimetres
   * @param {number} [thick] millimetres @param {string} [colour]
   */
  rule(x0, y0, x1, y1, thick = 0.18, colour = '#202020') {
    this.print.push((context) => {
      context.strokeStyle = colour;
      context.lineWidth = thick * MM;
      context.beginPath();
      context.moveTo(x0 * MM, y0 * MM);
      context.lineTo(x1 * MM, y1 * MM);
      context.stroke();
    });
  }

  /** @param {Context} context scaled so that a unit is a pixel of 200 dots per inch */
  drawPrint(context) {
    for (const draw of [...this.ground, ...this.print]) draw(context);
  }

  /** @param {Context} context of a canvas of the size of the page */
  drawInk(context) {
    for (const draw of this.ink) draw(context);
  }
}

/** @param {number} width @param {number} height millimetres */
export function paperCanvas(width = A4.width, height = A4.height) {
  const canvas = createCanvas(Math.round(width * MM), Math.round(height * MM));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, context };
}

/** @param {readonly (Box | null | undefined)[]} boxes @returns {Box} */
export function around(boxes) {
  const real = boxes.filter((box) => box != null);
  const side = (/** @type {0 | 1 | 2 | 3} */ index, /** @type {(...values: number[]) => number} */ choose) => choose(...real.map((box) => box[index]));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}
