/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Block} Block */

/** The blocks that are signed in a story. @param {Paper} paper @returns {Block[]} */
export function signedBlocks({ story, blocks }) {
  if (!story.defects.includes('unsigned') && !story.defects.includes('agreement_incomplete')) return blocks;
  return blocks.filter((block) => !unsignedBlocks(story, blocks).includes(block));
}

/** @param {import('../paper.mjs').Story} story @param {Block[]} blocks @returns {Block[]} */
export function unsignedBlocks({ defects, variant, date }, blocks) {
  const rows = blocks.filter(({ role }) => role === 'agreement');
  const one = (/** @type {Block[]} */ list) => list.filter((_, i) => i === Number(date.slice(8)) % Math.max(1, list.length));
  if (defects.includes('agreement_incomplete')) return one(rows);
  if (variant === 'one of two' || variant === 'wrong line') return one(blocks.filter(({ role }) => role !== 'agreement'));
  if (variant === 'agreed beside') return blocks.filter(({ role }) => role === 'approval');
  return blocks.filter(({ role }) => role !== 'agreement');
}

/** The block that decides who has signed. @param {Paper} paper @returns {Block | undefined} */
export function decidingBlock({ blocks }) {
  return blocks.find(({ role }) => role === 'approval') ?? blocks.find(({ role }) => role === 'end');
}
