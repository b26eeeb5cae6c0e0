import { invert, mapBox, multiply, turnedBy } from '../pages/geometry.js';
import { turn } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { findMarks } from './detector.js';
import type { Mark } from './mark.js';
import { plausible } from './plausible.js';

/**
 * Marks of a page in pixels of its view. They are looked for in the sheet as it was drawn, only turned upright: evening out the
 * light thins pale ink, and the network knows skewed pages.
 */
export async function marksOn({ rotation, sheet, toSheet }: PageView): Promise<Mark[]> {
  const back = ((360 - rotation) % 360) as PageView['rotation'];
  const upright = turn(sheet, back);
  const marks = plausible(await findMarks(upright), upright);
  const toView = multiply(invert(toSheet), turnedBy(rotation, sheet.width, sheet.height));
  return marks.map((mark) => ({ ...mark, box: mapBox(toView, mark.box) }));
}
