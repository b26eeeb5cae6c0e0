import { stampDarkEnough } from '../ink/darkness.mjs';
import { MM } from '../ink/pen.mjs';
import { drawStamp, stampOf } from '../ink/stamps.mjs';
import { A4 } from '../page/sheet.mjs';
import { decidingBlock } from './blocks.mjs';
import { leastInkOf } from './visible.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */

/** The round stamp, over or beside the signature that decides. @param {Paper} paper */
export function stampBlock(paper) {
  const block = decidingBlock(paper);
  if (!block) return;
  const { story, flow } = paper;
  const random = paper.random.fork('stamp');
  const style = stampDarkEnough(stampOf(story.family, random, { ...story.body.name, fonts: [`Paper ${story.look.face.name} Bold`] }), leastInkOf(story));
  const diameter = random.real(36, 43) * MM;
  const reach = diameter / 2 + 3 * MM;
  const middle = { x: block.place.x + block.place.width / 2, y: block.place.y + block.place.height / 2 };
  const x = clamp(middle.x + random.real(-22, 14) * MM, reach, A4.width * MM - reach);
  const y = clamp(middle.y + random.real(-8, 14) * MM, reach, A4.height * MM - reach);
  block.stamped = true;
  flow.sheets[block.page]?.ink.push((context) => {
    const box = drawStamp(context, { x, y, diameter }, style, random);
    if (box) paper.marks.push({ type: 'stamp', page: block.page, box, ink: style.manner.split(',')[0] ?? '' });
  });
}

/** @param {number} value @param {number} from @param {number} to */
const clamp = (value, from, to) => Math.max(from, Math.min(to, value));
