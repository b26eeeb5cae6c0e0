import type { Box } from '../document.js';
import type { PersonName } from '../fields/names.js';
import type { Cell, Word } from '../words/word.js';

/** A place of the page where somebody has to sign, in pixels of the page's view. */
export interface Block {
  readonly role: 'approval' | 'end' | 'agreement';
  readonly position: string;
  readonly name: PersonName | null;
  readonly nameText: string;
  /** Around the whole typed block. */
  readonly box: Box;
  readonly nameBox: Box | null;
  /** УТВЕРЖДАЮ / БЕКІТЕМІН of an approval block. */
  readonly headingBox?: Box;
  readonly positionBox: Box | null;
  /** Where ink counts as the signature of this block. */
  readonly zone: Box;
  /** Words of the block: print, whatever recognition thought of them. */
  readonly words: readonly Word[];
  /** Date line inside an approval block. */
  readonly dateText: string | null;
  readonly dateBox: Box | null;
}

/** The words of a cell that cover a part of its text. */
export function wordsOf(cell: Cell, start: number, end: number): Word[] {
  let at = 0;
  return cell.words.filter((word) => {
    const from = at;
    at += word.text.length + 1;
    return from < end && from + word.text.length > start;
  });
}

export function meanConfidence(words: readonly Word[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}
