import type { Raster } from '../pages/raster.js';
import { markKinds, type Mark } from './mark.js';
import { Network } from './network.js';
import { detector as limits } from '../thresholds.js';
import { darkness, networkPicture, whole } from './network-picture.js';

const network = new Network('marks', markKinds);

/**
 * Looks for pen signatures, stamps and QR codes on a page.
 * @param picture a whole page, upright
 * @returns every place above the lowest threshold, strongest first of its kind; what is sure enough is decided by who asks
 */
export async function findMarks(picture: Raster): Promise<Mark[]> {
  const page = await networkPicture(picture);
  const found = await network.finds(darkness(page, [0, 0, whole(page.width), whole(page.height)]), limits.least);
  return found.map(({ kind, score, box: [x0, y0, x1, y1] }) => ({
    kind,
    score,
    box: [
      Math.max(0, x0 / page.factor),
      Math.max(0, y0 / page.factor),
      Math.min(picture.width, x1 / page.factor),
      Math.min(picture.height, y1 / page.factor),
    ],
  }));
}
