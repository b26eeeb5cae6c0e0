import type { Box } from '../document.js';
import type { Block } from '../blocks/block.js';
import { invert, mapBox } from '../pages/geometry.js';
import type { PageView } from '../pages/view.js';
import { blockNetwork as limits, page as pageLimits } from '../thresholds.js';
import { Network, type Planes } from './network.js';
import { darkness, multiple, networkPicture, type NetworkPicture } from './network-picture.js';
import { uprightSheet } from './page-marks.js';

const kinds = ['own', 'for'] as const;
const network = new Network('block', kinds);

/** What the second network saw of one thing when it was asked about a block; the box in pixels of the page's view. */
export interface Seen {
  readonly score: number;
  readonly box: Box | null;
}

/** The block's own signature, and the stroke or «за» before its position with which somebody signs for the one named. */
export interface BlockSignature {
  readonly own: Seen;
  readonly for: Seen;
}

const nothing: Seen = { score: 0, box: null };
export const noSignature: BlockSignature = { own: nothing, for: nothing };

/** Asks the second network about each block of a page: it sees the place around the block, and where the block stands in it. */
export async function signaturesOfBlocks(view: PageView, blocks: readonly Block[]): Promise<BlockSignature[]> {
  if (blocks.length === 0) return [];
  const { picture, toView } = uprightSheet(view);
  const toSheet = invert(toView);
  const page = await networkPicture(picture);
  const answers: BlockSignature[] = [];
  for (const block of blocks) {
    const there = scaled(mapBox(toSheet, block.box), page.factor);
    const seen = await lookOften(page, there, block.role);
    const onPage = (finds: readonly Seen[]): Seen => {
      const { score, box } = agreed(finds);
      return { score, box: box === null ? null : mapBox(toView, scaled(box, 1 / page.factor)) };
    };
    answers.push({ own: onPage(seen.own), for: onPage(seen.for) });
  }
  return answers;
}

/** With the window moved a little: what the network sees by chance it does not see again. */
async function lookOften(page: NetworkPicture, block: Box, role: Block['role']): Promise<{ own: Seen[]; for: Seen[] }> {
  const window = windowAround(block, role, page);
  const seen = { own: [] as Seen[], for: [] as Seen[] };
  for (const [dx, dy] of limits.looks) {
    const here = moved(window, dx, dy);
    const finds = await network.finds(withBlock(darkness(page, here), block, here), limits.floor);
    for (const kind of kinds) {
      const best = finds.find((find) => find.kind === kind);
      seen[kind].push(best === undefined ? nothing : { score: best.score, box: moved(best.box, here[0], here[1]) });
    }
  }
  return seen;
}

/** The mean of what was seen, as odds; the place is that of the strongest. */
function agreed(seen: readonly Seen[]): Seen {
  const odds = seen.map(({ score }) => Math.min(Math.max(score, limits.floor), 1 - limits.floor)).map((score) => Math.log(score / (1 - score)));
  const mean = odds.reduce((sum, each) => sum + each, 0) / odds.length;
  const best = seen.reduce((top, each) => (each.score > top.score ? each : top), nothing);
  return { score: best.box === null ? 0 : 1 / (1 + Math.exp(-mean)), box: best.box };
}

/** The same window as in training: `deploy/marks/block_window.py`. */
function windowAround([x0, y0, x1, y1]: Box, role: Block['role'], page: NetworkPicture): Box {
  const mm = Math.min(page.width, page.height) / pageLimits.shortSideMm;
  const [width, height] = limits.window[role].map((side) => Math.round((side * mm) / multiple) * multiple) as [number, number];
  const [left, top] = [Math.round((x0 + x1 - width) / 2 - limits.leftMm * mm), Math.round((y0 + y1 - height) / 2)];
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
