import { drawMarginStamp, drawQr } from '../ink/marks.mjs';
import { MM } from '../ink/pen.mjs';
import { dateText } from '../texts/dates.mjs';
import { fontOf } from '../typefaces.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../ink/pen.mjs').Context} Context */

/** Margin stamps on every page and codes at the foot of the last one. @param {Paper} paper */
export function electronicMarks(paper) {
  const { story, flow } = paper;
  const random = paper.random.fork('electronic');
  const side = random.chance(0.7) ? 'left' : 'right';
  const number = story.number ?? String(random.integer(1000, 99999));
  const font = fontOf(story.look.face, 8, false).replace(/^.*"(.*)"$/, '$1');
  const mark = { side: /** @type {'left' | 'right'} */ (side), number, date: dateText(story.date, 'ru', 'digits'), font, family: story.family };
  flow.sheets.forEach((sheet, page) => {
    if (story.electronic.margin) sheet.print.push((context) => void paper.marks.push({ type: 'margin', page, box: drawMarginStamp(context, mark, random.fork('margin')) }));
    if (story.electronic.qr && page === flow.page) sheet.ink.push((context) => drawCodes(context, paper, page, random));
  });
}

/** @param {Context} context @param {Paper} paper @param {number} page @param {import('../random.mjs').Random} random */
function drawCodes(context, paper, page, random) {
  const size = random.real(19, 27) * MM;
  const count = random.integer(1, 4);
  const left = paper.flow.left * MM;
  const y = (paper.flow.size.height - 12) * MM - size;
  for (let i = 0; i < count; i += 1) {
    const text = Array.from({ length: random.integer(40, 220) }, () => random.pick([...'ABCDEFGHKLMNPQRSTUVWXYZ23456789+/='])).join('');
    paper.marks.push({ type: 'qr', page, box: drawQr(context, { x: left + i * (size + 6 * MM), y, size }, text, random) });
  }
}
