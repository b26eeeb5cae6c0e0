import type { Word } from './word.js';

/** The level of a row that holds a word. */
const wordLevel = '5';

/** The words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text, with tabs between. */
export function wordsOfTable(table: string): Word[] {
  return table
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([level]) => level === wordLevel)
    .map(([, , , , , , ...rest]) => {
      const [left, top, width, height, confidence] = rest.slice(0, 5).map(Number) as [number, number, number, number, number];
      return { text: rest.slice(5).join('\t'), confidence, box: [left, top, left + width, top + height] };
    });
}
