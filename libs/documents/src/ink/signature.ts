import type { Box } from '../document.js';
import { overlap, unite, grow } from '../pages/geometry.js';
import { emptyMask, wholeBox, type Mask } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { ink as limits } from '../thresholds.js';
import { lettersOf, type Word } from '../words/word.js';
import { componentsIn, type Component } from './components.js';
import { clearBoxes, type InkMasks } from './masks.js';
import type { Circle } from './stamps.js';

/** Which kind of evidence spoke for a signature. */
export type InkSource = 'colour' | 'black' | 'inside' | 'pale';

export interface InkEvidence {
  /** 1 and more: pen ink is there. */
  readonly score: number;
  readonly source: InkSource | null;
  readonly box: Box | null;
  readonly scores: Readonly<Record<InkSource, number>>;
  /** A stamp lies over the middle of the zone. */
  readonly isStamped: boolean;
}

export interface InkSearch {
  readonly view: PageView;
  readonly masks: InkMasks;
  readonly printed: readonly Box[];
  /** Stamps and what may be a stamp. */
  readonly circles: readonly Circle[];
}

/** Boxes of print: words recognition is sure of and that are no taller than print, and the words of the blocks themselves. */
export function printedBoxes(words: readonly Word[], own: readonly Word[], mm: number): Box[] {
  const heights = Float64Array.from(words.filter((word) => lettersOf(word.text) > 2), (word) => word.box[3] - word.box[1]).sort();
  const median = heights[Math.floor(heights.length / 2)] ?? 4 * mm;
  const isPrint = (word: Word): boolean =>
    word.confidence > limits.sureWord && signsOf(word.text) >= 2 && word.box[3] - word.box[1] < limits.tallWord * median;
  return [...words.filter(isPrint), ...own].map((word) => grow(word.box, 0.35 * mm));
}

function signsOf(text: string): number {
  return text.match(/[\p{L}\d«»№]/gu)?.length ?? 0;
}

/** Looks for pen ink in a zone: coloured or black outside of stamps, or darker than the stamp inside of one. */
export function signatureIn(zone: Box, search: InkSearch): InkEvidence {
  const { view, masks, circles } = search;
  const mm2 = view.mm ** 2;
  const colour = withoutPrint(masks.colour, search, false);
  const black = withoutPrint(masks.dark, search, true);
  const pale = withoutPrint(masks.pale, search, true);
  for (const circle of circles) {
    clearDisc(colour, circle, 1.05);
    clearDisc(black, circle, 1.05);
    clearDisc(pale, circle, 1.05);
  }
  const found = {
    colour: strokes(colour, zone, view.mm, limits.colourSpan),
    black: strokes(black, zone, view.mm, limits.blackSpan),
    inside: circles.flatMap((circle) => strokesInside(circle, zone, search)),
    pale: strokes(pale, zone, view.mm, limits.paleSpan),
  };
  const scores = {
    colour: areaOf(found.colour) / mm2 / limits.colourArea,
    black: areaOf(found.black) / mm2 / limits.blackArea,
    inside: areaOf(found.inside) / mm2 / limits.insideArea,
    pale: areaOf(found.pale) / mm2 / limits.paleArea,
  };
  const source = strongest(scores);
  const components = source === null ? [] : found[source];
  return {
    score: source === null ? 0 : scores[source],
    source,
    box: components.length === 0 ? null : unite(components.map((component) => component.box)),
    scores,
    isStamped: circles.some((circle) => coversMiddle(circle, zone)),
  };
}

function strongest(scores: Readonly<Record<InkSource, number>>): InkSource | null {
  const order: readonly InkSource[] = ['colour', 'inside', 'black', 'pale'];
  const signed = order.find((source) => scores[source] >= limits.signed);
  if (signed !== undefined) return signed;
  const best = order.reduce((a, b) => (scores[b] > scores[a] ? b : a));
  return scores[best] > 0 ? best : null;
}

