import { readHalfNames } from './half-read-names.js';
import { emptyMask } from './pages/raster.js';
import { digitalView } from './pages/view.js';
import type { PageStudy } from './page-study.js';
import { linesOf } from './words/lines.js';
import { PageReader } from './words/page-reader.js';
import type { Word } from './words/word.js';

const size = { width: 1240, height: 1754 };
const blank = (factor: number) => ({ width: size.width * factor, height: size.height * factor, channels: 3 as const, data: new Uint8Array(3 * size.width * size.height * factor ** 2).fill(255) });
const view = digitalView(1, { picture: blank(1), shortSideMm: 210, words: [], pictures: [] } as never);

const word = (text: string, left: number, top: number, width: number): Word => ({ text, confidence: 95, box: [left, top, left + width, top + 22] });

/** Finds the whole name wherever it is told to read. */
class Reader extends PageReader {
  asked = 0;
  read(): Promise<Word[]> {
    this.asked += 1;
    return Promise.resolve([word('Т.И.', 700, 60, 60), word('Закирова', 780, 60, 180)]);
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

function study(words: readonly Word[], marks: PageStudy['read']['marks'] = []): PageStudy {
  const lines = linesOf(words, view.mm);
  const mask = emptyMask(size.width, size.height);
  return {
    read: { view, words, lines, isBlank: false, isDigital: false, isWhole: true, hasPictures: false, quality: 'good', marks, qrCodes: [], marginStamp: null, finer: (factor) => Promise.resolve(blank(factor)) },
    masks: { dark: mask, pale: mask, colour: mask, rules: mask },
    ...{ approval: null, ends: [], agreement: [] },
  };
}

const position = [word('Заместитель', 160, 900, 180), word('акима', 350, 900, 90)];

describe('a name that a stroke has half hidden', () => {
  it.each([
    ['initials alone', study([...position, word('Т.И.', 1000, 900, 60)])],
    ['a surname alone', study([...position, word('Закирова', 1000, 900, 150)])],
    ['nothing but a signature', study(position, [{ kind: 'signature', score: 0.8, box: [600, 870, 800, 950] }])],
  ])('is read again: %s', async (_, page) => {
    const { ends } = await readHalfNames(page, ['Т.И. Закирова'], new Reader());
    expect(ends.map(({ nameText, position: text }) => [nameText, text])).toEqual([['Т.И. Закирова', 'Заместитель акима']]);
  });

  it.each([
    ['a position without a signature', study(position)],
    ['a sentence', study([...position, word('города', 600, 900, 120), word('Кокшетау', 1000, 900, 150)])],
  ])('is not sought beside %s', async (_, page) => {
    const reader = new Reader();
    expect(await readHalfNames(page, [], reader)).toBe(page);
    expect(reader.asked).toBe(0);
  });
});
