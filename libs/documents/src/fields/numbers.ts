import { findDates } from './dates.js';
import { fold } from './fold.js';

const sign = String.raw`(?:№|N[°ºoо9eе]|М[оеө]|M[oe]|Х[ео]|[ЖКН]е|Л[°ө]|J[ҮN][°ºo]?)`;
const value = String.raw`([0-9OОЗ][\p{L}0-9]*(?:\s?[-–—/.]\s?[\p{L}0-9]+)*)`;
const numbered = new RegExp(String.raw`${sign}\s?${value}`, 'u');
const openings = /^\W{0,2}\s*(№|N|исх|шы[ғг]|от\s|N[eеoо°º]|М[оеө]\s|Х[ео]\s|[ЖКН]е\s)/iu;
/** Where a value ends although it goes on without a space: the word for year, a date after it. */
const tail = /\s(от|жыл|год).*$/u;

/**
 * The registration number printed on a line, or null. Body text is full of "№ 4", so only a line that begins with №, "от",
 * "Исх", "Шығ" or a date counts.
 */
export function numberOnLine(line: string): string | null {
  const text = line.trim();
  const firstDate = findDates(text)[0];
  const beginsRight = openings.test(text) || (firstDate !== undefined && firstDate.start <= 2);
  if (!beginsRight) return null;
  const match = numbered.exec(text);
  if (match === null) return null;
  return tidy(match[1]!.replace(tail, ''));
}

/** Numbers are equal when they look alike: recognition and typists mix ө, о, 0 and е, қ and к, һ and н, 3 and з. */
export function sameNumber(a: string, b: string): boolean {
  return foldNumber(a) === foldNumber(b);
}

/** Whether a text that should be "№" and a number ends with this number, whatever was read instead of the sign. */
export function endsWithNumber(text: string, number: string): boolean {
  const [read, wanted] = [foldNumber(text), foldNumber(number)];
  const before = bare(text).slice(0, -wanted.length);
  return read.endsWith(wanted) && before.length <= 2 && !/\d/u.test(before);
}

/** A number of which only the beginning or the end was read is no other number. */
export function isPartOf(read: string, whole: string): boolean {
  const [a, b] = [foldNumber(read), foldNumber(whole)];
  return a.length < b.length && (b.startsWith(a) || b.endsWith(a));
}

function foldNumber(text: string): string {
  return bare(text)
    .replace(/[–—_]/gu, '-')
    .replace(/[оеө0]/gu, '0')
    .replace(/з/gu, '3')
    .replace(/х/gu, 'н');
}

function bare(text: string): string {
  return fold(text).replace(/[\s№.]/gu, '');
}

function tidy(text: string): string {
  return text.replace(/\s/gu, '').replace(/[–—]/gu, '-').replace(/^[OО]/u, '0').replace(/^З/u, '3');
}
