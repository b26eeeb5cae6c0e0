import { hashText } from '../hash.js';
import { text as limits } from '../limits.js';
import { fold } from './fold.js';

/** The text of a paper without what tells one copy from another: numbers, dates, places and names are taken out and kept apart. */
export interface Tokens {
  /** 16-bit hashes of how the words begin, in the order of the text. */
  readonly words: Uint16Array;
  /** And of how they end: one letter that recognition mistakes spoils one of the two. */
  readonly ends: Uint16Array;
  /** Hashes of what was taken out; each kind sorted, no value twice. */
  readonly numbers: Uint16Array;
  readonly dates: Uint16Array;
  readonly places: Uint16Array;
  readonly names: Uint16Array;
}

type Kind = 'word' | 'number' | 'date' | 'place' | 'name' | 'none';

interface Token {
  readonly raw: string;
  readonly folded: string;
  kind: Kind;
}

const MONTH = [
  ...['январ', 'феврал', 'март', 'апрел', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр'],
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
].map(fold);
const MAY = new Set(['мая', 'май'].map(fold));
const YEAR = new Set(['год', 'года', 'году', 'годи', 'жыл', 'жылы', 'жылғы', 'жылдың', 'жылға'].map(fold));
/** Beginnings of words for a place: district, region, city, village, rural district. In Kazakh the name stands before them. */
const KAZAKH_PLACES = ['аудан', 'облыс', 'қала', 'ауыл'].map(fold);
const RUSSIAN_PLACES = ['район', 'облас', 'округ', 'город', 'село', 'посел'].map(fold);
/** In Russian a name that is an adjective stands before the word, another one behind it. */
const ADJECTIVE = /(?:ого|ому|ом|ии|ои|ая|ую)$/;
const NAMED = /^\p{Lu}\p{L}{2,}$/u;
const LONGEST_STEM = 5;
/** Letters of the beginning and of the end of a word that are kept, by its length: about half of it each. */
const HALVES = [
  { from: 10, letters: 6 },
  { from: 6, letters: 4 },
  { from: 0, letters: 3 },
] as const;

/** Takes the words of all pages as they were read. Dates, numbers, districts and people become classes; words of one or two letters fall out. */
export function tokensOf(words: readonly string[]): Tokens {
  const tokens = split(words);
  tokens.forEach(markNumber);
  tokens.forEach((_, at) => markDate(tokens, at));
  tokens.forEach((_, at) => markName(tokens, at));
  tokens.forEach((_, at) => markPlace(tokens, at));
  markMentions(tokens);
  const kept = tokens.filter(({ kind, folded }) => kind === 'word' && folded.length > 2).slice(0, limits.tokens);
  return {
    words: Uint16Array.from(kept, ({ folded }) => hashText(folded.slice(0, halfOf(folded)))),
    ends: Uint16Array.from(kept, ({ folded }) => hashText(folded.slice(-halfOf(folded)))),
    numbers: valuesOf(tokens, 'number'),
    dates: valuesOf(tokens, 'date'),
    places: valuesOf(tokens, 'place'),
    names: valuesOf(tokens, 'name'),
  };
}

function halfOf({ length }: string): number {
  return HALVES.find(({ from }) => length >= from)!.letters;
}

/** Pieces of letters and digits; a word broken at the end of a line is one again. */
function split(words: readonly string[]): Token[] {
  const whole = words.join(' ').replace(/(\p{Ll})[-‐‑] (\p{Ll})/gu, '$1$2');
  return (whole.match(/[\p{L}\p{N}]+(?:[./-][\p{N}]+)*/gu) ?? []).map((raw) => ({ raw, folded: fold(raw), kind: 'word' }));
}

function markNumber(token: Token): void {
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$/.test(token.raw) || /^(?:19|20)\d\d$/.test(token.raw)) token.kind = 'date';
  else if (/\p{N}/u.test(token.raw)) token.kind = 'number';
}

/** The name of a month, the day before or behind it, and the word for year. */
function markDate(tokens: Token[], at: number): void {
  const token = tokens[at]!;
  if (YEAR.has(token.folded)) token.kind = 'none';
  if (token.kind !== 'word' || !(MAY.has(token.folded) || MONTH.some((month) => token.folded.startsWith(month)))) return;
  token.kind = 'date';
  for (const day of [tokens[at - 1], tokens[at + 1]]) if (day?.kind === 'number' && /^\d{1,2}$/.test(day.raw)) day.kind = 'date';
}

/** Initials and the surname behind them, or else before them. */
function markName(tokens: Token[], at: number): void {
  const isInitial = (place: number): boolean => /^\p{Lu}$/u.test(tokens[place]?.raw ?? '');
  if (!isInitial(at)) return;
  tokens[at]!.kind = 'none';
  if (isInitial(at - 1)) return;
  const behind = isInitial(at + 1) ? at + 2 : at + 1;
  const surname = [tokens[behind], tokens[at - 1]].find((token) => token?.kind === 'word' && NAMED.test(token.raw));
  if (surname) surname.kind = 'name';
}

/** «Аулиекольского района», «района Мақаншы», «Әулиекөл ауданы», «города Астана»: the name and the word for what it is. */
function markPlace(tokens: Token[], at: number): void {
  const { folded } = tokens[at]!;
  const isKazakh = KAZAKH_PLACES.some((word) => folded.startsWith(word));
  const isRussian = RUSSIAN_PLACES.some((word) => folded.startsWith(word));
  if (!isKazakh && !isRussian) return;
  tokens[at]!.kind = 'none';
  const before = tokens[at - 1];
  const isNameBefore = isKazakh || (before !== undefined && ADJECTIVE.test(before.folded));
  const named = isNameBefore ? before : tokens[at + 1];
  if (named?.kind === 'word' && NAMED.test(named.raw)) named.kind = 'place';
}

/** Names of places and people that stand elsewhere without their word or their initials, in whatever case. */
function markMentions(tokens: Token[]): void {
  const stemOf = ({ folded }: Token): string => folded.slice(0, LONGEST_STEM);
  for (const kind of ['place', 'name'] as const) {
    const stems = new Set(tokens.filter((token) => token.kind === kind).map(stemOf));
    for (const token of tokens) if (token.kind === 'word' && /^\p{Lu}/u.test(token.raw) && stems.has(stemOf(token))) token.kind = kind;
  }
}

/** Places and names by their stems, because their endings are those of the sentence. */
function valuesOf(tokens: readonly Token[], kind: Kind): Uint16Array {
  const isNamed = kind === 'place' || kind === 'name';
  const values = tokens.filter((token) => token.kind === kind).map(({ folded }) => (isNamed ? folded.slice(0, LONGEST_STEM) : folded));
  return Uint16Array.from([...new Set(values)], (value) => hashText(value)).sort();
}
