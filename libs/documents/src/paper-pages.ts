import type { PaperFile } from './document.js';
import { openPaper } from './pages/source.js';
import { readPages } from './read-pages.js';
import { documentsIn } from './signed/cms-document.js';
import { isOffice, readOfficePages } from './sources/check-office.js';
import type { PageReader } from './words/page-reader.js';
import type { ReadPage } from './words/read-page.js';

/** The pages of a paper as a check reads them, without its verdict. The bytes are only read. Throws when a file cannot be opened. */
export async function readPaperPages(files: readonly PaperFile[], reader: PageReader): Promise<ReadPage[]> {
  const documents = documentsIn(files);
  const source = await openPaper(documents);
  try {
    return documents.some(({ type }) => isOffice(type)) ? await readOfficePages(source, reader) : await readPages(source, reader);
  } finally {
    source.close();
  }
}
