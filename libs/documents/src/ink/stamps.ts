import type { Box } from '../document.js';
import { grow } from '../pages/geometry.js';
import { emptyMask, wholeBox, type Mask, type Raster } from '../pages/raster.js';
import { stamp as limits } from '../thresholds.js';
import { clearBoxes, type InkMasks } from './masks.js';

/** A round stamp, or with a low score something that may be a pale one. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly score: number;
  readonly ink: 'colour' | 'black';
}

export interface StampSearch {
  readonly stamps: readonly Circle[];
  /** Not sure enough to report; kept out of the pen evidence and enough to send "no stamp" to a person. */
  readonly weak: readonly Circle[];
}

const shrink = 4;
const cosines = Float64Array.from({ length: limits.sectors }, (_, sector) => Math.cos((2 * Math.PI * sector) / limits.sectors));
const sines = Float64Array.from({ length: limits.sectors }, (_, sector) => Math.sin((2 * Math.PI * sector) / limits.sectors));

/**
 * Looks for round stamps of the official size: first in coloured ink, then in black ink without print and rules.
 * @param mm pixels per millimetre
 * @param printed boxes of printed words
 */
export function findStamps(masks: InkMasks, mm: number, printed: readonly Box[]): StampSearch {
  const black = emptyMask(masks.dark.width, masks.dark.height);
  black.data.set(masks.dark.data);
  for (let i = 0; i < black.data.length; i += 1) if (masks.rules.data[i] === 1) black.data[i] = 0;
  clearBoxes(black, printed);
  const found = [...circlesIn(masks.colour, mm, 'colour'), ...circlesIn(black, mm, 'black')];
  const circles = apart(found.sort((a, b) => excess(b) - excess(a)));
  return {
    stamps: circles.filter((circle) => excess(circle) >= 0),
    weak: circles.filter((circle) => excess(circle) < 0 && circle.score >= limits.weak),
  };
}

function excess(circle: Circle): number {
  return circle.score - (circle.ink === 'colour' ? limits.colourAccept : limits.blackAccept);
}

function apart(circles: readonly Circle[]): Circle[] {
  const kept: Circle[] = [];
  for (const circle of circles) {
    if (kept.every((other) => Math.hypot(other.x - circle.x, other.y - circle.y) > circle.radius)) kept.push(circle);
  }
  return kept;
}

function circlesIn(mask: Mask, mm: number, ink: Circle['ink']): Circle[] {
  const points = thinned(mask);
  if (points.xs.length < 60) return [];
  return votes(points, mm).map((candidate) => refine(mask, { ...candidate, ink }, mm));
}

interface Points {
  readonly xs: Int16Array;
  readonly ys: Int16Array;
  readonly width: number;
  readonly height: number;
}

/** Inked cells of the picture shrunk four times, at most the number that the vote can afford. */
function thinned(mask: Mask): Points {
  const width = Math.ceil(mask.width / shrink);
  const height = Math.ceil(mask.height / shrink);
  const counts = new Uint8Array(width * height);
  for (let y = 0; y < mask.height; y += 1) {
    const row = Math.floor(y / shrink) * width;
    for (let x = 0; x < mask.width; x += 1) counts[row + (x >> 2)]! += mask.data[y * mask.width + x]!;
  }
  let inked = 0;
  for (const value of counts) if (value >= 2) inked += 1;
  const every = Math.max(1, inked / limits.points);
  const xs = new Int16Array(Math.floor(inked / every));
  const ys = new Int16Array(xs.length);
  let seen = 0;
  let next = 0;
  for (let i = 0; i < counts.length && next < xs.length; i += 1) {
    if (counts[i]! < 2) continue;
    if (seen >= next * every) {
      xs[next] = i % width;
      ys[next] = Math.floor(i / width);
      next += 1;
    }
    seen += 1;
  }
  return { xs, ys, width, height };
}

type Candidate = Pick<Circle, 'x' | 'y' | 'radius' | 'score'>;

function votes(points: Points, mm: number): Candidate[] {
  const best: Candidate[] = [];
  const grid = new Uint16Array(points.width * points.height);
  const [smallest, biggest] = limits.radiusMm.map((radius) => (radius * mm) / shrink);
  for (let radius = Math.floor(smallest!); radius <= biggest! + 1; radius += 1) {
    grid.fill(0);
    castVotes(points, radius, grid);
    collectPeaks(grid, points.width, radius, best);
  }
  return distinct(best.sort((a, b) => b.score - a.score)).slice(0, 6);
}

function castVotes({ xs, ys, width, height }: Points, radius: number, grid: Uint16Array): void {
  const steps = Math.ceil(2 * Math.PI * radius);
  for (let step = 0; step < steps; step += 1) {
    const angle = (2 * Math.PI * step) / steps;
    const dx = Math.round(radius * Math.cos(angle));
    const dy = Math.round(radius * Math.sin(angle));
    for (let i = 0; i < xs.length; i += 1) {
      const x = xs[i]! + dx;
      const y = ys[i]! + dy;
      if (x >= 0 && y >= 0 && x < width && y < height) grid[y * width + x]! += 1;
    }
  }
}

