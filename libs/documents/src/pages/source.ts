import type { DocumentType, FileType, PaperFile } from '../document.js';
import { documentsIn } from '../signed/cms-document.js';
import { openOffice } from '../sources/office-source.js';
import { openPdfPages } from '../sources/pdf-source.js';
import { openHeic, openPicture, openTiff } from '../sources/picture-source.js';
import { openSet } from '../sources/set-source.js';
import type { PageContent } from './pdfium.js';
import type { Raster } from './raster.js';

export interface DrawnPage extends PageContent {
  readonly picture: Raster;
  /** Width of the sheet: 210 (A4), 297 (A3 among A4) or 148 (A5 among A4). */
  readonly shortSideMm: number;
}

/** The pages of a paper, whatever file holds it. `close` frees the file. */
export interface PageSource {
  readonly pages: number;
  /** Draws a page (from 1) as a viewer shows it; `size` is its short or its long side in pixels, by default that for reading. */
  draw(page: number, size?: DrawnSize): Promise<DrawnPage>;
  close(): void;
}

export type DrawnSize = { readonly shortSide: number } | { readonly longSide: number };

/** `openPaper` of one file. */
export function openPages(bytes: Uint8Array, type: FileType): Promise<PageSource> {
  return openPaper([{ bytes, type }]);
}

const openers: Readonly<Record<DocumentType, (bytes: Uint8Array) => Promise<PageSource>>> = {
  pdf: openPdfPages,
  jpeg: openPicture,
  png: openPicture,
  tiff: openTiff,
  heic: openHeic,
  docx: openOffice,
  xlsx: openOffice,
};

/**
 * Opens files as one paper, in the order given: photographs of its pages, the paper and its annexes, or a document and its signatures,
 * which have no pages. Throws when one cannot be opened: run `inspectFile` before.
 */
export async function openPaper(files: readonly PaperFile[]): Promise<PageSource> {
  const opened: PageSource[] = [];
  try {
    for (const { bytes, type } of documentsIn(files)) opened.push(await openers[type](bytes));
  } catch (error) {
    openSet(opened).close();
    throw error;
  }
  return openSet(opened);
}
