import sharp from 'sharp';
import type { FileType } from '../document.js';
import { limits, page as pageLimits } from '../thresholds.js';
import { drawPage, openPdf, readContent, type PageContent } from './pdfium.js';
import type { Raster } from './raster.js';

export interface DrawnPage extends PageContent {
  readonly picture: Raster;
}

/** The pages of a paper, whatever file holds it. `close` frees the file. */
export interface PageSource {
  readonly pages: number;
  /** Draws a page (from 1) as a viewer shows it; `size` is its short or its long side in pixels. */
  draw(page: number, size?: DrawnSize): Promise<DrawnPage>;
  close(): void;
}

export type DrawnSize = { readonly shortSide: number } | { readonly longSide: number };

const readingSize: DrawnSize = { shortSide: pageLimits.shortSidePixels };
/** A strip-like page would otherwise be drawn into gigabytes. */
const longestSide = 5 * pageLimits.shortSidePixels;

export function openPages(bytes: Uint8Array, type: FileType): Promise<PageSource> {
  return type === 'pdf' ? openPdfPages(bytes) : Promise.resolve(openPicture(bytes));
}

async function openPdfPages(bytes: Uint8Array): Promise<PageSource> {
  const document = await openPdf(bytes);
  return {
    pages: document.getPageCount(),
    async draw(page, size = readingSize) {
      const loaded = document.getPage(page - 1);
      const content = readContent(loaded);
      const { originalWidth, originalHeight } = loaded.getOriginalSize();
      const drawn = drawnSize(originalWidth, originalHeight, size);
      return { ...content, picture: await drawPage(loaded, drawn.width, drawn.height) };
    },
    close: () => document.destroy(),
  };
}

function openPicture(bytes: Uint8Array): PageSource {
  return {
    pages: 1,
    async draw(_page, size = readingSize) {
      const image = sharp(bytes, { limitInputPixels: limits.pixels }).autoOrient();
      const { autoOrient } = await sharp(bytes, { limitInputPixels: limits.pixels }).metadata();
      const drawn = drawnSize(autoOrient.width, autoOrient.height, size);
      const data = await image
        .flatten({ background: '#fff' })
        .resize(drawn.width, drawn.height, { fit: 'fill' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer();
      return { characters: [], pictures: [], picture: { ...drawn, channels: 3, data } };
    },
    close: () => undefined,
  };
}

function drawnSize(width: number, height: number, size: DrawnSize): { width: number; height: number } {
  const long = Math.max(width, height, 1);
  const wanted = 'shortSide' in size ? size.shortSide / Math.max(1, Math.min(width, height)) : size.longSide / long;
  const factor = Math.min(wanted, longestSide / long);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
