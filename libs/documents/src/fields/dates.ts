import { editDistance, fold } from './fold.js';

export interface FoundDate {
  /** ISO day. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const months: readonly (readonly string[])[] = [
  ['января', 'қаңтар'], ['февраля', 'ақпан'], ['марта', 'наурыз'], ['апреля', 'сәуір'], ['мая', 'мамыр'], ['июня', 'маусым'],
  ['июля', 'шілде'], ['августа', 'тамыз'], ['сентября', 'қыркүйек'], ['октября', 'қазан'], ['ноября', 'қараша'],
  ['декабря', 'желтоқсан'],
];
const foldedMonths = months.map((names) => names.map((name) => fold(name)));

const mark = String.raw`[^\p{L}\d\n]{0,4}`;
const day = String.raw`(?<!\d)([0-3]?\d)(?!\d)`;
const formsWith = (year: string, word = String.raw`ж\p{L}*`): readonly { readonly form: RegExp; readonly order: readonly [number, number, number] }[] => [
  // «17» февраля 2022 года, 17 февраля 2024 г.
  { form: new RegExp(String.raw`${day}${mark}(\p{L}{3,9})${mark}${year}`, 'gu'), order: [3, 2, 1] },
  // 17.02.2024
  { form: new RegExp(String.raw`${day}\s?[.,/]\s?([01]?\d)\s?[.,/]\s?${year}`, 'gu'), order: [3, 2, 1] },
  // 2022 жылғы «17» ақпан, 2024 ж. 17 ақпан
  { form: new RegExp(String.raw`${year}\s*${word}${mark}${day}${mark}(\p{L}{3,9})`, 'gu'), order: [1, 3, 2] },
];
/** No paper of the programme is older or younger. */
const possibleYear = String.raw`(?:199\d|20[0-3]\d)`;
const patterns = formsWith(String.raw`(${possibleYear})(?!\d)`);
const patternsOfAnyYear = formsWith(String.raw`(\d{4})(?!\d)`, String.raw`(?:ж\p{L}*)?`);

/** "«ОЗ» желтоқсан": letters that recognition put for the digits of a day. */
const quotedDay = /«\s?[\dОOЗ]{1,2}\s?»/gu;

/** "«025 июля": a closing mark taken for a digit. */
const markAsDigit = /«([0-3]\d)\d(?=\s+\p{L})/gu;

/** "«1:7» августа": the line of a stamp between two digits. */
const partedDay = /«\s?([0-3])\s?[:.|'’]\s?(\d)\s?»/gu;

function inDigits(text: string): string {
  return text.replace(/[ОO]/gu, '0').replace(/З/gu, '3');
}

/** Dates in Russian and Kazakh forms, in the order of the text. Forms without day, month or year are not dates. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const digits = text.replace(markAsDigit, '«$1»').replace(partedDay, '«$1$2»').replace(quotedDay, inDigits);
  for (const { form, order } of patterns) {
    for (const match of digits.matchAll(form)) {
      const date = isoDate(match[order[0]]!, match[order[1]]!, match[order[2]]!);
      const start = match.index;
      const end = start + match[0].length;
      if (date !== null && found.every((other) => end <= other.start || start >= other.end)) found.push({ date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Whether a text holds the expected day and month with a year that no paper has and that is one digit away from the expected:
 * a stamp over the line often spoils one digit.
 */
export function hasMisreadYear(text: string, expected: string): boolean {
  const expectedYear = expected.slice(0, 4);
  return patternsOfAnyYear.some(({ form, order }) =>
    [...text.matchAll(form)].some((match) => {
      const year = match[order[0]]!;
      const isImpossible = !new RegExp(possibleYear, 'u').test(year);
      return isImpossible && editDistance(year, expectedYear) === 1 && isoDate(expectedYear, match[order[1]]!, match[order[2]]!) === expected;
    }),
  );
}

function isoDate(yearText: string, monthText: string, dayText: string): string | null {
  const month = /^\d+$/u.test(monthText) ? Number(monthText) : monthOf(monthText);
  const dayNumber = Number(dayText);
  if (month < 1 || month > 12 || dayNumber < 1) return null;
  const date = `${yearText}-${String(month).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
}

/** Number of the month whose name is nearest, 0 when none is near: recognition swaps a letter now and then. */
function monthOf(text: string): number {
  const word = fold(text);
  let best = { month: 0, distance: word.length > 5 ? 3 : 2 };
  foldedMonths.forEach((names, index) => {
    for (const name of names) {
      const distance = editDistance(word, name, best.distance);
      if (distance < best.distance) best = { month: index + 1, distance };
    }
  });
  return best.month;
}
