import type { FileType } from './document.js';
import { openPages } from './pages/source.js';
import { readPages } from './read-pages.js';
import { isOffice, readOfficePages } from './sources/check-office.js';
import type { PageReader } from './words/page-reader.js';
import type { ReadPage } from './words/read-page.js';

/** The pages of a paper as a check reads them, without its verdict. The bytes are only read. Throws when the file cannot be opened. */
export async function readPaperPages(bytes: Uint8Array, type: FileType, reader: PageReader): Promise<ReadPage[]> {
  const source = await openPages(bytes, type);
  try {
    return isOffice(type) ? await readOfficePages(source, reader) : await readPages(source, reader);
  } finally {
    source.close();
  }
}