/** The strongest centre of every tile, as a share of the circle's length. */
function collectPeaks(grid: Uint16Array, width: number, radius: number, best: Candidate[]): void {
  const least = 0.25 * 2 * Math.PI * radius;
  const tile = 16;
  const peaks = new Map<number, Candidate>();
  for (let i = 0; i < grid.length; i += 1) {
    if (grid[i]! < least) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const key = Math.floor(y / tile) * 1000 + Math.floor(x / tile);
    const score = grid[i]! / (2 * Math.PI * radius);
    if (score > (peaks.get(key)?.score ?? 0)) peaks.set(key, { x: x * shrink + 2, y: y * shrink + 2, radius: radius * shrink, score });
  }
  best.push(...peaks.values());
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (kept.every((other) => Math.hypot(other.x - candidate.x, other.y - candidate.y) > 40)) kept.push(candidate);
    if (kept.length >= 6) break;
  }
  return kept;
}

/**
 * How much of a ring there is in a place that may be a round stamp: the share of the circle that meets ink, less what a circle a
 * little outside meets. Rectangular and three-cornered stamps have none, however pale they are: ink is what is darker than the
 * paper around it.
 */
export function roundnessOf(grey: Raster, box: Box, depth: number): number {
  const mask = inkAround(grey, box, depth);
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const [x, y, radius] = [mask.width / 2, mask.height / 2, (width + height) / 4];
  let best = 0;
  for (let share = 0.84; share <= 1.1; share += 0.02) {
    for (let dx = -0.1; dx <= 0.1; dx += 0.025) {
      for (let dy = -0.1; dy <= 0.1; dy += 0.025) {
        const circle = { x: x + dx * radius, y: y + dy * radius, radius: share * radius, score: 0 };
        const ring = support(mask, circle, 0);
        if (ring > best) best = Math.max(best, ring - limits.outsideWeight * support(mask, circle, 0.08 * radius));
      }
    }
  }
  return best;
}

function inkAround(grey: Raster, box: Box, depth: number): Mask {
  const [x0, y0, x1, y1] = wholeBox(grow(box, (box[2] - box[0]) / 8), grey.width, grey.height);
  const mask = emptyMask(x1 - x0, y1 - y0);
  const values: number[] = [];
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) values.push(grey.data[y * grey.width + x]!);
  const paper = Uint8Array.from(values).sort()[Math.floor(values.length * 0.6)]!;
  values.forEach((value, at) => {
    if (value < paper - depth) mask.data[at] = 1;
  });
  return mask;
}

/** Fits centre and radius at full size, then scores the ring against its neighbourhood. */
function refine(mask: Mask, candidate: Omit<Circle, 'score'>, mm: number): Circle {
  let best = { ...candidate, score: -1 };
  for (const reach of [6, 2]) {
    const from = best;
    const step = reach / 2;
    for (let dy = -reach; dy <= reach; dy += step) {
      for (let dx = -reach; dx <= reach; dx += step) {
        for (let dr = -reach; dr <= reach; dr += step) {
          const circle = { ...from, x: from.x + dx, y: from.y + dy, radius: from.radius + dr };
          const score = support(mask, circle, 0);
          if (score > best.score) best = { ...circle, score };
        }
      }
    }
  }
  const outside = support(mask, best, 1.6 * mm);
  const inner = innerContrast(mask, best);
  return { ...best, score: best.score - limits.outsideWeight * outside + limits.innerWeight * inner };
}

/** Share of 120 sectors in which the circle (grown by `by`) meets ink. */
function support(mask: Mask, { x, y, radius }: Candidate, by: number): number {
  let hits = 0;
  for (let sector = 0; sector < limits.sectors; sector += 1) {
    for (let side = -1; side <= 1; side += 1) {
      const distance = radius + by + side;
      const px = (x + distance * cosines[sector]! + 0.5) | 0;
      const py = (y + distance * sines[sector]! + 0.5) | 0;
      if (px < 0 || py < 0 || px >= mask.width || py >= mask.height) continue;
      if (mask.data[py * mask.width + px] === 1) {
        hits += 1;
        break;
      }
    }
  }
  return hits / limits.sectors;
}

/** The inner ring of a stamp stands out against what is between the rings. */
function innerContrast(mask: Mask, circle: Candidate): number {
  let ring = 0;
  let sum = 0;
  let count = 0;
  for (let share = 0.5; share <= 0.82; share += 0.02) {
    const value = support(mask, circle, (share - 1) * circle.radius);
    ring = Math.max(ring, value);
    sum += value;
    count += 1;
  }
  return ring - sum / count;
}

export function boxOf({ x, y, radius }: Circle): Box {
  return [x - radius, y - radius, x + radius, y + radius];
}
