import { join } from '../hash.js';
import type { Tokens } from './tokens.js';

/** How far the words of one text are found in another. */
export interface Cover {
  /** Share of the words that stand beside the same neighbour in the other text. */
  readonly share: number;
  /** Words in runs of several that the other text does not have: other content, not errors of recognition. */
  readonly foreign: number;
  /** Share of the words that are found by the end of a word alone, because its beginning was misread: about half of what was. */
  readonly misread: number;
}

/** Shorter runs are what recognition makes of a stroke or a stamp. */
const LEAST_RUN = 4;
/** Tells the hash of an end from that of a beginning. */
const END = 0x10000;

type Text = Pick<Tokens, 'words' | 'ends'>;

/**
 * A word is covered when it stands beside one of its neighbours in the other text too. Pairs and not an alignment, because the order in
 * which recognition reads columns and cells differs from scan to scan.
 */
export function coverOf(text: Text, pairs: ReadonlySet<number>): Cover {
  const { length } = text.words;
  let [covered, foreign, halves, run] = [0, 0, 0, 0];
  let after = 0;
  for (let at = 0; at < length; at += 1) {
    const before = after;
    after = at + 1 < length ? 1 + pairAt(text, at).findIndex((pair) => pairs.has(pair)) : 0;
    if (before > 0 || after > 0) {
      covered += 1;
      halves += before !== 1 && after !== 1 ? 1 : 0;
      foreign += run >= LEAST_RUN ? run : 0;
      run = 0;
    } else run += 1;
  }
  const all = Math.max(1, length);
  return { share: covered / all, foreign: foreign + (run >= LEAST_RUN ? run : 0), misread: halves / all };
}

/** All pairs of neighbours of a text. */
export function pairsOf(text: Text): Set<number> {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < text.words.length; at += 1) for (const pair of pairAt(text, at)) pairs.add(pair);
  return pairs;
}

/** Of each word its beginning or its end may be misread; two ends say little, because words of one kind end alike. */
function pairAt({ words, ends }: Text, at: number): [number, number, number] {
  const [word, end, next, nextEnd] = [words[at]!, ends[at]! | END, words[at + 1]!, ends[at + 1]! | END];
  return [join(word, next), join(word, nextEnd), join(end, next)];
}
