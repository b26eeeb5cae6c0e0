import type { Box } from '../document.js';
import { areaOf, unite } from '../pages/geometry.js';
import type { LayerCharacter, PageContent } from '../pages/pdfium.js';
import { words as wordLimits } from '../thresholds.js';
import { partEdgeLines, type EdgeLine } from './edge-lines.js';
import type { Word } from './word.js';

const common = new Set(
  'и в на по для с о от к не из об за при или до и/или год года және мен бойынша осы үшін туралы бен пен де да ж жылғы бар'.split(' '),
);

/** The words of a page's own text in pixels, and the lines along its side edges. */
export interface Layer {
  readonly words: readonly Word[];
  readonly edgeLines: readonly EdgeLine[];
}

/**
 * The text of a born-digital page, or null when there is no text layer worth trusting: none, not Russian or Kazakh
 * (a font that maps to wrong letters), or text put behind a scanned picture.
 */
export function layerOf(content: PageContent, width: number, height: number): Layer | null {
  if (content.pictures.some((picture) => areaOf(picture) > wordLimits.scanCover)) return null;
  const { body, edgeLines } = partEdgeLines(content.characters);
  const words = joinCharacters(body, width, height);
  return isReadable(words.map((word) => word.text)) ? { words, edgeLines } : null;
}

/** Whether words are real Russian or Kazakh text. */
export function isReadable(texts: readonly string[]): boolean {
  if (texts.length < wordLimits.layerWords) return false;
  const all = texts.join('');
  const cyrillic = all.match(/[\u0400-\u04ff]/gu)?.length ?? 0;
  if (cyrillic / all.length < wordLimits.layerLetterShare) return false;
  const known = texts.filter((text) => common.has(text.toLowerCase().replace(/[^\p{L}/]/gu, ''))).length;
  return known / texts.length >= wordLimits.layerCommonShare;
}

/** Characters of a page joined to words, in pixels. */
export function joinCharacters(characters: readonly LayerCharacter[], width: number, height: number): Word[] {
  const words: Word[] = [];
  let current: LayerCharacter[] = [];
  const finish = (): void => {
    if (current.length > 0) words.push(wordOf(current, width, height));
    current = [];
  };
  for (const character of characters) {
    const previous = current.at(-1);
    if (/\s/u.test(character.text) || character.text === '\u0000') finish();
    else {
      if (previous !== undefined && isApart(previous.box, character.box)) finish();
      current.push(character);
    }
  }
  finish();
  return words;
}

function isApart(a: Box, b: Box): boolean {
  const height = Math.max(a[3] - a[1], b[3] - b[1]);
  return b[0] - a[2] > height || b[0] < a[0] - height || Math.abs((a[1] + a[3]) / 2 - (b[1] + b[3]) / 2) > height;
}

function wordOf(characters: readonly LayerCharacter[], width: number, height: number): Word {
  const box = unite(characters.map((character) => character.box));
  return {
    text: characters.map((character) => character.text).join(''),
    confidence: 100,
    box: [box[0] * width, box[1] * height, box[2] * width, box[3] * height],
  };
}
