import sharp from 'sharp';
import type { Box } from '../document.js';
import type { Raster } from '../pages/raster.js';
import { detector as limits } from '../thresholds.js';
import type { Planes } from './network.js';

/** The networks halve a picture five times: both its sides are a multiple of this. */
export const multiple = 32;

/** A page as large as the networks know pages: `factor` times the size it was given in. */
export interface NetworkPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly factor: number;
}

/** @param picture a whole page, upright; its physical size does not matter, only its proportions */
export async function networkPicture(picture: Raster): Promise<NetworkPicture> {
  const factor = limits.longSide / Math.max(picture.width, picture.height);
  const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  const raw = { width: picture.width, height: picture.height, channels: picture.channels };
  const pixels = await sharp(picture.data, { raw })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { pixels, width, height, channels: pixels.length / (width * height), factor };
}

/** So long that the networks can take it. */
export function whole(length: number): number {
  return Math.ceil(length / multiple) * multiple;
}

/** How dark each value of a pixel is: 0 white, 1 black. */
const dark = Float32Array.from({ length: 256 }, (_, value) => (255 - value) / 255);

/** Blue, green and red darkness of a window of the page, white where it leaves the page. */
export function darkness({ pixels, width, height, channels }: NetworkPicture, [left, top, right, bottom]: Box): Planes {
  const size = { width: right - left, height: bottom - top };
  const plane = size.width * size.height;
  const data = new Float32Array(3 * plane);
  const [red, green, blue] = channels === 1 ? [0, 0, 0] : [0, 1, 2];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    const to = (y - top) * size.width - left;
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1) {
      const from = (y * width + x) * channels;
      data[to + x] = dark[pixels[from + blue]!]!;
      data[to + x + plane] = dark[pixels[from + green]!]!;
      data[to + x + 2 * plane] = dark[pixels[from + red]!]!;
    }
  }
  return { data, ...size };
}
