import { fold, inCyrillic } from './letters.js';

/** A name or a patronymic: its word, or its first letter alone. */
export interface NamePart {
  readonly text: string;
  readonly isInitial: boolean;
}

/** A person as a text names him. */
export interface Person {
  readonly surname: string;
  readonly given: NamePart | null;
  /** With its ending, as the text has it: Болатұлы, Болатович, or the bare name of the father. */
  readonly patronymic: NamePart | null;
  /** Two words of which either may be the surname; the first was taken for it. */
  readonly isOrderGuessed: boolean;
  /** Initials beyond a name and a patronymic. */
  readonly moreInitials: number;
}

const DASHES = /\s*[-‐‑‒–—−]\s*/gu;
const APOSTROPHES = /["'’‘ʼʹ`´“”«»„]/gu;
/** Words before or behind a name that are no part of it. Initials are capitals: «И.О.» is a name's, «и.о.» and «И.о.» stand for an office. */
const NO_NAME = new RegExp(
  [
    String.raw`(?<!\p{L})(?:[Ии]\s?\.\s?о|[Вв]р\s?\.\s?и\s?\.\s?о|[Вв]\s?\.\s?о|[Мм]\s?\.\s?а)\s?\.(?=\s|$|\p{Lu})`,
    String.raw`(?<!\p{L})(?:врио|ио|исполняющ\p{L}+|временно|обязанности|міндетін|уақытша|атқарушы)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:г-н|г-жа|гр|господин\p{L}*|госпож\p{L}+|мырза|ханым|товарищ|т|тов)(?!\p{L})\.?(?=\s|$)`,
    String.raw`(?<!\p{L})[дк]\s?\.\s?\p{Ll}{1,3}\s?\.\s?н\s?\.`,
    String.raw`(?<!\p{L})(?:генерал\p{L}*|полковник|подполковник|майор|капитан|советник|доктор|профессор)(?:-\p{L}+)?(?=\s)`,
  ].join('|'),
  'gu',
);
const SEPARATE_ENDING = /\s(ұлы|улы|ұғлы|угли|оглы|қызы|кызы|гызы)(?!\p{L})/giu;
const WORD = /\p{L}+(?:-\p{L}+)*\s?\.?/gu;
export const PATRONYMIC_ENDING = /(?:ули|угли|огли|ович|евич|ич|овна|евна|инична|ична|кизи|гизи)$/u;
/** Endings that given names do not have. */
const OF_SURNAME = /(?:ов|ев|ова|ева|скии|ская|цкии|цкая|енко)$/u;

interface Token {
  text: string;
  isInitial: boolean;
}

/** Reads a name in any of the orders and abbreviations of Kazakh and Russian papers. */
export function parsePerson(text: string): Person {
  const tokens = tokensOf(text);
  const words = tokens.filter(({ isInitial }) => !isInitial).map(({ text: word }) => word);
  const initials = tokens.filter(({ isInitial }) => isInitial).map((token) => token as NamePart);
  if (initials.length === 0) {
    return { ...ofWords(words), moreInitials: 0 };
  }
  return words.length < 2 ? withInitials(words[0] ?? '', initials) : withOneInitial(words, initials, tokens.at(-1)?.isInitial === true);
}

function withInitials(surname: string, initials: readonly NamePart[]): Person {
  const [given = null, patronymic = null] = initials;
  return { surname, given, patronymic, isOrderGuessed: false, moreInitials: Math.max(0, initials.length - 2) };
}

/** «Сериков Аскар Б.», «Аскар Б. Сериков» */
function withOneInitial(words: readonly string[], [patronymic, ...more]: readonly NamePart[], isSurnameFirst: boolean): Person {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const [surname, given] = isSurnameFirst ? [first, last] : [last, first];
  return { surname, given: whole(given), patronymic: patronymic ?? null, isOrderGuessed: false, moreInitials: more.length };
}

const whole = (text: string): NamePart => ({ text, isInitial: false });

function tokensOf(text: string): Token[] {
  const plain = inCyrillic(text.normalize('NFC').replaceAll('\u00a0', ' '))
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(APOSTROPHES, '')
    .replaceAll(NO_NAME, ' ')
    .replaceAll(DASHES, '-')
    .replaceAll(SEPARATE_ENDING, '$1');
  const found = [...plain.matchAll(WORD)].map(([word]) => ({ letters: word.replaceAll(/[\s.]/gu, ''), hasDot: word.endsWith('.') }));
  const hasWord = found.some(({ letters }) => letters.length > 2);
  const hasDots = found.some(({ letters, hasDot }) => hasDot && letters.length < 3);
  return found.flatMap(({ letters, hasDot }): Token[] => {
    if (letters.length === 1 || (hasDot && letters.length === 2 && /\p{Ll}$/u.test(letters))) return [{ text: letters, isInitial: true }];
    // «Сериков АБ»: two initials without dots.
    const arePair = letters.length === 2 && /^\p{Lu}{2}$/u.test(letters) && hasWord && (hasDot || !hasDots);
    return arePair ? Array.from(letters, (letter) => ({ text: letter, isInitial: true })) : [{ text: letters, isInitial: false }];
  });
}

type Named = Omit<Person, 'moreInitials'>;

function ofWords(words: readonly string[]): Named {
  const [first = '', second, third] = words;
  if (second === undefined) {
    return { surname: first, given: null, patronymic: null, isOrderGuessed: false };
  }
  const at = words.findLastIndex((word, index) => index > 0 && isPatronymic(word));
  if (third === undefined) {
    return ofTwo(first, second, at === 1);
  }
  if (at === 1) {
    return { surname: third, given: whole(first), patronymic: whole(second), isOrderGuessed: false };
  }
  if (at > 1) {
    return { surname: first, given: whole(words.slice(1, at).join('')), patronymic: whole(words[at] ?? ''), isOrderGuessed: false };
  }
  return isLikeSurname(third) && !isLikeSurname(first)
    ? { surname: third, given: whole(first), patronymic: whole(second), isOrderGuessed: false }
    : { surname: first, given: whole(second), patronymic: whole(third), isOrderGuessed: false };
}

/** «Асқар Серікұлы» has its father's name for a surname. */
function ofTwo(first: string, second: string, isSecondPatronymic: boolean): Named {
  const isFirstSurname = isLikeSurname(first) || isPatronymic(first);
  const isSecondSurname = isLikeSurname(second) || isSecondPatronymic;
  const [surname, given] = isSecondSurname && !isFirstSurname ? [second, first] : [first, second];
  return { surname, given: whole(given), patronymic: null, isOrderGuessed: isFirstSurname === isSecondSurname };
}

export function isPatronymic(word: string): boolean {
  const folded = fold(word.replaceAll('-', ''));
  return folded.length > 4 && PATRONYMIC_ENDING.test(folded);
}

function isLikeSurname(word: string): boolean {
  return OF_SURNAME.test(fold(word));
}
