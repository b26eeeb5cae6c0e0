import type { Box } from '../document.js';
import { wholeBox, type Mask } from '../pages/raster.js';

/** A connected patch of ink; box and middle in pixels of the mask, area in pixels of real ink. */
export interface Component {
  readonly box: Box;
  readonly area: number;
  readonly middle: readonly [number, number];
}

/** Connected patches inside a box; gaps up to `gap` pixels are closed. */
export function componentsIn(mask: Mask, zone: Box, gap: number): Component[] {
  const [x0, y0, x1, y1] = wholeBox(zone, mask.width, mask.height);
  const width = x1 - x0;
  const height = y1 - y0;
  const original = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    original.set(mask.data.subarray((y + y0) * mask.width + x0, (y + y0) * mask.width + x1), y * width);
  }
  const closed = widened(original, width, height, Math.max(1, Math.round(gap / 2)));
  return label({ closed, original, width, height }).map(({ box, area, middle }) => ({
    box: [box[0] + x0, box[1] + y0, box[2] + x0, box[3] + y0],
    area,
    middle: [middle[0] + x0, middle[1] + y0],
  }));
}

function widened(data: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x] === 0) continue;
      const [left, right] = [Math.max(0, x - by), Math.min(width - 1, x + by)];
      for (let row = Math.max(0, y - by); row <= Math.min(height - 1, y + by); row += 1) {
        out.fill(1, row * width + left, row * width + right + 1);
      }
    }
  }
  return out;
}

interface Field {
  readonly closed: Uint8Array;
  readonly original: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function label(field: Field): Component[] {
  const stack = new Int32Array(field.closed.length);
  const found: Component[] = [];
  for (let start = 0; start < field.closed.length; start += 1) {
    if (field.closed[start] === 0) continue;
    const component = flood(field, start, stack);
    if (component.area > 0) found.push(component);
  }
  return found;
}

/** Takes one patch out of the closed field. The box holds only real ink, not what closing the gaps added. */
function flood(field: Field, start: number, stack: Int32Array): Component {
  const { closed, original, width } = field;
  const sum = { x0: width, y0: field.height, x1: 0, y1: 0, area: 0, x: 0, y: 0 };
  closed[start] = 0;
  stack[0] = start;
  let top = 1;
  while (top > 0) {
    top -= 1;
    const at = stack[top]!;
    const x = at % width;
    if (original[at] === 1) count(sum, x, (at - x) / width);
    top = pushNeighbours(field, at, stack, top);
  }
  return { box: [sum.x0, sum.y0, sum.x1, sum.y1], area: sum.area, middle: [sum.x / sum.area, sum.y / sum.area] };
}

function pushNeighbours({ closed, width }: Field, at: number, stack: Int32Array, top: number): number {
  const x = at % width;
  let next = top;
  const push = (neighbour: number): void => {
    if (closed[neighbour] !== 1) return;
    closed[neighbour] = 0;
    stack[next] = neighbour;
    next += 1;
  };
  if (x > 0) push(at - 1);
  if (x < width - 1) push(at + 1);
  push(at - width);
  push(at + width);
  return next;
}

function count(sum: { x0: number; y0: number; x1: number; y1: number; area: number; x: number; y: number }, x: number, y: number): void {
  if (x < sum.x0) sum.x0 = x;
  if (y < sum.y0) sum.y0 = y;
  if (x >= sum.x1) sum.x1 = x + 1;
  if (y >= sum.y1) sum.y1 = y + 1;
  sum.area += 1;
  sum.x += x;
  sum.y += y;
}
