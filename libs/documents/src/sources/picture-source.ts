import sharp, { type Sharp } from 'sharp';
import type { DrawnPage, PageSource } from '../pages/source.js';
import { limits, page as pageLimits } from '../thresholds.js';
import { drawnSize, readingSize, shortSidesMm, type Size } from './drawn-size.js';
import { decodeHeic } from './heic.js';

/** A picture of one page. */
export async function openPicture(bytes: Uint8Array): Promise<PageSource> {
  const size = await sizeOf(bytes, 0);
  return pictures([size], [pageLimits.shortSideMm], () => opened(bytes, 0));
}

/** The pages of a TIFF; a scanner makes all of them alike, so wider ones are larger sheets. */
export async function openTiff(bytes: Uint8Array): Promise<PageSource> {
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: limits.pixels }).metadata();
  const sizes: Size[] = [];
  for (let page = 0; page < pages; page += 1) sizes.push(await sizeOf(bytes, page));
  return pictures(sizes, shortSidesMm(sizes), (page) => opened(bytes, page));
}

/** A photograph of a phone; it is unpacked once and turned upright by its own note. */
export async function openHeic(bytes: Uint8Array): Promise<PageSource> {
  const { width, height, data } = await decodeHeic(bytes);
  return pictures([{ width, height }], [pageLimits.shortSideMm], () => sharp(data, { raw: { width, height, channels: 4 } }));
}

async function sizeOf(bytes: Uint8Array, page: number): Promise<Size> {
  const { autoOrient } = await sharp(bytes, { page, limitInputPixels: limits.pixels }).metadata();
  return autoOrient;
}

function opened(bytes: Uint8Array, page: number): Sharp {
  return sharp(bytes, { page, limitInputPixels: limits.pixels }).autoOrient();
}

function pictures(sizes: readonly Size[], shortSides: readonly number[], open: (page: number) => Sharp): PageSource {
  return {
    pages: sizes.length,
    async draw(page, size) {
      const shortSideMm = shortSides[page - 1]!;
      const drawn = drawnSize(sizes[page - 1]!, size ?? readingSize(shortSideMm));
      return { characters: [], pictures: [], shortSideMm, picture: { ...drawn, channels: 3, data: await pixelsOf(open(page - 1), drawn) } };
    },
    close: () => undefined,
  };
}

async function pixelsOf(image: Sharp, { width, height }: Size): Promise<DrawnPage['picture']['data']> {
  return image.flatten({ background: '#fff' }).resize(width, height, { fit: 'fill' }).toColourspace('srgb').removeAlpha().raw().toBuffer();
}
