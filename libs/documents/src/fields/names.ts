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

const initial = String.raw`\p{Lu}\s?[.,·]`;
const surname = String.raw`\p{Lu}[\p{Ll}’']{2,}(?:-\p{Lu}\p{Ll}{2,})?`;
const initialsFirst = new RegExp(String.raw`(?<!\p{L})(${initial})\s?(?:(\p{Lu})\s?[.,·]?\s?)?(${surname})`, 'gu');
const surnameFirst = new RegExp(String.raw`(?<!\p{L})(${surname})\s(${initial})\s?(?:(\p{Lu})\s?[.,·]?)?(?!\p{L})`, 'gu');
const patronymic = /(ович|евич|ич|овна|евна|ична|ұлы|улы|қызы|кызы)$/u;

/** Names with initials in a text: "И.О. Фамилия", "И. Фамилия", "Фамилия И.О.". */
export function findNames(text: string): NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const match of text.matchAll(initialsFirst)) found.push(placeOf(match, match[3]!, [match[1]!, match[2]]));
  for (const match of text.matchAll(surnameFirst)) {
    const start = match.index;
    if (found.some((other) => start < other.end && other.start < start + match[0].length)) continue;
    found.push(placeOf(match, match[1]!, [match[2]!, match[3]]));
  }
  return found.sort((a, b) => a.start - b.start);
}

function placeOf(match: RegExpExecArray, last: string, letters: readonly (string | undefined)[]): NamedPlace {
  const initials = letters.filter((letter) => letter !== undefined).map((letter) => letter.charAt(0));
  return {
    name: { surname: last, initials },
    text: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** A name as a register holds it: with initials in either order, or in full with a patronymic. */
export function parseName(text: string): PersonName {
  const withInitials = findNames(text)[0];
  if (withInitials !== undefined) return withInitials.name;
  const parts = text.trim().split(/\s+/u).filter((part) => part !== '');
  const at = parts.findIndex((part) => patronymic.test(part.toLowerCase()));
  const isSurnameLast = at === 1 && parts.length === 3;
  const last = isSurnameLast ? parts.at(-1) : parts[0];
  const given = isSurnameLast ? parts.slice(0, -1) : parts.slice(1);
  return { surname: last ?? '', initials: given.map((part) => part.charAt(0)) };
}

/** "И.О. Фамилия" for showing. */
export function shortName({ surname, initials }: PersonName): string {
  return initials.length === 0 ? surname : `${initials.map((letter) => `${letter}.`).join('')} ${surname}`;
}

/**
 * Whether a name that was read is the name expected. Kazakh and Russian spellings are one; a long surname may differ by one
 * letter. `unsure` is what a second look has to settle: the surname nearly right, or another initial beside a right surname.
 */
export function compareNames(read: PersonName, expected: PersonName): NameMatch {
  const [a, b] = [fold(read.surname), fold(expected.surname)];
  const longest = Math.max(a.length, b.length);
  const distance = editDistance(a, b, 3);
  if (distance > nearlyRight(longest)) return 'different';
  const isRight = distance <= (longest > 5 ? 1 : 0);
  return isRight && haveSameInitials(read.initials, expected.initials) ? 'same' : 'unsure';
}

function nearlyRight(length: number): number {
  if (length > 7) return 3;
  return length > 5 ? 2 : 1;
}

function haveSameInitials(a: readonly string[], b: readonly string[]): boolean {
  const known = Math.min(a.length, b.length);
  for (let i = 0; i < known; i += 1) {
    if (fold(a[i]!) !== fold(b[i]!)) return false;
  }
  return true;
}

const actingWords = [/(^|[^\p{L}])и\s?\.\s?о\s?\./u, /исполняющ/u, /врио/u, /(^|[^\p{L}])м\s?\.\s?а\s?\./u, /міндетін атқаруш/u];

/** The position says that somebody stands in for the holder: "и.о.", "исполняющий обязанности", "м.а.". */
export function isActing(position: string): boolean {
  const text = position.toLowerCase();
  return actingWords.some((word) => word.test(text));
}
