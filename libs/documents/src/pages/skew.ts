import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/** Coordinates of dark pixels of a page, thinned to a bounded number. */
export interface DarkPoints {
  readonly width: number;
  readonly height: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

const dark = 160;
const wanted = 40_000;
/** Longer straight runs are rules, frames and desk, not letters. */
const longestRun = 22;
/** The edge of a scan carries shadows and desk; they would pull the angle. */
const edge = 0.04;

export function darkPoints(grey: Raster): DarkPoints {
  const { width, height } = grey;
  const letters = letterPixels(grey);
  const [x0, x1] = [Math.floor(width * edge), Math.ceil(width * (1 - edge))];
  const [y0, y1] = [Math.floor(height * edge), Math.ceil(height * (1 - edge))];
  const places: number[] = [];
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if (letters[y * width + x] === 1) places.push(y * width + x);
  const every = Math.max(1, places.length / wanted);
  const xs = new Float32Array(Math.floor(places.length / every));
  const ys = new Float32Array(xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    const place = places[Math.floor(i * every)]!;
    xs[i] = place % width;
    ys[i] = Math.floor(place / width);
  }
  return { width, height, xs, ys };
}

/** Dark pixels without those in long straight runs. */
function letterPixels({ width, height, data }: Raster): Uint8Array {
  const letters = new Uint8Array(width * height);
  for (let i = 0; i < letters.length; i += 1) letters[i] = data[i]! < dark ? 1 : 0;
  const rules = new Uint8Array(letters.length);
  for (let y = 0; y < height; y += 1) markRuns(letters, rules, { start: y * width, step: 1, count: width });
  for (let x = 0; x < width; x += 1) markRuns(letters, rules, { start: x, step: width, count: height });
  for (let i = 0; i < letters.length; i += 1) if (rules[i] === 1) letters[i] = 0;
  return letters;
}

interface Track {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

function markRuns(letters: Uint8Array, rules: Uint8Array, { start, step, count }: Track): void {
  let run = 0;
  for (let i = 0; i <= count; i += 1) {
    if (i < count && letters[start + i * step] === 1) {
      run += 1;
      continue;
    }
    for (let back = 1; run > longestRun && back <= run; back += 1) rules[start + (i - back) * step] = 1;
    run = 0;
  }
}

/** Whether the lines of print run down the picture instead of across it. */
export function linesRunDown(points: DarkPoints): boolean {
  const across = bestAngle(points, 0.5);
  const down = bestAngle(swapped(points), 0.5);
  return down.energy > across.energy * 1.1;
}

/** The angle (degrees) by which the lines of print fall to the right; the page is turned back by as much. */
export function skewOf(points: DarkPoints): number {
  if (points.xs.length < 200) return 0;
  const { angle } = bestAngle(points, page.skewStep);
  return Math.abs(angle) < page.skewIgnored ? 0 : angle;
}

function bestAngle(points: DarkPoints, step: number): { angle: number; energy: number } {
  let best = { angle: 0, energy: -1 };
  const coarse = Math.max(step, 0.5);
  for (let angle = -page.skewLimit; angle <= page.skewLimit + 1e-6; angle += coarse) {
    best = better(best, angle, points);
  }
  if (step >= coarse) return best;
  const middle = best.angle;
  for (let angle = middle - coarse; angle <= middle + coarse + 1e-6; angle += step) best = better(best, angle, points);
  return best;
}

function better(best: { angle: number; energy: number }, angle: number, points: DarkPoints): typeof best {
  const energy = profileEnergy(points, angle);
  return energy > best.energy ? { angle, energy } : best;
}

/** Sharpness of the profile of rows when the page is read along the angle: highest when lines of print fall into rows. */
function profileEnergy({ xs, ys, width, height }: DarkPoints, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * width) + 2;
  const rows = new Float32Array(height + 2 * reach);
  for (let i = 0; i < xs.length; i += 1) rows[(ys[i]! - xs[i]! * slope + reach + 0.5) | 0]! += 1;
  let energy = 0;
  for (let i = 1; i < rows.length; i += 1) energy += (rows[i]! - rows[i - 1]!) ** 2;
  return energy;
}

function swapped(points: DarkPoints): DarkPoints {
  return { width: points.height, height: points.width, xs: points.ys, ys: points.xs };
}
