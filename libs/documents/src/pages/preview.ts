import sharp from 'sharp';
import type { PaperFile } from '../document.js';
import { openPaper } from './source.js';

export interface PagePreview {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
}

export interface PreviewOptions {
  /** Pixels of the longer side. */
  readonly longSide: number;
  /** Pages wanted, from 1; all when absent. */
  readonly pages?: readonly number[];
}

/** JPEG pictures of the pages as a viewer shows them: boxes of findings lie on them as fractions. */
export async function renderPages(files: readonly PaperFile[], options: PreviewOptions): Promise<PagePreview[]> {
  const source = await openPaper(files);
  try {
    const previews: PagePreview[] = [];
    for (let page = 1; page <= source.pages; page += 1) {
      if (options.pages !== undefined && !options.pages.includes(page)) continue;
      const { picture } = await source.draw(page, { longSide: options.longSide });
      const { width, height, channels } = picture;
      const jpeg = await sharp(picture.data, { raw: { width, height, channels } }).jpeg({ quality: 75 }).toBuffer();
      previews.push({ page, width, height, jpeg });
    }
    return previews;
  } finally {
    source.close();
  }
}
