import { invert, mapBox, multiply, turnedBy, type Homography } from '../pages/geometry.js';
import { turn, type Raster } from '../pages/raster.js';
import { back, type PageView } from '../pages/view.js';
import { findMarks } from './detector.js';
import type { Mark } from './mark.js';
import { plausible } from './plausible.js';

/** The sheet as it was drawn, only turned upright, and the map from it to the view. */
export interface UprightSheet {
  readonly picture: Raster;
  readonly toView: Homography;
}

/** Evening out the light thins pale ink, and the networks know skewed pages: they see the sheet as it was drawn. */
export function uprightSheet({ rotation, sheet, toSheet }: PageView): UprightSheet {
  return { picture: turn(sheet, back(rotation)), toView: multiply(invert(toSheet), turnedBy(rotation, sheet.width, sheet.height)) };
}

/** Marks of a page in pixels of its view. */
export async function marksOn(view: PageView): Promise<Mark[]> {
  const { picture, toView } = uprightSheet(view);
  const marks = plausible(await findMarks(picture), picture);
  return marks.map((mark) => ({ ...mark, box: mapBox(toView, mark.box) }));
}
