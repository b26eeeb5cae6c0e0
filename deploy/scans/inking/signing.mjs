import { darkEnough } from '../ink/darkness.mjs';
import { writeByHand } from '../ink/handwriting.mjs';
import { MM } from '../ink/pen.mjs';
import { drawSignature, handOf } from '../ink/signatures.mjs';
import { decidingBlock, unsignedBlocks } from './blocks.mjs';
import { leastInkOf } from './visible.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Block} Block */
/** @typedef {import('../ink/hand.mjs').Hand} Hand */
/** @typedef {import('../ink/pen.mjs').Context} Context */
/** @typedef {import('../random.mjs').Random} Random */

/** @param {Paper} paper @param {Block} block */
export function sign(paper, block) {
  const { story, flow } = paper;
  const deciding = block === decidingBlock(paper);
  const slash = deciding && story.defects.includes('slash_signature');
  const random = paper.random.fork(`sign ${paper.blocks.indexOf(block)}`);
  const hand = darkEnough(slash ? handOf(story.family, random.fork('other hand')) : block.signer.hand, leastInkOf(story));
  const place = shifted(block.place, random);
  const sheet = flow.sheets[block.page];
  const facsimile = story.defects.includes('pasted_facsimile');
  sheet?.ink.push((context) => {
    const box = drawSignature(context, place, facsimile ? { ...hand, ink: { ...hand.ink, strength: 1 } } : hand, random);
    if (slash) block.forBox = signFor(context, paper, block, hand);
    if (!box) return;
    block.inkBox = box;
    paper.marks.push({ type: 'signature', page: block.page, box });
  });
  if (story.variant === 'wrong line' && block.role !== 'agreement') signAgain(paper, block);
}

/** The one who should have signed elsewhere signs beside this block too. @param {Paper} paper @param {Block} block */
function signAgain(paper, block) {
  const left = unsignedBlocks(paper.story, paper.blocks)[0];
  const random = paper.random.fork('again');
  const { x, y, width, height } = block.place;
  const place = { x: x + random.real(0.35, 0.6) * width, y: y + random.real(-0.3, 0.1) * height, width: width * 0.9, height };
  if (left) paper.flow.sheets[block.page]?.ink.push((context) => {
    const box = drawSignature(context, place, darkEnough(left.signer.hand, leastInkOf(paper.story)), random);
    if (box) paper.marks.push({ type: 'signature', page: block.page, box });
  });
}

/** People do not sign in the middle of the free place. @param {import('../paper.mjs').Place} place @param {import('../random.mjs').Random} random */
function shifted({ x, y, width, height }, random) {
  const size = random.real(0.85, 1.2);
  return { x: x + random.real(-0.12, 0.12) * width, y: y + random.real(-0.2, 0.16) * height, width: width * size, height: height * size };
}

/** A slash or the word "за" before the position: somebody else signed. @param {Context} context @param {Paper} paper @param {Block} block @param {Hand} hand */
function signFor(context, paper, block, hand) {
  const random = paper.random.fork('for');
  const [x, , , y] = block.box;
  const text = paper.story.variant === 'za' ? 'за' : '/';
  const height = text === '/' ? random.real(5, 7) * MM : random.real(3.4, 4.8) * MM;
  return writeByHand(context, text, { x: x - (text === '/' ? random.real(3.5, 5) : random.real(7.5, 10)) * MM, y: y - random.real(0, 2) * MM, height }, hand, random);
}

/** Writes day and month into their line. @param {Paper} paper @param {Block} block */
export function writeDateIn(paper, block) {
  const random = paper.random.fork(`date ${paper.blocks.indexOf(block)}`);
  const hand = darkEnough(block.signer.hand, leastInkOf(paper.story));
  const height = random.real(2.8, 3.8) * MM;
  paper.flow.sheets[block.page]?.ink.push((context) => {
    for (const { text, x } of block.dateSpot?.words ?? []) {
      writeByHand(context, text, { x: x + random.real(0, 1.5) * MM, y: (block.dateSpot?.y ?? 0) - random.real(0.2, 1) * MM, height }, hand, random);
    }
  });
}
