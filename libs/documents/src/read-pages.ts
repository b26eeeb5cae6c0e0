import { lightened, longPaper } from './long-papers.js';
import type { PageSource } from './pages/source.js';
import { sideBySide } from './side-by-side.js';
import type { PageReader } from './words/page-reader.js';
import { readPage, type ReadPage } from './words/read-page.js';

export interface ReadPagesOptions {
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
  /** Of a long paper: given its first and its last pages before those between are read. */
  readonly onEnds?: ((ends: ReadPage[]) => Promise<void>) | undefined;
}

/** Reads the first page and the last one with content whole; of the pages between only what the check needs. */
export async function readPages(source: PageSource, reader: PageReader, { onPage, onEnds }: ReadPagesOptions = {}): Promise<ReadPage[]> {
  const read = new Map<number, ReadPage>();
  const isLong = source.pages > longPaper;
  const take = async (page: number, isWhole: boolean): Promise<void> => {
    const done = await readPage(source, page, reader, isWhole ? 'whole' : 'strips');
    read.set(page, isLong && !isWhole ? lightened(done, source) : done);
    onPage?.(page, source.pages);
  };
  const ends = source.pages === 1 ? [1] : [1, source.pages];
  const middle = Array.from({ length: Math.max(0, source.pages - 2) }, (_, at) => at + 2);
  if (!isLong) await sideBySide([...ends, ...middle], (page) => take(page, ends.includes(page)));
  else await sideBySide(ends, (page) => take(page, true));
  // Empty pages at the end: what counts is the last one with content.
  for (let page = source.pages; page > 1 && read.get(page)!.isBlank; page -= 1) {
    if (read.get(page - 1)?.isWhole !== true) await take(page - 1, true);
  }
  if (isLong) {
    await onEnds?.(inOrder(read));
    await sideBySide(middle.filter((page) => !read.has(page)), (page) => take(page, false));
  }
  return inOrder(read);
}

function inOrder(read: ReadonlyMap<number, ReadPage>): ReadPage[] {
  return [...read.values()].sort((a, b) => a.view.page - b.view.page);
}
