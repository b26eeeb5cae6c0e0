import { signedBlocks } from './blocks.mjs';
import { electronicMarks } from './electronic.mjs';
import { EXTRAS } from './extras.mjs';
import { sign, writeDateIn } from './signing.mjs';
import { stampBlock } from './stamping.mjs';

/** Puts on the pages what people put there: signatures, stamps, dates, notes. Boxes are known once the pages have been drawn. @param {import('../paper.mjs').Paper} paper */
export function inkPaper(paper) {
  const { story } = paper;
  for (const extra of story.extras) EXTRAS[extra]?.(paper);
  for (const block of paper.blocks) if (block.dateSpot) writeDateIn(paper, block);
  if (!story.electronic.margin && !story.electronic.qr) for (const block of signedBlocks(paper)) sign(paper, block);
  if (story.stamp) stampBlock(paper);
  electronicMarks(paper);
}
