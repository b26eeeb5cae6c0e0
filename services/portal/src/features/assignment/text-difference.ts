import { diffArrays } from 'diff';

/** A run of words that both versions have, or only one of them. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What changed between two texts, by words; spaces and breaks of lines that differ are no change. */
export function differenceOf(before: string, after: string): Run[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(' '),
  }));
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
