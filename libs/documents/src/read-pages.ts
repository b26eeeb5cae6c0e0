import { lightened, longPaper } from './long-papers.js';
import type { PageSource } from './pages/source.js';
import type { PageReader } from './words/page-reader.js';
import { readPage, type ReadPage } from './words/read-page.js';

/** Pages in memory at a time, some 15 MB each. */
const sideBySide = 2;

export interface ReadPagesOptions {
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
  /** Of a long paper: given its first and its last pages before those between are read. */
  readonly onEnds?: ((ends: ReadPage[]) => Promise<void>) | undefined;
}

/**
 * Reads the first page and the last one with content whole; of the pages between only what the check needs. Pages are read side
 * by side as far as the reader has engines.
 */
export async function readPages(source: PageSource, reader: PageReader, { onPage, onEnds }: ReadPagesOptions = {}): Promise<ReadPage[]> {
  const read = new Map<number, ReadPage>();
  const take = async (page: number, isWhole: boolean): Promise<ReadPage> => {
    const done = await readPage(source, page, reader, isWhole);
    read.set(page, done);
    onPage?.(page, source.pages);
    return done;
  };
  const takeLast = async (): Promise<void> => {
    for (let page = source.pages; page > 1; page -= 1) if (!(await take(page, true)).isBlank) break;
  };
  await Promise.all([take(1, true), takeLast()]);
  const isLong = source.pages > longPaper;
  if (isLong) await onEnds?.(inOrder(read));
  let next = 2;
  const takeMiddle = async (): Promise<void> => {
    for (let page = next++; page < source.pages; page = next++) {
      if (read.has(page)) continue;
      const done = await take(page, false);
      if (isLong) read.set(page, await lightened(done, source));
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, takeMiddle));
  return inOrder(read);
}

function inOrder(read: ReadonlyMap<number, ReadPage>): ReadPage[] {
  return [...read.values()].sort((a, b) => a.view.page - b.view.page);
}
