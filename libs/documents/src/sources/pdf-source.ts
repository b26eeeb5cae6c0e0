import type { PDFiumDocument } from '@hyzyla/pdfium';
import { drawPage, openPdf, pageSizes, readContent } from '../pages/pdfium.js';
import type { PageSource } from '../pages/source.js';
import { drawnSize, readingSize, shortSidesMm } from './drawn-size.js';

export async function openPdfPages(bytes: Uint8Array): Promise<PageSource> {
  const document = await openPdf(bytes);
  try {
    return pagesOf(document);
  } catch (error) {
    document.destroy();
    throw error;
  }
}

function pagesOf(document: PDFiumDocument): PageSource {
  const sizes = pageSizes(document);
  const shortSides = shortSidesMm(sizes);
  return {
    pages: sizes.length,
    async draw(page, size) {
      const shortSideMm = shortSides[page - 1]!;
      const drawn = drawnSize(sizes[page - 1]!, size ?? readingSize(shortSideMm));
      const loaded = document.getPage(page - 1);
      const content = readContent(loaded);
      return { ...content, shortSideMm, picture: await drawPage(loaded, drawn.width, drawn.height) };
    },
    close: () => document.destroy(),
  };
}