function withoutPrint(mask: Mask, { masks, printed }: InkSearch, withoutRules: boolean): Mask {
  const clean = emptyMask(mask.width, mask.height);
  clean.data.set(mask.data);
  if (withoutRules) for (let i = 0; i < clean.data.length; i += 1) if (masks.rules.data[i] === 1) clean.data[i] = 0;
  clearBoxes(clean, printed);
  return clean;
}

function clearDisc(mask: Mask, { x, y, radius }: Circle, share: number): void {
  const reach = radius * share;
  const [x0, y0, x1, y1] = wholeBox([x - reach, y - reach, x + reach, y + reach], mask.width, mask.height);
  for (let row = y0; row < y1; row += 1) {
    for (let column = x0; column < x1; column += 1) {
      if ((column - x) ** 2 + (row - y) ** 2 <= reach ** 2) mask.data[row * mask.width + column] = 0;
    }
  }
}

function strokes(mask: Mask, zone: Box, mm: number, span: readonly [number, number]): Component[] {
  return componentsIn(mask, zone, limits.gapMm * mm).filter((component) => isStroke(component, zone, mm, span));
}

/** A pen stroke: long and tall enough, and thin: it fills little of its box. */
function isStroke({ box, area, middle }: Component, zone: Box, mm: number, [long, short]: readonly [number, number]): boolean {
  const [width, height] = [(box[2] - box[0]) / mm, (box[3] - box[1]) / mm];
  if (Math.max(width, height) < long || Math.min(width, height) < short) return false;
  if (area / ((box[2] - box[0]) * (box[3] - box[1])) > limits.fill) return false;
  return overlap([middle[0], middle[1], middle[0] + 1, middle[1] + 1], zone) > 0;
}

/** Inside a stamp only what is clearly darker than the stamp's own ring is pen. */
function strokesInside(circle: Circle, zone: Box, { view, masks, printed }: InkSearch): Component[] {
  const { grey, mm } = view;
  const limit = ringDarkness(grey, circle) * (1 - limits.insideDarker);
  const mask = emptyMask(grey.width, grey.height);
  const reach = circle.radius * 1.05;
  const disc: Box = [circle.x - reach, circle.y - reach, circle.x + reach, circle.y + reach];
  if (overlap(disc, zone) === 0) return [];
  const [x0, y0, x1, y1] = wholeBox(disc, grey.width, grey.height);
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const at = y * grey.width + x;
      const isIn = (x - circle.x) ** 2 + (y - circle.y) ** 2 <= reach ** 2;
      if (isIn && grey.data[at]! < limit && masks.rules.data[at] === 0) mask.data[at] = 1;
    }
  }
  clearBoxes(mask, printed);
  return strokes(mask, zone, mm, limits.insideSpan);
}

/** The dark side of the ring's own ink. */
function ringDarkness(grey: PageView['grey'], { x, y, radius }: Circle): number {
  const values: number[] = [];
  for (let sector = 0; sector < 360; sector += 1) {
    const [cos, sin] = [Math.cos((sector * Math.PI) / 180), Math.sin((sector * Math.PI) / 180)];
    let darkest = 255;
    for (let side = -2; side <= 2; side += 1) {
      const px = Math.round(x + (radius + side) * cos);
      const py = Math.round(y + (radius + side) * sin);
      if (px >= 0 && py >= 0 && px < grey.width && py < grey.height) darkest = Math.min(darkest, grey.data[py * grey.width + px]!);
    }
    values.push(darkest);
  }
  const sorted = Uint8Array.from(values).sort();
  return sorted[Math.floor(sorted.length * limits.ringPercentile)]!;
}

function coversMiddle(circle: Circle, zone: Box): boolean {
  const [x, y] = [(zone[0] + zone[2]) / 2, (zone[1] + zone[3]) / 2];
  return Math.abs(circle.x - x) < (zone[2] - zone[0]) / 2 && Math.abs(circle.y - y) < circle.radius + (zone[3] - zone[1]) / 4;
}

function areaOf(components: readonly Component[]): number {
  return components.reduce((sum, component) => sum + component.area, 0);
}
