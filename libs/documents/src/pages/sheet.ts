import { sheet as limits } from '../thresholds.js';
import { identity, straighten, type Homography } from './geometry.js';
import { greyOf, type Raster } from './raster.js';

/** A page freed from the desk it was photographed on. */
export interface Sheet {
  readonly picture: Raster;
  /** From a pixel of the sheet to a pixel of the page as shown. */
  readonly toShown: Homography;
}

type Point = readonly [number, number];
/** Top left, top right, bottom right, bottom left. */
type Corners = readonly [Point, Point, Point, Point];

/**
 * Finds the sheet of paper in a photograph: a bright four-cornered area on a darker desk, and undoes the perspective. A picture
 * that is all paper comes back as it is.
 */
export function sheetOf(picture: Raster): Sheet {
  const corners = findCorners(picture);
  if (corners === null) return { picture, toShown: identity };
  const { wide, high } = sidesOf(corners);
  const scale = Math.min(picture.width, picture.height) / Math.min(wide, high);
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)];
  const toShown = fromSquare(corners, width, height);
  return { picture: straighten(picture, toShown, width, height), toShown };
}

function sidesOf([topLeft, topRight, bottomRight, bottomLeft]: Corners): { wide: number; high: number } {
  return {
    wide: (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2,
    high: (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2,
  };
}

/** Of the proportions of a sheet and turned as the picture is: else it is a part of one, or what a shadow left of it. */
function isSheetLike(corners: Corners, picture: Raster): boolean {
  const { wide, high } = sidesOf(corners);
  const [least, most] = limits.proportion;
  const proportion = Math.max(wide, high) / Math.min(wide, high);
  return proportion > least && proportion < most && high > wide === picture.height > picture.width;
}

function findCorners(picture: Raster): Corners | null {
  const step = Math.max(1, Math.round(Math.min(picture.width, picture.height) / limits.coarse));
  const small = shrunk(greyOf(picture), step);
  const bright = brightOf(small);
  if (!endsInDesk(small, bright)) return null;
  const area = largestArea(small, bright);
  const corners = cornersOf(area, small);
  const share = quadArea(corners) / (small.width * small.height);
  const isFourCornered = Math.abs(area.length / Math.max(1, quadArea(corners)) - 1) < limits.cornered;
  if (share < limits.leastShare || !isFourCornered || !isSheetLike(corners, picture)) return null;
  return corners.map(([x, y]) => [x * step, y * step]) as unknown as Corners;
}

/** The brightest of each cell, so that print does not break the paper apart. */
function shrunk({ width, height, data }: Raster, step: number): Raster {
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const out = new Uint8Array(columns * rows);
  for (let y = 0; y < rows * step; y += 1) {
    const row = Math.floor(y / step) * columns;
    let at = y * width;
    for (let column = row; column < row + columns; column += 1) {
      for (const end = at + step; at < end; at += 1) if (data[at]! > out[column]!) out[column] = data[at]!;
    }
  }
  return { width: columns, height: rows, channels: 1, data: out };
}

/** Grey level that divides paper from desk: nearer to the desk, for a shadow may lie on the paper. */
function brightOf(small: Raster): number {
  const desk = quantile(edgeOf(small), 0.75);
  return desk + limits.paperShare * (quantile(small.data, 0.9) - desk);
}

/** Whether the picture ends in a desk on its sides, and not in paper. */
function endsInDesk(small: Raster, bright: number): boolean {
  const edge = edgeOf(small);
  const dark = edge.filter((value) => value < bright).length;
  return dark >= limits.darkEdge * edge.length && quantile(edge, 0.5) < limits.deskShare * quantile(small.data, 0.9);
}

function edgeOf({ width, height, data }: Raster): Uint8Array {
  const level = [...data.subarray(0, width), ...data.subarray((height - 1) * width)];
  const upright = Array.from({ length: 2 * height }, (_, at) => data[Math.floor(at / 2) * width + (at % 2) * (width - 1)]!);
  return Uint8Array.from([...level, ...upright]);
}

function quantile(values: Uint8Array, share: number): number {
  return Uint8Array.from(values).sort()[Math.floor((values.length - 1) * share)]!;
}

/** Cells of the largest connected bright area. */
function largestArea({ width, height, data }: Raster, bright: number): Uint32Array {
  const seen = new Uint8Array(data.length);
  const stack = new Uint32Array(data.length);
  let largest = new Uint32Array(0);
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] === 1 || data[start]! < bright) continue;
    let end = 1;
    stack[0] = start;
    seen[start] = 1;
    for (let at = 0; at < end; at += 1) {
      for (const next of neighbours(stack[at]!, width, height)) {
        if (seen[next] === 1 || data[next]! < bright) continue;
        seen[next] = 1;
        stack[end] = next;
        end += 1;
      }
    }
    if (end > largest.length) largest = stack.slice(0, end);
  }
  return largest;
}

