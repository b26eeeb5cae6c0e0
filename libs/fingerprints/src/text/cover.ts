import { join } from '../hash.js';

/** How far the words of one text are found in another. */
export interface Cover {
  /** Share of the words that stand beside the same neighbour in the other text. */
  readonly share: number;
  /** Words in runs of several that the other text does not have: other content, not errors of recognition. */
  readonly foreign: number;
}

/** Shorter runs are what recognition makes of a stroke or a stamp. */
const LEAST_RUN = 3;

/**
 * A word is covered when it stands beside one of its neighbours in the other text too. Pairs and not an alignment, because the order in
 * which recognition reads columns and cells differs from scan to scan.
 */
export function coverOf(words: Uint16Array, pairs: ReadonlySet<number>): Cover {
  let [covered, foreign, run] = [0, 0, 0];
  for (let at = 0; at <= words.length; at += 1) {
    const isFound = at === words.length || (at > 0 && pairs.has(pairAt(words, at - 1))) || (at + 1 < words.length && pairs.has(pairAt(words, at)));
    if (!isFound) {
      run += 1;
      continue;
    }
    covered += 1;
    foreign += run >= LEAST_RUN ? run : 0;
    run = 0;
  }
  return { share: (covered - 1) / Math.max(1, words.length), foreign };
}

/** All pairs of neighbours of a text. */
export function pairsOf(words: Uint16Array): Set<number> {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(pairAt(words, at));
  return pairs;
}

function pairAt(words: Uint16Array, at: number): number {
  return join(words[at]!, words[at + 1]!);
}
