import { capture } from './capture/capture.mjs';
import { garbled, textPdf } from './files/text-pdf.mjs';
import { picturePdf } from './files/picture-pdf.mjs';
import { inkPaper } from './inking/ink.mjs';
import { A4, paperCanvas } from './page/sheet.mjs';
import { writePaper } from './papers/write.mjs';
import { randomOf } from './random.mjs';
import { storyOf, wishOf } from './story.mjs';
import { cardOf } from './card.mjs';
import { truthOf } from './truth.mjs';

/** @typedef {import('./paper.mjs').Paper} Paper */
/** @typedef {import('./paper.mjs').Family} Family */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./truth.mjs').Leaf} Leaf */
/** @typedef {{ pdf: Buffer, input: ReturnType<typeof cardOf>, truth: ReturnType<typeof truthOf> }} Made */

/**
 * One paper: the file, the card of its task, and what is true of it.
 * @param {string} id @param {{ seed: number | string, family: Family, defects: number, only: readonly string[], sheets?: readonly string[] }} settings sheets: each paper gets pages of one of these sorts
 * @returns {Promise<Made>}
 */
export async function composePaper(id, { seed, family, defects, only, sheets = [] }) {
  const random = randomOf(`${seed}/${family}/${id}`);
  const wish = { ...wishOf(random.fork('wish'), defects, only), ...(sheets.length > 0 && { sheets: random.fork('sheets').pick(sheets) }) };
  const paper = writtenPaper(family, random, wish);
  const { pdf, leaves } = paper.story.form === 'scan' ? await scanned(paper) : await typed(paper);
  return { pdf, input: cardOf(id, paper.story, random.fork('card')), truth: truthOf(id, paper, leaves) };
}

/** Written and inked, not yet drawn: tries until the paper has the pages that its defect needs. @param {Family} family @param {Random} random @param {import('./story.mjs').Wish} wish @returns {Paper} */
export function writtenPaper(family, random, wish) {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const own = random.fork(`attempt ${attempt}`);
    const paper = writePaper(storyOf(family, own, wish), own.fork('paper'));
    if (wish.defect !== 'missing_page' && wish.defect !== 'blank_page') return inked(paper);
    const [page] = own.shuffle(sparePages(paper));
    if (page === undefined) continue;
    paper.lost.push(page);
    return inked(paper);
  }
  throw new Error(`No paper can be written for ${wish.defect} ${wish.variant}`);
}

/** @param {Paper} paper */
function inked(paper) {
  inkPaper(paper);
  return paper;
}

/** Pages inside the paper that nobody signs. @param {Paper} paper @returns {number[]} */
function sparePages({ flow, blocks }) {
  return flow.sheets.map((_, page) => page).filter((page) => page > 0 && page < flow.sheets.length - 1 && blocks.every((block) => block.page !== page));
}

/** @param {Paper} paper @returns {Promise<{ pdf: Buffer, leaves: Leaf[] }>} */
async function typed(paper) {
  const file = textPdf(paper);
  const sharesOn = (/** @type {import('./page/sheet.mjs').Sheet} */ { size }) => {
    const { width, height } = paperCanvas(size.width, size.height).canvas;
    return (/** @type {readonly number[]} */ [x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => /** @type {import('./truth.mjs').Shares} */ ([x0 / width, y0 / height, x1 / width, y1 / height]);
  };
  return { pdf: paper.story.form === 'garbled' ? await garbled(file) : file, leaves: paper.flow.sheets.map((sheet, at) => ({ sheet: at, rotation: 0, shares: sharesOn(sheet) })) };
}

/** @param {Paper} paper @returns {Promise<{ pdf: Buffer, leaves: Leaf[] }>} */
async function scanned(paper) {
  const { story, random, flow } = paper;
  const turned = story.defects.includes('rotated_page') ? random.fork('turned').integer(0, flow.sheets.length - 1) : -1;
  const pages = [];
  const leaves = /** @type {Leaf[]} */ ([]);
  for (const sheet of sheetsInFile(paper)) {
    const rotation = sheet === turned ? Number(story.variant) : 0;
    const canvas = drawn(paper, sheet);
    const captured = await capture(canvas, rotation ? `${story.style}@${rotation}` : story.style ?? '', random.fork(`capture ${pages.length}`));
    pages.push(captured);
    leaves.push({ sheet, rotation, shares: captured.toCaptured });
  }
  const wider = leaves.map(({ sheet }) => (flow.sheets[sheet]?.size ?? A4).width / A4.width);
  return { pdf: await picturePdf(pages, random.fork('size').weighted([[595, 8], [612, 1], [1190, 1], [420, 0.4]]), wider), leaves };
}

/** Which sheets get into the file, in order; -1 is an empty page. @param {Paper} paper @returns {number[]} */
export function sheetsInFile({ flow, lost, story, random }) {
  const all = flow.sheets.map((_, page) => page);
  if (story.defects.includes('missing_page')) return all.filter((page) => !lost.includes(page));
  if (!story.defects.includes('blank_page')) return all;
  const instead = random.fork('blank').chance(0.5);
  return all.flatMap((page) => (lost.includes(page) ? (instead ? [-1] : [page, -1]) : [page]));
}

/** @param {Paper} paper @param {number} page */
function drawn({ flow }, page) {
  const sheet = flow.sheets[page];
  const { width, height } = sheet?.size ?? A4;
  const { canvas, context } = paperCanvas(width, height);
  sheet?.drawPrint(context);
  sheet?.drawInk(context);
  return canvas;
}