function neighbours(cell: number, width: number, height: number): number[] {
  const x = cell % width;
  const near = [cell - width, cell + width].filter((next) => next >= 0 && next < width * height);
  if (x > 0) near.push(cell - 1);
  if (x < width - 1) near.push(cell + 1);
  return near;
}

/** A straight edge: `across` is where it is at 0 along its direction, `slope` how far it moves per cell. */
interface Edge {
  readonly across: number;
  readonly slope: number;
}

/** Where the four edges meet. Corners themselves are often lost in shadow or cut off by the frame. */
function cornersOf(cells: Uint32Array, { width, height }: Raster): Corners {
  const rows = spans(cells, height, (cell) => [Math.floor(cell / width), cell % width]);
  const columns = spans(cells, width, (cell) => [cell % width, Math.floor(cell / width)]);
  const [left, right] = [edgeThrough(rows, 0), edgeThrough(rows, 1)];
  const [top, bottom] = [edgeThrough(columns, 0), edgeThrough(columns, 1)];
  return [meet(left, top), meet(right, top), meet(right, bottom), meet(left, bottom)];
}

/** First and last cell of each line of the area; null where the area is not. */
function spans(cells: Uint32Array, lines: number, place: (cell: number) => readonly [number, number]): ([number, number] | null)[] {
  const found: ([number, number] | null)[] = Array.from({ length: lines }, () => null);
  for (const cell of cells) {
    const [line, at] = place(cell);
    const span = found[line];
    found[line] = span === null || span === undefined ? [at, at + 1] : [Math.min(span[0], at), Math.max(span[1], at + 1)];
  }
  return found;
}

/** The middle three fifths of an edge as a line through medians (Theil-Sen), which a finger or a folded corner does not bend. */
function edgeThrough(lines: readonly ([number, number] | null)[], side: 0 | 1): Edge {
  const inside = lines.flatMap((span, line) => (span === null ? [] : [[line + 0.5, span[side]] as const]));
  const points = inside.slice(Math.floor(inside.length * 0.2), Math.ceil(inside.length * 0.8));
  const half = Math.floor(points.length / 2);
  const slope = median(points.slice(0, half).map(([line, at], index) => (points[index + half]![1] - at) / (points[index + half]![0] - line)));
  return { across: median(points.map(([line, at]) => at - slope * line)), slope };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** An upright edge (x by y) and a level one (y by x). */
function meet(upright: Edge, level: Edge): Point {
  const x = (upright.across + upright.slope * level.across) / (1 - upright.slope * level.slope);
  return [x, level.across + level.slope * x];
}

function quadArea(corners: Corners): number {
  return Math.abs(corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4]!;
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** The map that takes an upright rectangle to four corners (Heckbert 1989, square to quadrilateral). */
function fromSquare([p0, p1, p2, p3]: Corners, width: number, height: number): Homography {
  const [dx1, dy1] = [p1[0] - p2[0], p1[1] - p2[1]];
  const [dx2, dy2] = [p3[0] - p2[0], p3[1] - p2[1]];
  const [sx, sy] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  const [a, d] = [p1[0] - p0[0] + g * p1[0], p1[1] - p0[1] + g * p1[1]];
  const [b, e] = [p3[0] - p0[0] + h * p3[0], p3[1] - p0[1] + h * p3[1]];
  return [a / width, b / height, p0[0], d / width, e / height, p0[1], g / width, h / height, 1];
}
