import sharp from 'sharp';
import type { Box } from '../document.js';

/** A picture as plain bytes, row by row; three channels are red, green, blue. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** One bit per pixel, kept as bytes 0 and 1. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function emptyMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

/** Luma of a colour picture. */
export function greyOf(image: Raster): Raster {
  if (image.channels === 1) return image;
  const { data } = image;
  const grey = new Uint8Array(image.width * image.height);
  for (let i = 0, j = 0; i < grey.length; i += 1, j += 3) {
    grey[i] = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8;
  }
  return { width: image.width, height: image.height, channels: 1, data: grey };
}

/**
 * Blue and violet ink fade away, black print stays, so text under a stamp or a pen stroke becomes readable.
 * @param fading how much of a pixel's colourfulness is added to its brightest channel
 */
export function withoutColour(image: Raster, fading = 1.5): Raster {
  if (image.channels === 1) return image;
  const { data } = image;
  const grey = new Uint8ClampedArray(image.width * image.height);
  for (let i = 0, j = 0; i < grey.length; i += 1, j += 3) {
    const brightest = Math.max(data[j]!, data[j + 1]!, data[j + 2]!);
    grey[i] = brightest + fading * (brightest - Math.min(data[j]!, data[j + 1]!, data[j + 2]!));
  }
  return { width: image.width, height: image.height, channels: 1, data: new Uint8Array(grey.buffer) };
}

/** Cuts out a box given in pixels, clamped to the picture and never empty. */
export function cut(image: Raster, box: Box): Raster {
  const [x0, y0, x1, y1] = wholeBox(box, image.width, image.height);
  const row = (x1 - x0) * image.channels;
  const data = new Uint8Array(row * (y1 - y0));
  for (let y = y0; y < y1; y += 1) {
    const from = (y * image.width + x0) * image.channels;
    data.set(image.data.subarray(from, from + row), (y - y0) * row);
  }
  return { width: x1 - x0, height: y1 - y0, channels: image.channels, data };
}

/** The box in whole pixels inside a picture, at least one pixel wide and high. */
export function wholeBox(box: Box, width: number, height: number): [number, number, number, number] {
  const x0 = Math.max(0, Math.min(width - 1, Math.floor(box[0])));
  const y0 = Math.max(0, Math.min(height - 1, Math.floor(box[1])));
  const x1 = Math.max(x0 + 1, Math.min(width, Math.ceil(box[2])));
  const y1 = Math.max(y0 + 1, Math.min(height, Math.ceil(box[3])));
  return [x0, y0, x1, y1];
}

/** Turns a picture clockwise by whole quarters. */
export function turn(image: Raster, degrees: 0 | 90 | 180 | 270): Raster {
  if (degrees === 0) return image;
  const { width, height, channels } = image;
  const turned = degrees === 180 ? { width, height } : { width: height, height: width };
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * channels;
      const to = turnedIndex(x, y, image, degrees) * channels;
      for (let c = 0; c < channels; c += 1) data[to + c] = image.data[at + c]!;
    }
  }
  return { ...turned, channels, data };
}

function turnedIndex(x: number, y: number, { width, height }: Raster, degrees: 90 | 180 | 270): number {
  if (degrees === 90) return x * height + (height - 1 - y);
  if (degrees === 180) return (height - 1 - y) * width + (width - 1 - x);
  return (width - 1 - x) * height + y;
}

/** Enlarges or shrinks by a factor. */
export async function scale(image: Raster, factor: number): Promise<Raster> {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const raw = { width: image.width, height: image.height, channels: image.channels };
  const resized = sharp(image.data, { raw }).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  const data = await (image.channels === 1 ? resized.toColourspace('b-w') : resized).raw().toBuffer();
  return { width, height, channels: image.channels, data };
}
