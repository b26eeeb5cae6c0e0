import { grow, mapBox, multiply, straighten, type Homography } from './geometry.js';
import { evenLight } from './light.js';
import { cut, wholeBox, type Raster } from './raster.js';
import type { PageView } from './view.js';

/** A page that can be drawn again, `factor` times finer. */
export interface FinePage {
  readonly view: PageView;
  readonly finer: (factor: number) => Promise<Raster>;
}

/** Room around a part, so that its light is evened out as on the whole page. */
const margin = 24;

/**
 * A part of a page, upright, straight and evenly lit, from a picture drawn `factor` times finer: small print and initials under a
 * pen stroke are lost at the resolution that is enough for a whole page.
 * @param region whole pixels of the view
 */
export async function closerLook({ view, finer }: FinePage, region: readonly [number, number, number, number], factor: number): Promise<Raster> {
  const fine = await finer(factor);
  const [x0, y0, x1, y1] = region;
  const scale = fine.width / view.shown.width;
  const toFine = multiply([scale, 0, 0, 0, scale, 0, 0, 0, 1], view.toShown);
  const around = wholeBox(grow(mapBox(toFine, region), margin * factor), fine.width, fine.height);
  const toPart: Homography = [1, 0, -around[0], 0, 1, -around[1], 0, 0, 1];
  const fromRegion: Homography = [1 / factor, 0, x0, 0, 1 / factor, y0, 0, 0, 1];
  const part = evenLight(cut(fine, around));
  return straighten(part, multiply(toPart, multiply(toFine, fromRegion)), Math.round((x1 - x0) * factor), Math.round((y1 - y0) * factor));
}
