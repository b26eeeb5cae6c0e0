import { fold, folds, isOneLetterApart } from './letters.js';
import { isPatronymic, type NamePart, parsePerson, PATRONYMIC_ENDING, type Person } from './person.js';

/** `unsure` is for a person to settle; nobody is taken for somebody else by a guess. */
export type Likeness = 'same' | 'unsure' | 'different';

/** Whether two texts certainly name one person. */
export function isSamePerson(one: string, other: string): boolean {
  return comparePersons(one, other) === 'same';
}

/**
 * Whether two written names are one person's, in Kazakh or Russian spelling, with initials or in full, with or without a
 * patronymic. For names that somebody typed: what recognition may have misread is judged by @aigaq/documents.
 */
export function comparePersons(one: string, other: string): Likeness {
  const [a, b] = [parsePerson(one), parsePerson(other)];
  const straight = compare(a, b);
  if (straight === 'different' && (a.isOrderGuessed || b.isOrderGuessed)) {
    return compare(swapped(a), b) === 'same' || compare(a, swapped(b)) === 'same' ? 'unsure' : 'different';
  }
  return straight;
}

function swapped(person: Person): Person {
  const { surname, given, isOrderGuessed } = person;
  return isOrderGuessed && given ? { ...person, surname: given.text, given: { text: surname, isInitial: false } } : person;
}

function compare(a: Person, b: Person): Likeness {
  const surnames = compareSurnames(a.surname, b.surname);
  const given = compareParts(a.given, b.given, namesOf);
  const patronymics = compareParts(a.patronymic, b.patronymic, fathersOf);
  if ([surnames, given, patronymics].includes('other')) {
    return 'different';
  }
  if (surnames === 'stem') {
    // Серік and Сериков may be one man who changed his papers, but only his whole name says so.
    return given === 'equal' && patronymics === 'equal' ? 'same' : 'unsure';
  }
  const isSettled = given !== 'unknown' && given !== 'near' && patronymics !== 'near' && a.moreInitials === b.moreInitials;
  return isSettled ? 'same' : 'unsure';
}

type SurnameLikeness = 'equal' | 'stem' | 'other';

function compareSurnames(one: string, other: string): SurnameLikeness {
  if (one === '' || other === '') return 'other';
  if (meet(folds(one), folds(other))) return 'equal';
  const [stemOfOne, stemOfOther] = [stems(one), stems(other)];
  return meet(stemOfOne, folds(other)) || meet(folds(one), stemOfOther) ? 'stem' : 'other';
}

/** Серик of Сериков, Абай of Абаев; a woman's ending leads to the same stem, but her surname is not a man's. */
function stems(surname: string): string[] {
  return folds(surname).flatMap((folded) => {
    const [, stem] = /^(.{3,})(?:ов|ев|ова|ева)$/u.exec(folded) ?? [];
    return stem === undefined ? [] : [stem, `${stem}и`];
  });
}

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((text) => other.includes(text));

type PartLikeness = 'equal' | 'initial' | 'near' | 'unknown' | 'other';

/** @param spellings of a whole word that say the same */
function compareParts(one: NamePart | null, other: NamePart | null, spellings: (text: string) => string[]): PartLikeness {
  if (!one || !other) return 'unknown';
  if (one.isInitial || other.isInitial) {
    return isBeginning(one, other) ? 'initial' : 'other';
  }
  const [a, b] = [spellings(one.text), spellings(other.text)];
  if (meet(a, b)) return 'equal';
  const isNear = a.some((text) => b.some((like) => Math.min(text.length, like.length) > 3 && isOneLetterApart(text, like)));
  return isNear ? 'near' : 'other';
}

function isBeginning(one: NamePart, other: NamePart): boolean {
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one];
  return folds(long.text).some((text) => folds(short.text).some((start) => start !== '' && text.startsWith(start)));
}

function namesOf(text: string): string[] {
  return folds(text.replaceAll('-', ''));
}

/** The father's name and whose child it is: a son of «болат» for Болатұлы and Болатович; a bare father's name fits both sexes. */
function fathersOf(text: string): string[] {
  const plain = text.replaceAll('-', '');
  if (!isPatronymic(plain)) {
    return folds(plain).flatMap((father) => [`сын ${stemOf(father)}`, `дочь ${stemOf(father)}`]);
  }
  const child = /(?:а|кизи|гизи)$/u.test(fold(plain)) ? 'дочь' : 'сын';
  return folds(plain).map((folded) => `${child} ${stemOf(folded.replace(PATRONYMIC_ENDING, ''))}`);
}

/** Бейсенбай gives Бейсенбаевич, Али gives Алиевич, Никита gives Никитич: the last vowels of a stem come and go. */
function stemOf(father: string): string {
  return father.replace(/[иа]+$/u, '');
}
