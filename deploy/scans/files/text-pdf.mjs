import { createCanvas, PDFDocument } from '@napi-rs/canvas';
import { decodePDFRawStream, PDFDocument as Opened, PDFRawStream } from 'pdf-lib';
import { paperCanvas } from '../page/sheet.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../ink/pen.mjs').Box} Box */

const POINTS = 72 / 200;

/** A PDF with a text layer, as a word processor writes it; what was inked is pasted in as pictures. @param {Paper} paper @returns {Buffer} */
export function textPdf(paper) {
  const file = new PDFDocument({ compressionLevel: 6 });
  paper.flow.sheets.forEach((sheet, page) => {
    const { width, height } = paperCanvas(sheet.size.width, sheet.size.height).canvas;
    const inked = createCanvas(width, height);
    sheet.drawInk(inked.getContext('2d'));
    const context = /** @type {import('../ink/pen.mjs').Context} */ (file.beginPage((sheet.size.width * 72) / 25.4, (sheet.size.height * 72) / 25.4));
    Object.defineProperty(context, 'canvas', { value: inked });
    context.save();
    context.scale(POINTS, POINTS);
    sheet.drawPrint(context);
    for (const { box } of paper.marks.filter((mark) => mark.page === page && mark.type !== 'margin')) paste(context, inked, box);
    context.restore();
    file.endPage();
  });
  return file.close();
}

/** @param {import('../ink/pen.mjs').Context} context @param {import('@napi-rs/canvas').Canvas} from @param {Box} box */
function paste(context, from, [x0, y0, x1, y1]) {
  const [width, height] = [Math.ceil(x1 - x0), Math.ceil(y1 - y0)];
  const cut = createCanvas(width, height);
  cut.getContext('2d').drawImage(from, Math.floor(x0), Math.floor(y0), width, height, 0, 0, width, height);
  context.drawImage(cut, Math.floor(x0), Math.floor(y0), width, height);
}

/**
 * The same file with a text layer that says other letters than the page shows: Cyrillic taken for Western letters.
 * @param {Buffer} file
 */
export async function garbled(file) {
  const opened = await Opened.load(file, { updateMetadata: false });
  for (const [reference, object] of opened.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
    if (!text.includes('begincmap')) continue;
    opened.context.assign(reference, opened.context.flateStream(text.replace(/<([0-9A-Fa-f]{4})>(?=\s*\n)/g, (_, code) => `<${western(code)}>`)));
  }
  return Buffer.from(await opened.save({ useObjectStreams: false }));
}

/** @param {string} code four hexadecimal digits of Unicode */
function western(code) {
  const point = Number.parseInt(code, 16);
  const wrong = point >= 0x0410 && point <= 0x044f ? point - 0x0410 + 0xc0 : point >= 0x0400 && point <= 0x04ff ? 0xa1 + (point % 0x1e) : point;
  return wrong.toString(16).padStart(4, '0').toUpperCase();
}
