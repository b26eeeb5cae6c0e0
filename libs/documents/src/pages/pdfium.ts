import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import type { Box } from '../document.js';
import type { Raster } from './raster.js';

/** One character of a text layer; the box is in fractions of the page as a viewer shows it. */
export interface LayerCharacter {
  readonly text: string;
  readonly box: Box;
}

export interface PageContent {
  readonly characters: readonly LayerCharacter[];
  /** Boxes of the pictures placed on the page, in fractions of the shown page. */
  readonly pictures: readonly Box[];
}

/** The parts of pdfium that the wrapper carries but does not declare. */
interface RawPdfium {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  _FPDF_GetPageSizeByIndexF(document: number, index: number, size: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_GetCharBox(textPage: number, index: number, l: number, r: number, b: number, t: number): number;
  _FPDF_PageToDevice(...values: number[]): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, l: number, b: number, r: number, t: number): number;
}

const pictureType = 3;
/** Device units used to turn page coordinates into fractions. */
const grid = 100_000;

let library: Promise<PDFiumLibrary> | undefined;

/** Opens a PDF; throws when pdfium cannot. The caller destroys the document. */
export async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument> {
  library ??= PDFiumLibrary.init();
  const current = library;
  return guarded(async () => (await current).loadDocument(bytes));
}

/** After a fault inside pdfium its memory is not to be trusted: the next paper is opened by a new one. */
async function guarded<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') library = undefined;
    throw error;
  }
}

/** Width and height of every page as shown, in what the file says are points. */
export function pageSizes(document: PDFiumDocument): { width: number; height: number }[] {
  const { module: raw, documentIdx: handle } = document as unknown as { module: RawPdfium; documentIdx: number };
  const memory = raw.wasmExports.malloc(8);
  try {
    return Array.from({ length: document.getPageCount() }, (_, index) => {
      raw._FPDF_GetPageSizeByIndexF(handle, index, memory);
      const view = new DataView(raw.HEAPU8.buffer, memory, 8);
      return { width: view.getFloat32(0, true), height: view.getFloat32(4, true) };
    });
  } finally {
    raw.wasmExports.free(memory);
  }
}

/** Draws a page. pdfium closes it afterwards, so its content has to be read before. */
export async function drawPage(page: PDFiumPage, width: number, height: number): Promise<Raster> {
  const drawn = await guarded(() => page.render({ width, height, scale: 1, render: 'bitmap' }));
  const data = new Uint8Array(drawn.width * drawn.height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = drawn.data[from]!;
    data[to + 1] = drawn.data[from + 1]!;
    data[to + 2] = drawn.data[from + 2]!;
  }
  return { width: drawn.width, height: drawn.height, channels: 3, data };
}

/** Text and pictures of a page, in fractions of the page as a viewer shows it. Throws when the page cannot be opened. */
export function readContent(page: PDFiumPage): PageContent {
  const { module: raw, pageIdx: handle } = page as unknown as { module: RawPdfium; pageIdx: number };
  if (handle === 0) throw new Error(`page ${page.number} of the PDF cannot be opened`);
  const memory = raw.wasmExports.malloc(48);
  try {
    const place = { raw, handle, memory };
    return { characters: readCharacters(place), pictures: readPictures(place) };
  } finally {
    raw.wasmExports.free(memory);
  }
}

interface Place {
  readonly raw: RawPdfium;
  readonly handle: number;
  readonly memory: number;
}

function readCharacters({ raw, handle, memory }: Place): LayerCharacter[] {
  const textPage = raw._FPDFText_LoadPage(handle);
  if (textPage === 0) return [];
  const characters: LayerCharacter[] = [];
  try {
    const count = Math.min(raw._FPDFText_CountChars(textPage), 50_000);
    for (let i = 0; i < count; i += 1) {
      const text = String.fromCodePoint(raw._FPDFText_GetUnicode(textPage, i));
      if (raw._FPDFText_GetCharBox(textPage, i, memory, memory + 8, memory + 16, memory + 24) === 0) continue;
      const view = new DataView(raw.HEAPU8.buffer, memory, 32);
      const [left, right, bottom, top] = [0, 8, 16, 24].map((at) => view.getFloat64(at, true));
      characters.push({ text, box: shownBox({ raw, handle, memory }, [left!, bottom!, right!, top!]) });
    }
  } finally {
    raw._FPDFText_ClosePage(textPage);
  }
  return characters;
}

function readPictures({ raw, handle, memory }: Place): Box[] {
  const pictures: Box[] = [];
  const count = Math.min(raw._FPDFPage_CountObjects(handle), 5_000);
  for (let i = 0; i < count; i += 1) {
    const object = raw._FPDFPage_GetObject(handle, i);
    if (raw._FPDFPageObj_GetType(object) !== pictureType) continue;
    if (raw._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12) === 0) continue;
    const view = new DataView(raw.HEAPU8.buffer, memory, 16);
    const [left, bottom, right, top] = [0, 4, 8, 12].map((at) => view.getFloat32(at, true));
    pictures.push(shownBox({ raw, handle, memory }, [left!, bottom!, right!, top!]));
  }
  return pictures;
}

function shownBox(place: Place, [left, bottom, right, top]: Box): Box {
  const a = shownPoint(place, left, top);
  const b = shownPoint(place, right, bottom);
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

function shownPoint({ raw, handle, memory }: Place, x: number, y: number): [number, number] {
  raw._FPDF_PageToDevice(handle, 0, 0, grid, grid, 0, x, y, memory + 32, memory + 36);
  const view = new DataView(raw.HEAPU8.buffer, memory + 32, 8);
  return [view.getInt32(0, true) / grid, view.getInt32(4, true) / grid];
}
