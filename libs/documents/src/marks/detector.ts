import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { areaOf, overlap } from '../pages/geometry.js';
import type { Raster } from '../pages/raster.js';
import { detector as limits } from '../thresholds.js';
import { markKinds, type Mark } from './mark.js';

/** Weights and their recipe: `deploy/marks`. */
const model = fileURLToPath(new URL('../../models/marks.onnx', import.meta.url));
/** The network answers for squares of this many pixels. */
const stride = 8;
/** It halves the picture five times. */
const multiple = 32;

let session: Promise<InferenceSession> | undefined;

/** One thread, so that the same picture always gives the same numbers; papers are read side by side instead. */
function open(): Promise<InferenceSession> {
  session ??= InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return session;
}

/**
 * Looks for pen signatures, stamps and QR codes on a page.
 * @param picture a whole page, upright; its physical size does not matter, only its proportions
 * @returns every place above the lowest threshold, strongest first; what is sure enough is decided by who asks
 */
export async function findMarks(picture: Raster): Promise<Mark[]> {
  const { input, width, height, factor } = await prepare(picture);
  const answer = await (await open()).run({ x: new Tensor('float32', input, [1, 3, height, width]) });
  const grid = { columns: width / stride, cells: (width / stride) * (height / stride) };
  const [heat, peak, box] = ['heat', 'peak', 'box'].map((name) => answer[name]!.data as Float32Array);
  const marks = markKinds.map((kind, index): Mark[] => {
    const found: Mark[] = [];
    for (let cell = 0; cell < grid.cells; cell += 1) {
      const score = heat![index * grid.cells + cell]!;
      if (score < limits.least || score !== peak![index * grid.cells + cell]) continue;
      const sides = [0, 1, 2, 3].map((side) => box![side * grid.cells + cell]!) as [number, number, number, number];
      found.push({ kind, score, box: boxAt(cell, grid.columns, sides, factor, picture) });
    }
    return apart(found, limits.apart[kind]);
  });
  return marks.flat();
}

/** Blue, green, red planes of darkness (0 white, 1 black), the long side as in training, white to the right and below. */
async function prepare(picture: Raster): Promise<{ input: Float32Array; width: number; height: number; factor: number }> {
  const factor = limits.longSide / Math.max(picture.width, picture.height);
  const [columns, rows] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  const raw = { width: picture.width, height: picture.height, channels: picture.channels };
  const pixels = await sharp(picture.data, { raw })
    .resize(columns, rows, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const channels = pixels.length / (columns * rows);
  const [width, height] = [columns, rows].map((side) => Math.ceil(side / multiple) * multiple) as [number, number];
  const input = new Float32Array(3 * width * height);
  for (let plane = 0; plane < 3; plane += 1) {
    const source = channels === 1 ? 0 : 2 - plane;
    for (let y = 0; y < rows; y += 1) {
      const to = plane * width * height + y * width;
      for (let x = 0; x < columns; x += 1) input[to + x] = (255 - pixels[(y * columns + x) * channels + source]!) / 255;
    }
  }
  return { input, width, height, factor };
}

function boxAt(cell: number, columns: number, sides: readonly [number, number, number, number], factor: number, picture: Raster): Mark['box'] {
  const x = (cell % columns) * stride + stride / 2;
  const y = Math.floor(cell / columns) * stride + stride / 2;
  const [left, top, right, bottom] = sides;
  return [
    Math.max(0, (x - left) / factor),
    Math.max(0, (y - top) / factor),
    Math.min(picture.width, (x + right) / factor),
    Math.min(picture.height, (y + bottom) / factor),
  ];
}

/** Keeps the strongest of places that overlap too much, measured against their union and against the smaller one. */
function apart(found: readonly Mark[], { union, contained }: { readonly union: number; readonly contained: number }): Mark[] {
  const kept: Mark[] = [];
  for (const mark of [...found].sort((a, b) => b.score - a.score)) {
    const isNew = kept.every((other) => {
      const both = overlap(mark.box, other.box);
      const [one, two] = [areaOf(mark.box), areaOf(other.box)];
      return both < union * (one + two - both) && both < contained * Math.min(one, two);
    });
    if (isNew) kept.push(mark);
  }
  return kept;
}
