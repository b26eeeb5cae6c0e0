import { drawTick, writeByHand } from '../ink/handwriting.mjs';
import { drawCorrectionFluid, drawHolePunches, drawRuledPaper, drawSquaredPaper, drawStaple, drawWatermark } from '../ink/marks.mjs';
import { darkEnough } from '../ink/darkness.mjs';
import { MM } from '../ink/pen.mjs';
import { drawSignature, handOf } from '../ink/signatures.mjs';
import { drawIncomingStamp, drawStamp, stampOf } from '../ink/stamps.mjs';
import { dateText } from '../texts/dates.mjs';
import { PHRASES } from '../texts/phrases.mjs';
import { fontOf } from '../typefaces.mjs';
import { leastInkOf } from './visible.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../ink/pen.mjs').Context} Context */
/** @typedef {import('../random.mjs').Random} Random */

/** What people add to a paper and what proves nothing. @type {Record<string, (paper: Paper) => void>} */
export const EXTRAS = {
  resolution: (paper) => addInk(paper, 0, 'resolution', (context, random) => writeResolution(context, paper, random)),
  incoming: (paper) => addInk(paper, 0, 'incoming', (context, random) => {
    const style = stampOf(paper.story.family, random, { shape: 'incoming' });
    const place = { x: random.real(40, 75) * MM, y: random.real(262, 276) * MM, diameter: random.real(42, 55) * MM };
    drawIncomingStamp(context, { ...place, number: String(random.integer(12, 2900)), date: dateText(paper.story.date, 'ru', 'digits') }, style, strangerOf(paper, random), random);
  }),
  'date stamp': (paper) => addInk(paper, 0, 'date stamp', (context, random) => {
    drawStamp(context, { x: random.real(130, 170) * MM, y: random.real(268, 280) * MM, diameter: random.real(28, 36) * MM }, stampOf(paper.story.family, random, { shape: 'date' }), random);
  }),
  triangle: (paper) => addInk(paper, paper.flow.page, 'triangle', (context, random) => {
    drawStamp(context, { x: random.real(40, 70) * MM, y: random.real(262, 274) * MM, diameter: random.real(34, 42) * MM }, stampOf(paper.story.family, random, { shape: 'triangle' }), random);
  }),
  ticks: (paper) => addInk(paper, 0, 'ticks', (context, random) => {
    const hand = strangerOf(paper, random);
    for (let i = random.integer(2, 6); i > 0; i -= 1) drawTick(context, { x: random.real(8, 16) * MM, y: random.real(80, 240) * MM, height: random.real(4, 6) * MM }, hand, random);
  }),
  watermark: (paper) => paper.flow.sheets.forEach((sheet, i) => {
    const random = paper.random.fork('watermark');
    sheet.ground.push((context) => drawWatermark(context, random.pick(PHRASES[paper.story.tongues[0] ?? 'ru'].watermarks), fontOf(paper.story.look.face, random.integer(52, 84), true), paper.random.fork(`mark ${i}`)));
  }),
  ruled: (paper) => paper.flow.sheets.forEach((sheet, i) => void sheet.ground.push((context) => drawRuledPaper(context, paper.random.fork(`ruled ${i}`)))),
  squared: (paper) => paper.flow.sheets.forEach((sheet, i) => void sheet.ground.push((context) => drawSquaredPaper(context, paper.random.fork(`squared ${i}`)))),
  holes: (paper) => paper.flow.sheets.forEach((_, page) => addInk(paper, page, 'holes', drawHolePunches)),
  staple: (paper) => addInk(paper, 0, 'staple', drawStaple),
  drawing: (paper) => paper.titleBlock.forEach(({ page, surname, place, date }, row) => addInk(paper, page, `title block ${row}`, (context, random) => {
    const hand = darkEnough(handOf(paper.story.family, random.fork('hand'), surname), leastInkOf(paper.story));
    const box = drawSignature(context, place, hand, random);
    if (box) paper.marks.push({ type: 'signature', page, box });
    if (random.chance(0.7)) writeByHand(context, `${random.integer(10, 28)}.${String(random.integer(1, 12)).padStart(2, '0')}`, { ...date, height: 2.2 * MM }, hand, random);
  })),
  correction: (paper) => {
    const spot = paper.story.variant === 'number' ? paper.numberSpot : paper.dateSpot;
    if (spot) addInk(paper, spot.page, 'correction', (context, random) => {
      const [x, y, x1, y1] = spot.box;
      drawCorrectionFluid(context, { x: x - 6, y: y - 6, width: x1 - x + 12, height: y1 - y + 12 }, random);
    });
  },
};

/** @param {Paper} paper @param {number} page @param {string} name @param {(context: Context, random: import('../random.mjs').Random) => unknown} draw */
function addInk(paper, page, name, draw) {
  paper.flow.sheets[page]?.ink.push((context) => void draw(context, paper.random.fork(`${name} ${page}`)));
}

/** Somebody's order to somebody, across a corner, with a signature. @param {Context} context @param {Paper} paper @param {import('../random.mjs').Random} random */
function writeResolution(context, paper, random) {
  const hand = strangerOf(paper, random);
  const approvalAtLeft = paper.blocks.some(({ role, box }) => role !== 'end' && box[0] < 80 * MM && box[1] < 90 * MM);
  const [x, y] = approvalAtLeft || paper.story.letterhead ? [random.real(24, 40), random.real(252, 262)] : [random.real(14, 26), random.real(14, 24)];
  const lines = [random.pick(PHRASES[paper.story.tongues[0] ?? 'ru'].resolutions), dateText(paper.story.date, 'ru', 'digits')];
  lines.forEach((line, i) => writeByHand(context, line, { x: x * MM, y: (y + i * 7) * MM, height: random.real(3, 4) * MM }, hand, random));
  const box = drawSignature(context, { x: (x + 4) * MM, y: (y + 10) * MM, width: 30 * MM, height: 11 * MM }, hand, random);
  if (box) paper.marks.push({ type: 'signature', page: 0, box });
}

/** The hand of somebody who is not named on the paper. @param {Paper} paper @param {Random} random */
function strangerOf({ story }, random) {
  return darkEnough(handOf(story.family, random), leastInkOf(story));
}
