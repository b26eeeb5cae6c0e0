import type { Box } from '../document.js';
import { emptyMask } from '../pages/raster.js';
import { slash as limits } from '../thresholds.js';
import { componentsIn } from './components.js';
import { clearBoxes } from './masks.js';
import type { InkSearch } from './signature.js';

/** A slanted pen stroke left of the position: somebody signed for the person named. Its box, or null. */
export function slashBefore(position: Box, { view, masks, printed }: InkSearch): Box | null {
  const { mm } = view;
  const zone: Box = [position[0] - 13 * mm, position[1] - 5 * mm, position[0] + mm, position[3] + 4 * mm];
  const clean = emptyMask(masks.dark.width, masks.dark.height);
  clean.data.set(masks.dark.data);
  clearBoxes(clean, printed);
  const stroke = componentsIn(clean, zone, 2).find(({ box, area }) => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    const isTall = height >= limits.heightMm * mm && height <= 20 * mm;
    const slant = width / height;
    return isTall && slant > limits.slant[0] && slant < limits.slant[1] && area / (width * height) < limits.fill;
  });
  return stroke?.box ?? null;
}
