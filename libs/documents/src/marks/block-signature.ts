import type { Box } from '../document.js';
import type { Block } from '../blocks/block.js';
import { invert, mapBox } from '../pages/geometry.js';
import type { PageView } from '../pages/view.js';
import { blockNetwork as limits, page as pageLimits } from '../thresholds.js';
import { Network, type Planes } from './network.js';
import { darkness, multiple, networkPicture, type NetworkPicture } from './network-picture.js';
import { uprightSheet } from './page-marks.js';

const network = new Network('block');

/** What the second network saw when it was asked about one block; the box in pixels of the page's view. */
export interface OwnSignature {
  readonly score: number;
  readonly box: Box | null;
}

export const noSignature: OwnSignature = { score: 0, box: null };

/** Asks the second network about each block of a page: it sees the place around the block, and where the block stands in it. */
export async function signaturesOfBlocks(view: PageView, blocks: readonly Block[]): Promise<OwnSignature[]> {
  if (blocks.length === 0) return [];
  const { picture, toView } = uprightSheet(view);
  const toSheet = invert(toView);
  const page = await networkPicture(picture);
  const answers: OwnSignature[] = [];
  for (const block of blocks) {
    const there = scaled(mapBox(toSheet, block.box), page.factor);
    const window = windowAround(there, block.role, page);
    const [best] = await network.finds(withBlock(darkness(page, window), there, window));
    const box = best && scaled(moved(best.box, window[0], window[1]), 1 / page.factor);
    answers.push({ score: best?.score ?? 0, box: box === undefined ? null : mapBox(toView, box) });
  }
  return answers;
}

/** The same window as in training: `deploy/marks/block_window.py`. */
function windowAround([x0, y0, x1, y1]: Box, role: Block['role'], page: NetworkPicture): Box {
  const mm = Math.min(page.width, page.height) / pageLimits.shortSideMm;
  const [width, height] = limits.window[role].map((side) => Math.round((side * mm) / multiple) * multiple) as [number, number];
  const [left, top] = [Math.round((x0 + x1 - width) / 2), Math.round((y0 + y1 - height) / 2)];
  return [left, top, left + width, top + height];
}

/** One plane more: 1 where the block stands. */
function withBlock({ data, width, height }: Planes, block: Box, [left, top]: Box): Planes {
  const planes = new Float32Array(4 * width * height);
  planes.set(data);
  const [x0, y0, x1, y1] = moved(block, -left, -top).map(Math.round) as [number, number, number, number];
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1) {
    const row = (3 * height + y) * width;
    planes.fill(1, row + Math.max(0, x0), row + Math.max(0, Math.min(width, x1)));
  }
  return { data: planes, width, height };
}

function moved([x0, y0, x1, y1]: Box, dx: number, dy: number): Box {
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

function scaled([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 * by, y0 * by, x1 * by, y1 * by];
}
