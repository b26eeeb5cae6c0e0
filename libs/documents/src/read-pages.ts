import type { PageSource } from './pages/source.js';
import type { PageReader } from './words/page-reader.js';
import { readPage, type ReadPage } from './words/read-page.js';

/** Reads the first page and the last one with content whole; of the pages between only what the check needs. */
export async function readPages(
  source: PageSource,
  reader: PageReader,
  onPage: (page: number, pages: number) => void = () => undefined,
): Promise<ReadPage[]> {
  const read = new Map<number, ReadPage>();
  const take = async (page: number, isWhole: boolean): Promise<ReadPage> => {
    const done = await readPage(page, await source.draw(page), reader, isWhole);
    read.set(page, done);
    onPage(page, source.pages);
    return done;
  };
  await take(1, true);
  for (let page = source.pages; page > 1; page -= 1) {
    const done = await take(page, true);
    if (!done.isBlank) break;
  }
  for (let page = 2; page < source.pages; page += 1) if (!read.has(page)) await take(page, false);
  return [...read.values()].sort((a, b) => a.view.page - b.view.page);
}
