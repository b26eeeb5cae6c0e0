import type { Box } from '../document.js';
import type { Raster } from './raster.js';

/** Row-major 3 x 3 matrix that maps a pixel of the straightened page to a pixel of the page as shown. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function multiply(a: Homography, b: Homography): Homography {
  const cell = (row: number, column: number): number =>
    a[row * 3]! * b[column]! + a[row * 3 + 1]! * b[3 + column]! + a[row * 3 + 2]! * b[6 + column]!;
  return [
    cell(0, 0), cell(0, 1), cell(0, 2),
    cell(1, 0), cell(1, 1), cell(1, 2),
    cell(2, 0), cell(2, 1), cell(2, 2),
  ];
}

export function invert([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const adjugate = [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d];
  const determinant = a * adjugate[0]! + b * adjugate[3]! + c * adjugate[6]!;
  return adjugate.map((cell) => cell / determinant) as unknown as Homography;
}

/** The upright box around the four mapped corners of a box. */
export function mapBox(h: Homography, [x0, y0, x1, y1]: Box): Box {
  const corners = [mapPoint(h, x0, y0), mapPoint(h, x1, y0), mapPoint(h, x0, y1), mapPoint(h, x1, y1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function mapPoint(h: Homography, x: number, y: number): [number, number] {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

/** From the upright page to the shown page, which is `degrees` clockwise turned; width and height are the shown ones. */
export function turnedBy(degrees: 0 | 90 | 180 | 270, width: number, height: number): Homography {
  if (degrees === 90) return [0, -1, width - 1, 1, 0, 0, 0, 0, 1];
  if (degrees === 180) return [-1, 0, width - 1, 0, -1, height - 1, 0, 0, 1];
  if (degrees === 270) return [0, 1, 0, -1, 0, height - 1, 0, 0, 1];
  return identity;
}

/** Turn by an angle (degrees, positive clockwise as shown) around the middle of the picture. */
export function skewedBy(angle: number, width: number, height: number): Homography {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [cx, cy] = [width / 2, height / 2];
  return [cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy, 0, 0, 1];
}

/** The upright box (in fractions of the shown page) around the four mapped corners of a box. */
export function shownBox(box: Box, h: Homography, width: number, height: number): Box {
  const [x0, y0, x1, y1] = mapBox(h, box);
  return [clampShare(x0 / width), clampShare(y0 / height), clampShare(x1 / width), clampShare(y1 / height)];
}

function clampShare(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1e5) / 1e5;
}

/** Draws the straightened page: one bilinear look-up per pixel in the original picture (in 256ths of a pixel), white outside of it. */
export function straighten(source: Raster, h: Homography, width: number, height: number): Raster {
  const { channels, data: from } = source;
  const data = new Uint8Array(width * height * channels).fill(255);
  const isAffine = h[6] === 0 && h[7] === 0;
  const stride = source.width * channels;
  const [right, bottom] = [source.width - 1, source.height - 1];
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    const [fromX, fromY, fromW] = [h[1] * y + h[2], h[4] * y + h[5], h[7] * y + h[8]];
    for (let x = 0; x < width; x += 1, to += channels) {
      const w = isAffine ? 1 : h[6] * x + fromW;
      const sx = (h[0] * x + fromX) / w;
      const sy = (h[3] * x + fromY) / w;
      if (sx < 0 || sy < 0 || sx >= right || sy >= bottom) continue;
      const left = sx | 0;
      const top = sy | 0;
      const across = ((sx - left) * 256) | 0;
      const down = ((sy - top) * 256) | 0;
      const both = across * down;
      const first = 65536 - 256 * (across + down) + both;
      let at = top * stride + left * channels;
      for (let c = to; c < to + channels; c += 1, at += 1) {
        const upper = from[at]! * first + from[at + channels]! * (256 * across - both);
        data[c] = (upper + from[at + stride]! * (256 * down - both) + from[at + stride + channels]! * both) >> 16;
      }
    }
  }
  return { width, height, channels, data };
}

export function unite(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

export function areaOf(box: Box): number {
  return Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
}

/** The box grown by the same length on all sides. */
export function grow(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}
