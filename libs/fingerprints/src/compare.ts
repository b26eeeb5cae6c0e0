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
  /** Words of other content: so many, and as large a share of the text as was misread elsewhere, up to a limit. */
  foreign: 6,
  foreignShare: 0.06,
  /** Words not found: such a share, and so many for each that was found by half of it, because what recognition spoils wholly it spoils by halves too. */
  lost: 0.05,
  lostByHalves: 2,
  /** Numbers in the text that differ: so many, and so large a share of all. */
  numbers: 4,
  numberShare: 0.15,
  /** Digits are mistaken more often than words: real tables read twice, 35 % of the numbers where 15 % of the words. */
  misreadNumbers: 1.5,
  /** Numbers for each word in a form of figures; orders have a fifteenth. */
  figures: 0.12,
  /** A text was read well when, outside of other content, so many of its words are found. */
  wellRead: 0.9,
  /** Read so well, other figures are other figures however alike two pages of one form look. */
  surelyRead: 0.96,
  /** Fewer covered words mean that nothing was read. */
  read: 0.45,
};

/**
 * What the picture must show, by what the words say: share of the regions, at least so many, and at most so many bits (median) in which they
 * differ. Papers scanned again differ in 25 to 51 bits, forms with other figures in 46 and more; one other sentence moves a fifth of the regions.
 */
const pictureNeeded = {
  same: { share: 0.6, regions: 0, bits: 256 },
  part: { share: 0.8, regions: 6, bits: 256 },
  unread: { share: 0.72, regions: 6, bits: 60 },
  unreadFigures: { share: 0.85, regions: 6, bits: 40 },
  content: { share: 0.75, regions: 6, bits: 50 },
  figures: { share: 0.9, regions: 6, bits: 40 },
  otherFigures: { share: Infinity, regions: 0, bits: 0 },
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
  const isText = words.verdict === 'same';
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
  const found = isPart ? [there] : [there, back];
  const foreign = Math.max(...found.map((cover) => cover.foreign));
  const readShare = Math.min(...found.map((cover, place) => readShareOf(place === 0 ? shorter : longer, cover)));
  const isForeign = foreign > foreignAllowed(length, readShare) || found.some(isOtherwise);
  const other = there.share >= needed.read ? otherness(shorter, longer, readShare, isForeign) : null;
  const same = isForeign ? null : sameness(there, back);
  return { verdict: other ?? same ?? unread, cover: there.share, isPart, foreign };
}

/** The same text, or the one is a part of the other; null: too little of them is the same. */
function sameness(there: Cover, back: Cover): 'same' | 'part' | null {
  if (there.share < needed.cover || back.share < needed.partCover) return null;
  return back.share < needed.cover ? 'part' : 'same';
}

/** Whether the better read of two texts is a form of figures, or was not read either: then the picture alone must be all but the same. */
function isFigures({ words, numbers }: Tokens): boolean {
  return words.length < limits.leastTokens || numbers.length > needed.figures * words.length;
}

/** Share of the words that are found, outside of other content: how well both texts were read. */
function readShareOf({ words }: Tokens, { share, foreign }: Cover): number {
  return Math.min(1, (share * words.length) / Math.max(1, words.length - foreign));
}

/** Other figures, or other sentences in a text that was read well: where recognition fails, it fails everywhere. */
function otherness(shorter: Tokens, longer: Tokens, readShare: number, isForeign: boolean): 'otherFigures' | 'figures' | 'content' | null {
  if (areOtherFigures(shorter.numbers, longer.numbers, 1 - readShare)) return readShare >= needed.surelyRead ? 'otherFigures' : 'figures';
  return readShare >= needed.wellRead && isForeign ? 'content' : null;
}

/** Words are lost that recognition does not explain: sentences made of the same phrases. */
function isOtherwise({ share, misread }: Cover): boolean {
  return 1 - share > needed.lost + needed.lostByHalves * misread;
}

/** A clean text has no other sentence at all; one that was misread here and there may be misread for a while. */
function foreignAllowed(words: number, readShare: number): number {
  return needed.foreign + Math.min(needed.foreignShare, 1 - readShare) * words;
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
  if (words.verdict !== 'same' && words.verdict !== 'part') return overlay.isTurned ? ['turned'] : [];
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
