import type { Box } from '../document.js';
import { emptyMask } from '../pages/raster.js';
import { slash as limits } from '../thresholds.js';
import { unite } from '../pages/geometry.js';
import { componentsIn, type Component } from './components.js';
import { clearBoxes } from './masks.js';
import type { InkSearch } from './signature.js';
import type { Circle } from './stamps.js';

/** A slanted pen stroke or «за» by hand left of the position: somebody signed for the person named. Its box, or null. */
export function slashBefore(position: Box, { view, masks, printed, circles }: InkSearch): Box | null {
  const { mm } = view;
  const zone: Box = [position[0] - limits.leftMm * mm, position[1] - 5 * mm, position[0] + mm, position[3] + 4 * mm];
  const clean = emptyMask(masks.dark.width, masks.dark.height);
  clean.data.set(masks.dark.data);
  clearBoxes(clean, printed);
  const strokes = componentsIn(clean, zone, 2).filter(({ middle }) => circles.every((circle) => !isIn(circle, middle)));
  const slash = strokes.find((stroke) => isSlash(stroke, mm));
  if (slash !== undefined) return slash.box;
  const letters = strokes.filter((stroke) => isLetter(stroke, mm));
  const word = letters.length === 0 ? null : unite(letters.map(({ box }) => box));
  return word !== null && word[2] - word[0] > limits.wordMm * mm ? word : null;
}

function isSlash({ box, area }: Component, mm: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const isTall = height >= limits.heightMm * mm && height <= 20 * mm;
  const slant = width / height;
  return isTall && slant > limits.slant[0] && slant < limits.slant[1] && area / (width * height) < limits.fill;
}

function isLetter({ box, area }: Component, mm: number): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const [least, most] = limits.letterMm;
  return height >= least * mm && height <= most * mm && width >= 0.8 * mm && width < most * mm && area / (width * height) < limits.letterFill;
}

function isIn({ x, y, radius }: Circle, [px, py]: readonly [number, number]): boolean {
  return Math.hypot(px - x, py - y) <= radius * 1.1;
}
