import { A4, lineHeight, Sheet, widthOf } from './sheet.mjs';

/** @typedef {import('./sheet.mjs').Align} Align */
/** @typedef {import('../typefaces.mjs').Typeface} Typeface */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Margins millimetres */
/** @typedef {'top' | 'foot' | 'foot-right' | 'top-right' | 'dashes' | 'words' | 'none'} Numbering */
/**
 * @typedef {object} Look of a paper, the same on all its pages
 * @property {Typeface} face
 * @property {number} points
 * @property {number} leading
 * @property {Margins} margins
 * @property {number} indent millimetres
 * @property {boolean} justified
 * @property {Numbering} numbering
 * @property {boolean} boldTitles
 */

/** Breaks a text into lines. @param {string} text @param {(text: string) => number} width @param {number} room @param {number} [indent] */
export function wrapped(text, width, room, indent = 0) {
  const lines = /** @type {string[]} */ ([]);
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && width(longer) > room - (lines.length === 0 ? indent : 0)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Text that runs down the pages. */
export class Flow {
  /** @type {Sheet[]} */
  sheets = [];
  y = 0;
  /** The bottom of the pages of this flow, millimetres. */
  floor;

  /** @param {Look} look */
  constructor(look) {
    this.look = look;
    this.size = A4;
    this.floor = A4.height - look.margins.bottom;
    this.newSheet();
  }

  get sheet() {
    return /** @type {Sheet} */ (this.sheets.at(-1));
  }

  get page() {
    return this.sheets.length - 1;
  }

  get left() {
    return this.look.margins.left;
  }

  get right() {
    return this.size.width - this.look.margins.right;
  }

  /** Goes on on a new page of another size. @param {{ width: number, height: number }} size millimetres */
  turnTo(size) {
    this.size = size;
    this.floor = size.height - this.look.margins.bottom;
    this.newSheet();
  }

  newSheet() {
    const sheet = new Sheet(this.size);
    this.sheets.push(sheet);
    this.y = this.look.margins.top;
    sheet.printedNumber = this.sheets.length === 1 ? 1 : null;
    if (this.sheets.length > 1) this.printNumber(sheet);
  }

  /** @param {Sheet} sheet */
  printNumber(sheet) {
    const { numbering, face, points } = this.look;
    if (numbering === 'none') return;
    const number = this.sheets.length;
    const text = numbering === 'dashes' ? `- ${number} -` : numbering === 'words' ? `${number} бет / стр. ${number}` : String(number);
    const foot = numbering === 'foot' || numbering === 'foot-right' || numbering === 'words';
    const aside = numbering.endsWith('right');
    sheet.line(text, aside ? this.right : (this.left + this.right) / 2, foot ? this.size.height - 10 : 11, { face, points: Math.min(points, 12), align: aside ? 'right' : 'center' });
    sheet.printedNumber = number;
  }

  /** Goes to a new page when less than so much is left. @param {number} millimetres */
  need(millimetres) {
    if (this.y + millimetres > this.floor) this.newSheet();
  }

  /** @param {number} millimetres */
  gap(millimetres) {
    this.y += millimetres;
  }

  /**
   * @param {string} text
   * @param {{ bold?: boolean, align?: Align, points?: number, indent?: number, x?: number, width?: number, leading?: number }} [set]
   * @returns {import('../ink/pen.mjs').Box[]}
   */
  paragraph(text, set = {}) {
    const { face, justified, indent: usual } = this.look;
    const points = set.points ?? this.look.points;
    const [x, room] = [set.x ?? this.left, set.width ?? this.right - this.left];
    const align = set.align ?? 'left';
    const indent = align === 'left' ? (set.indent ?? usual) : 0;
    const type = { face, points, bold: set.bold ?? false, align };
    const lines = text.split('\n').flatMap((part) => wrapped(part, (line) => widthOf(line, type), room, indent));
    const step = lineHeight(points) * (set.leading ?? this.look.leading);
    return lines.map((line, i) => {
      this.need(step);
      this.y += step;
      const inset = i === 0 ? indent : 0;
      const words = line.split(' ').length;
      const spread = justified && align === 'left' && set.align === undefined && i < lines.length - 1 && words > 1 ? (room - inset - widthOf(line, type)) / (words - 1) : 0;
      const at = align === 'left' ? x + inset : align === 'center' ? x + room / 2 : x + room;
      return this.sheet.line(line, at, this.y - step * 0.22, type, Math.max(0, spread));
    });
  }
}
