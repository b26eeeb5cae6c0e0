// Draws a paper and tells where its words stand: at 88 dpi, which fingerprints need, or as fine as recognition wants it.
import { createCanvas } from '@napi-rs/canvas';
import { paragraphsOf } from './texts.mjs';

/** @typedef {import('../../scans/random.mjs').Random} Random */
/** @typedef {{ text: string, x: number, y: number, width: number }} PlacedWord y = base line */
/** @typedef {{ canvas: import('@napi-rs/canvas').Canvas, words: PlacedWord[], dated: PlacedWord[] }} DrawnPage */

export const [WIDTH, HEIGHT] = [728, 1030];
const FONTS = ['DejaVu Serif', 'DejaVu Sans', 'Noto Serif', 'Noto Sans', 'Liberation Serif', 'DejaVu Serif Condensed'];

/**
 * @param {import('./texts.mjs').PaperText} text @param {import('./texts.mjs').Mark} mark @param {Random} random of the print and the pen
 * @param {number} [finer] @returns {DrawnPage[]} places of words in the pixels of 88 dpi
 */
export function drawPaper(text, mark, random, finer = 1) {
  const { letterhead, dated, heading, body, signature } = paragraphsOf(text, mark);
  const size = random.pick([13, 14, 15]);
  const sheet = new Sheet(random.pick(FONTS), size, random.integer(70, 100), finer);
  letterhead.forEach((line) => sheet.centred(line, size + 1));
  sheet.rule();
  sheet.line(dated, true);
  sheet.gap();
  sheet.centred(heading, size + 3);
  body.forEach((paragraph) => sheet.paragraph(paragraph));
  sheet.gap();
  sheet.signature(signature, random);
  return sheet.pages;
}

class Sheet {
  /** @type {DrawnPage[]} */
  pages = [];
  #y = 0;

  /** @param {string} font @param {number} size @param {number} margin @param {number} finer */
  constructor(font, size, margin, finer) {
    this.finer = finer;
    this.font = font;
    this.size = size;
    this.margin = margin;
    this.#turnPage();
  }

  get #page() {
    return /** @type {DrawnPage} */ (this.pages.at(-1));
  }

  get #pen() {
    return this.#page.canvas.getContext('2d');
  }

  #turnPage() {
    const canvas = createCanvas(Math.round(WIDTH * this.finer), Math.round(HEIGHT * this.finer));
    this.pages.push({ canvas, words: [], dated: [] });
    this.#pen.scale(this.finer, this.finer);
    this.#pen.fillStyle = '#fff';
    this.#pen.fillRect(0, 0, WIDTH, HEIGHT);
    this.#y = 70;
  }

  #next(height = this.size * 1.35) {
    this.#y += height;
    if (this.#y > HEIGHT - 60) this.#turnPage();
  }

  /** @param {string[]} words @param {number} x @param {number} gap @param {number} size @param {boolean} [isDate] */
  #words(words, x, gap, size, isDate = false) {
    const pen = this.#pen;
    pen.font = `${size}px "${this.font}"`;
    pen.fillStyle = '#151515';
    for (const text of words) {
      pen.fillText(text, x, this.#y);
      const placed = { text, x, y: this.#y, width: pen.measureText(text).width };
      this.#page.words.push(placed);
      if (isDate) this.#page.dated.push(placed);
      x += placed.width + gap;
    }
  }

  /** @param {string} text @param {number} size */
  #measure(text, size) {
    this.#pen.font = `${size}px "${this.font}"`;
    return this.#pen.measureText(text).width;
  }

  /** @param {string} line @param {number} size */
  centred(line, size) {
    const words = line.split(' ');
    let row = [words[0] ?? ''];
    for (const word of words.slice(1)) {
      if (this.#measure([...row, word].join(' '), size) < WIDTH - 2 * this.margin) row.push(word);
      else row = (this.#centredRow(row, size), [word]);
    }
    this.#centredRow(row, size);
  }

  /** @param {string[]} row @param {number} size */
  #centredRow(row, size) {
    this.#next(size * 1.5);
    this.#words(row, (WIDTH - this.#measure(row.join(' '), size)) / 2, size * 0.3, size);
  }

  rule() {
    this.#next(10);
    this.#pen.fillStyle = '#203a70';
    this.#pen.fillRect(this.margin, this.#y, WIDTH - 2 * this.margin, 2);
    this.#next();
  }

  gap() {
    this.#next(this.size);
  }

  /** @param {string} line @param {boolean} isDate */
  line(line, isDate = false) {
    this.#next();
    this.#words(line.split(/\s+/), this.margin, this.size * 0.45, this.size, isDate);
  }

  /** @param {string} paragraph justified, as office programs set it */
  paragraph(paragraph) {
    const wide = WIDTH - 2 * this.margin;
    const space = this.size * 0.3;
    let indent = this.size * 2.2;
    /** @type {string[]} */
    let row = [];
    let used = 0;
    for (const word of paragraph.split(/\s+/)) {
      const width = this.#measure(word, this.size);
      if (row.length > 0 && used + width + row.length * space > wide - indent) {
        this.#next();
        this.#words(row, this.margin + indent, (wide - indent - used) / Math.max(1, row.length - 1), this.size);
        [row, used, indent] = [[], 0, 0];
      }
      row.push(word);
      used += width;
    }
    this.#next();
    this.#words(row, this.margin + indent, space, this.size);
  }

  /** @param {string[]} texts @param {Random} random */
  signature([position = '', name = ''], random) {
    this.#next(this.size * 2);
    this.#words(position.split(' '), this.margin, this.size * 0.3, this.size);
    this.#words([name], WIDTH - this.margin - this.#measure(name, this.size), 0, this.size);
    const pen = this.#pen;
    const [x, y] = [WIDTH / 2 + random.real(-20, 40), this.#y - 4];
    pen.strokeStyle = '#2a3f9a';
    pen.lineWidth = random.real(1.2, 2.2);
    pen.beginPath();
    pen.moveTo(x, y);
    for (let stroke = 0; stroke < 6; stroke += 1) {
      pen.bezierCurveTo(x + random.real(-30, 90), y + random.real(-38, 22), x + random.real(-30, 90), y + random.real(-38, 22), x + random.real(0, 90), y + random.real(-20, 10));
    }
    pen.stroke();
    if (random.chance(0.5)) {
      pen.strokeStyle = '#4a56b0';
      pen.beginPath();
      pen.arc(x - 30, y + 6, 62, 0, 2 * Math.PI);
      pen.arc(x - 30, y + 6, 44, 0, 2 * Math.PI);
      pen.stroke();
    }
  }
}
