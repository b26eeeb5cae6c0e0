import sharp from 'sharp';
import { inspectImage } from '../inspect/image-header.js';
import { inspectTiff } from '../inspect/tiff-header.js';
import type { LayerCharacter } from '../pages/pdfium.js';
import type { DrawnPage, DrawnSize, PageSource } from '../pages/source.js';
import { limits, page as pageLimits } from '../thresholds.js';
import { drawnSize, readingSize } from './drawn-size.js';
import { layOut, layout, type LaidPage, type LaidWord } from './office-layout.js';
import { readOffice, type OfficeContent } from './office-text.js';
import { openPicture, openTiff } from './picture-source.js';
import { openSet } from './set-source.js';

/** Pictures with a shorter long side are emblems and icons, not pages. */
const leastPagePixels = 700;

/** A text document or table: its text laid out on pages, then each larger picture in it as a page. */
export async function openOffice(bytes: Uint8Array): Promise<PageSource> {
  const { lines, pictures } = readOffice(bytes);
  const text = layOut(lines);
  const opened = await Promise.all(pictures.map(openPagePicture));
  const sources = opened.filter((source) => source !== null);
  // A scan put into an empty document is the document.
  const isOnlyPictures = sources.length > 0 && text.every((words) => words.length === 0);
  return openSet(isOnlyPictures ? sources : [textPages(text), ...sources]);
}

/** Null for what is too small to be a page, or cut off: the text around it is read all the same. */
async function openPagePicture({ type, bytes }: OfficeContent['pictures'][number]): Promise<PageSource | null> {
  const inspection = type === 'tiff' ? inspectTiff(bytes) : inspectImage(bytes, type);
  if (typeof inspection === 'string') return null;
  const { width, height } = await sharp(bytes, { limitInputPixels: limits.pixels }).metadata();
  if (Math.max(width, height) < leastPagePixels) return null;
  return type === 'tiff' ? openTiff(bytes) : openPicture(bytes);
}

function textPages(pages: readonly LaidPage[]): PageSource {
  return {
    pages: pages.length,
    draw: (page, size) => drawText(pages[page - 1]!, size ?? readingSize(pageLimits.shortSideMm)),
    close: () => undefined,
  };
}

async function drawText(words: LaidPage, size: DrawnSize): Promise<DrawnPage> {
  const drawn = drawnSize(layout, size);
  const texts = words.map(({ text, x, y }) => `<text x="${x}" y="${y + layout.fontSize}">${escaped(text)}</text>`);
  const font = `font-family="DejaVu Sans Mono, Liberation Mono, Noto Sans Mono, monospace" font-size="${layout.fontSize}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 ${layout.width} ${layout.height}">`
    + `<rect width="100%" height="100%" fill="#fff"/><g ${font}>${texts.join('')}</g></svg>`;
  const data = await sharp(Buffer.from(svg)).resize(drawn.width, drawn.height, { fit: 'fill' }).toColourspace('srgb').removeAlpha().raw().toBuffer();
  return {
    characters: words.flatMap(characters),
    pictures: [],
    shortSideMm: pageLimits.shortSideMm,
    picture: { ...drawn, channels: 3, data },
  };
}

function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- characters that XML cannot hold
  return text.replace(/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Each letter with its place, and a space behind the word. */
function characters({ text, x, y }: LaidWord): LayerCharacter[] {
  return [...`${text} `].map((letter, index) => ({
    text: letter,
    box: [
      (x + index * layout.advance) / layout.width,
      y / layout.height,
      (x + (index + 1) * layout.advance) / layout.width,
      (y + layout.fontSize * 1.2) / layout.height,
    ],
  }));
}
