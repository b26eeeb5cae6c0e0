import type { Fingerprint } from './fingerprint.js';
import { text as limits } from './limits.js';
import { overlayOf, type Overlay } from './picture/overlay.js';
import { type Cover, coverOf, pairsOf } from './text/cover.js';
import type { Tokens } from './text/tokens.js';

export type LikenessKind = 'exact' | 'picture' | 'text';
export type Difference = 'number' | 'date' | 'place' | 'name' | 'words' | 'part' | 'turned';

/** Why one paper is another one handed in again. */
export interface Likeness {
  /** The same file; the same picture scanned again; the same text on another picture. */
  readonly kind: LikenessKind;
  /** 0 to 1: share of the smaller paper that is found on the other. */
  readonly strength: number;
  readonly differs: readonly Difference[];
}

/** Measured on generated papers (deploy/bench, radar); shares unless it says otherwise. */
const needed = {
  /** Of the words of either text, in the other. */
  cover: 0.7,
  /** A part of a paper: of the words of the longer text, in the shorter one. */
  partCover: 0.5,
  /** Words of other content: so many, and so large a share of the text. */
  foreign: 6,
  foreignShare: 0.06,
  /** Numbers in the text that differ: so many, and so large a share of all. */
  numbers: 4,
  numberShare: 0.15,
  /** Digits are mistaken more often than words: real tables read twice, 35 % of the numbers where 15 % of the words. */
  misreadNumbers: 1.5,
  /** Numbers for each word in a form of figures; orders have a fifteenth. */
  figures: 0.12,
  /** A text was read well when, outside of other content, so many of its words are found. */
  wellRead: 0.9,
  /** Fewer covered words mean that nothing was read. */
  read: 0.45,
};

/**
 * What the picture must show, by what the words say: share of the regions, at least so many, and at most so many bits (median) in which they
 * differ. Papers scanned again differ in 25 to 51 bits, forms with other figures in 46 and more; one other sentence moves a fifth of the regions.
 */
const pictureNeeded = {
  same: { share: 0.6, regions: 0, bits: 256 },
  unread: { share: 0.72, regions: 6, bits: 60 },
  unreadFigures: { share: 0.85, regions: 6, bits: 40 },
  content: { share: 0.75, regions: 6, bits: 50 },
  figures: { share: 0.9, regions: 6, bits: 40 },
};

/** Bits that half a turn adds: the lines of print are found a little off. */
const TURNED = 8;

/** How the papers are alike; null when neither is the other one handed in again. The order of the two does not count. */
export function compareFingerprints(a: Fingerprint, b: Fingerprint): Likeness | null {
  if (a.sha256 === b.sha256) return { kind: 'exact', strength: 1, differs: [] };
  if (a.algorithm !== b.algorithm) return null;
  const words = compareWords(a.text, b.text);
  const overlay = overlayOf(a.pages, b.pages);
  const isPicture = isSamePicture(overlay, words.verdict);
  const isText = words.verdict === 'same' && !words.isPart;
  if (!isPicture && !isText) return null;
  const strength = Math.round((isPicture ? overlay.share : words.cover) * 100) / 100;
  return { kind: isPicture ? 'picture' : 'text', strength, differs: differencesOf(a, b, words, overlay) };
}

function isSamePicture(overlay: Overlay, verdict: keyof typeof pictureNeeded): boolean {
  const { share, regions, bits } = pictureNeeded[verdict];
  return overlay.share >= share && overlay.regions >= regions && overlay.bits <= bits + (overlay.isTurned ? TURNED : 0);
}

interface WordsCompared {
  /** The same text; other content or other figures in one form; «unread»: recognition failed, so the text neither proves nor refutes. */
  readonly verdict: keyof typeof pictureNeeded;
  readonly cover: number;
  readonly isPart: boolean;
  readonly foreign: number;
}

function compareWords(a: Tokens, b: Tokens): WordsCompared {
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const { length } = shorter.words;
  const unread = isFigures(longer) ? 'unreadFigures' : 'unread';
  if (length < limits.leastTokens) return { verdict: unread, cover: 0, isPart: false, foreign: 0 };
  const there = coverOf(shorter, pairsOf(longer));
  const back = coverOf(longer, pairsOf(shorter));
  const isPart = back.share < needed.cover;
  const foreign = isPart ? there.foreign : Math.max(there.foreign, back.foreign);
  const compared = { cover: there.share, isPart, foreign };
  const isSame = there.share >= needed.cover && back.share >= needed.partCover && foreign <= foreignAllowed(length);
  const other = there.share >= needed.read ? otherness(shorter, longer, { ...there, foreign }) : null;
  return { verdict: other ?? (isSame ? 'same' : unread), ...compared };
}

/** Whether the better read of two texts is a form of figures, or was not read either: then the picture alone must be all but the same. */
function isFigures({ words, numbers }: Tokens): boolean {
  return words.length < limits.leastTokens || numbers.length > needed.figures * words.length;
}

/** Other figures, or other sentences in a text that was read well: where recognition fails, it fails everywhere. */
function otherness(shorter: Tokens, longer: Tokens, { share, foreign }: Cover): 'figures' | 'content' | null {
  const { length } = shorter.words;
  const readShare = Math.min(1, (share * length) / Math.max(1, length - foreign));
  if (areOtherFigures(shorter.numbers, longer.numbers, 1 - readShare)) return 'figures';
  return readShare >= needed.wellRead && foreign > foreignAllowed(length) ? 'content' : null;
}

function foreignAllowed(words: number): number {
  return needed.foreign + needed.foreignShare * words;
}

/** A form with other figures is another paper: a registration number and what recognition mistakes are few, `unread` tells how few. */
function areOtherFigures(shorter: Uint16Array, longer: Uint16Array, unread: number): boolean {
  const share = needed.numberShare + needed.misreadNumbers * unread;
  return missingOf(shorter, longer) > needed.numbers + share * shorter.length;
}

function missingOf(values: Uint16Array, others: Uint16Array): number {
  const known = new Set(others);
  return values.reduce((count, value) => count + (known.has(value) ? 0 : 1), 0);
}

function differencesOf(a: Fingerprint, b: Fingerprint, words: WordsCompared, overlay: Overlay): Difference[] {
  if (words.verdict !== 'same') return overlay.isTurned ? ['turned'] : [];
  const isOther = (list: 'numbers' | 'dates' | 'places' | 'names'): boolean => missingOf(a.text[list], b.text[list]) + missingOf(b.text[list], a.text[list]) > 0;
  const differences: Record<Difference, boolean> = {
    number: isOther('numbers'),
    date: isOther('dates'),
    place: isOther('places'),
    name: isOther('names'),
    words: words.foreign > 0,
    part: words.isPart,
    turned: overlay.isTurned,
  };
  return (Object.keys(differences) as Difference[]).filter((difference) => differences[difference]);
}
