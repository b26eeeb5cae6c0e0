import { parsePerson } from '@aigaq/names';
import { editDistance, fold } from './fold.js';

export interface PersonName {
  readonly surname: string;
  /** First letters of the name and the patronymic, as far as they are known. */
  readonly initials: readonly string[];
}

/** A name found in a text, with its place there. */
export interface NamedPlace {
  readonly name: PersonName;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type NameMatch = 'same' | 'unsure' | 'different';

/** A capital and its dot. Recognition takes З for 3 and О for 0, and Ү and Ұ for small letters. */
const initial = String.raw`(?:\p{Lu}|[уүұо](?=\s?\.\s?[\p{Lu}03]))\s?[.,·]`;
const surname = String.raw`\p{Lu}[\p{Ll}’']{2,}(?:-\p{Lu}\p{Ll}{2,})?`;
const second = String.raw`(?:\p{Lu}|[03])`;
const initialsFirst = new RegExp(String.raw`(?<![\p{L}\d])(${initial})\s?(?:(${second})\s?[.,·]?\s?)?(${surname})`, 'gu');
/** A digit for the first initial; with a space behind its dot most digits are the number of a row instead. */
const digitFirst = new RegExp(String.raw`(?<![\p{L}\d])([03]\s?\.(?=\s)|[01369]\.(?=\p{L}))\s?(\p{Lu})\s?[.,·]\s?(${surname})`, 'gu');
/** "АУ. Байтұрсынов": the dot between the initials was not read. */
const withoutDot = new RegExp(String.raw`(?<![\p{L}\d])(\p{Lu})(\p{Lu})\s?[.,·]\s?(${surname})`, 'gu');
const surnameFirst = new RegExp(String.raw`(?<!\p{L})(${surname})\s(${initial})\s?(?:(${second})\s?[.,·]?)?(?!\p{L})`, 'gu');

/** Names with initials in a text: "И.О. Фамилия", "И. Фамилия", "Фамилия И.О.". */
export function findNames(text: string): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const form of [digitFirst, initialsFirst, withoutDot]) {
    for (const match of text.matchAll(form)) {
      if (!isTaken(found, match)) found.push(placeOf(match, match[3]!, [match[1]!, match[2]]));
    }
  }
  for (const match of text.matchAll(surnameFirst)) {
    if (!isTaken(found, match)) found.push(placeOf(match, match[1]!, [match[2]!, match[3]]));
  }
  return found.sort((a, b) => a.start - b.start);
}

function isTaken(found: readonly NamedPlace[], { index, 0: text }: RegExpExecArray): boolean {
  return found.some((other) => index < other.end && other.start < index + text.length);
}

const misread: Readonly<Record<string, string>> = { 0: 'О', 1: 'І', 3: 'З', 6: 'Б', 9: 'Ө', '|': 'І' };
/** An initial beside a surname that is known: here also digits for letters, and small letters of the same form as their capitals. */
const likeInitial = String.raw`[\p{Lu}01369|зжикмностухшэюөүұқңі]`;
const likeInitials = new RegExp(String.raw`^(${likeInitial})(?:\s?[.,·]?\s?(${likeInitial}))?\s?[.,·]$`, 'u');

/** The initials that a text beside a surname is, if it is any: "3.3." beside Турысбеков is З.З., "1." is І. */
export function initialsLike(text: string): string[] {
  const [, ...letters] = likeInitials.exec(text.trim()) ?? [];
  return letters.filter((letter) => letter !== undefined).map(capitalOf);
}

function capitalOf(letter: string): string {
  return misread[letter.charAt(0)] ?? letter.charAt(0).toUpperCase();
}

function placeOf(match: RegExpExecArray, last: string, letters: readonly (string | undefined)[]): NamedPlace {
  const initials = letters.filter((letter) => letter !== undefined).map(capitalOf);
  return {
    name: { surname: last, initials },
    text: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** A name as somebody typed it, in a register or a certificate: in any order, with initials or in full. */
export function parseName(text: string): PersonName {
  const { surname, given, patronymic } = parsePerson(text);
  const initials = [given, patronymic].filter((part) => part !== null).map((part) => part.text.charAt(0).toUpperCase());
  return { surname, initials };
}

/** "И.О. Фамилия" for showing. */
export function shortName({ surname, initials }: PersonName): string {
  return initials.length === 0 ? surname : `${initials.map((letter) => `${letter}.`).join('')} ${surname}`;
}

/**
 * Whether a name that was read is the name expected. Kazakh and Russian spellings are one; in a long surname one letter may
 * differ as recognition errs. `unsure` is what a second look has to settle: the surname nearly right, or another or no initial beside a right surname.
 */
export function compareNames(read: PersonName, expected: PersonName): NameMatch {
  const [a, b] = [foldSurname(read.surname), foldSurname(expected.surname)];
  const longest = Math.max(a.length, b.length);
  const distance = editDistance(a, b, 3);
  if (distance > nearlyRight(longest)) return 'different';
  const isRight = (distance === 0 || (longest > 5 && isMisread(a, b))) && isWoman(a) === isWoman(b);
  // A namesake differs by initials alone, and they are what a stroke hides first.
  const areInitialsRead = read.initials.length > 0 || expected.initials.length === 0;
  return isRight && areInitialsRead && haveSameInitials(read.initials, expected.initials) ? 'same' : 'unsure';
}

/** Ысқақов and Искаков are one name. */
function foldSurname(surname: string): string {
  return fold(surname).replaceAll('ы', 'и');
}

/** "Ахметов" and "Ахметова" are two persons, though one letter apart. */
function isWoman(foldedSurname: string): boolean {
  return /(ова|ева|ина|ая)$/u.test(foldedSurname);
}

/** Folded letters that recognition takes for one another; Ахметов for Ахмедов it does not. */
const alike = ['аоесэюя', 'инпшщцлмй', 'гтп', 'бвзэс', 'кнж', 'дла', 'уч', 'рф'];

/** Recognition takes a letter for a similar one, or loses one within a word or sees one too many. */
function isMisread(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const at = Array.from(long).findIndex((letter, place) => letter !== short[place]);
  if (short.length < long.length) return at > 0 && at < long.length - 1 && short.slice(at) === long.slice(at + 1);
  return short.slice(at + 1) === long.slice(at + 1) && alike.some((letters) => letters.includes(short.charAt(at)) && letters.includes(long.charAt(at)));
}

function nearlyRight(length: number): number {
  if (length > 7) return 3;
  return length > 5 ? 2 : 1;
}

function haveSameInitials(a: readonly string[], b: readonly string[]): boolean {
  const known = Math.min(a.length, b.length);
  for (let i = 0; i < known; i += 1) {
    if (!isSameInitial(a[i]!, b[i]!)) return false;
  }
  return true;
}

/** Recognition takes Ә for Э. */
function isSameInitial(a: string, b: string): boolean {
  return fold(a) === fold(b) || [a, b].sort().join('').toLowerCase() === 'эә';
}

const actingWords = [/(^|[^\p{L}])и\s?\.\s?о\s?\./u, /исполняющ/u, /врио/u, /(^|[^\p{L}])м\s?\.\s?а(\s?\.|$)/u, /міндетін атқаруш/u];

/** «за» before the position, as recognition spells what was written by hand: somebody else signed for the person named. */
export function isSignedFor(position: string): boolean {
  return /^(за|зо|3а|30)\s+\p{L}/iu.test(position);
}

/** The position says that somebody stands in for the holder: "и.о.", "исполняющий обязанности", "м.а.". */
export function isActing(position: string): boolean {
  const text = position.toLowerCase();
  return actingWords.some((word) => word.test(text));
}
