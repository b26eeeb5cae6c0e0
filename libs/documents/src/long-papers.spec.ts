import { docx, orderLines, paragraph } from '../test/made-files.js';
import type { DocumentCheck } from './document.js';
import { longPaper, provisional } from './long-papers.js';
import { openPages } from './pages/source.js';
import { readPages } from './read-pages.js';
import { PageReader } from './words/page-reader.js';
import type { Word } from './words/word.js';

/** Nothing of these pages has to be recognised. */
class NoReader extends PageReader {
  readonly read = (): Promise<Word[]> => Promise.reject(new Error('nothing to recognise'));
  readonly close = (): Promise<void> => Promise.resolve();
}

/** What is told, in its order, and the pages that were read, of a paper with so many. */
async function readingOf(count: number): Promise<{ told: string[]; pages: Awaited<ReturnType<typeof readPages>> }> {
  const page = `${orderLines.map(paragraph).join('')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`;
  const source = await openPages(docx({ body: page.repeat(count) }), 'docx');
  const told: string[] = [];
  const pages = await readPages(source, new NoReader(), {
    onPage: (number) => told.push(String(number)),
    onEnds: (ends) => Promise.resolve(void told.push(`ends ${ends.map(({ view }) => view.page).join(' ')}`)),
  });
  return { told, pages };
}

describe('a long paper', () => {
  const count = longPaper + 1;

  it('tells its ends before the pages in the middle are read, and keeps only the pictures that are judged', async () => {
    const { told, pages } = await readingOf(count);
    expect(told.slice(0, 2).sort()).toEqual(['1', String(count)]);
    expect(told[2]).toBe(`ends 1 ${count}`);
    expect(told).toHaveLength(count + 1);
    expect(pages.map(({ view }) => view.page)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    const isEnd = pages.map(({ view }) => view.page === 1 || view.page === count);
    expect(pages.map(({ view }) => view.colour.data.length > 0)).toEqual(isEnd);
    expect(pages.map(({ isWhole }) => isWhole)).toEqual(isEnd);
    expect(pages[5]?.lines[0]?.text).toBe('ПРИКАЗ');
    expect((await pages[5]!.finer(0.5)).width).toBe(620);
  }, 60_000);

  it('is told from a short one, which is read as a whole', async () => {
    const { told, pages } = await readingOf(3);
    expect(told).toHaveLength(3);
    expect(pages.every(({ view }) => view.colour.data.length > 0)).toBe(true);
  }, 60_000);
});

describe('a first verdict', () => {
  const checkWith = (...codes: string[]): DocumentCheck => ({ findings: codes.map((code) => ({ code, outcome: 'failed', data: {} })) }) as unknown as DocumentCheck;

  it('fails only over what the first page settles', () => {
    expect(provisional(checkWith('unsigned', 'missing_page', 'missing_approval'))).toMatchObject({
      verdict: 'person',
      findings: [{ code: 'unsigned', outcome: 'person' }, { code: 'missing_approval', outcome: 'person' }],
    });
    expect(provisional(checkWith('unsigned', 'wrong_number'))).toMatchObject({ verdict: 'failed' });
  });
});
