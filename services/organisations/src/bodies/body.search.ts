import type { NameSpan } from './body.js';

/** A text as it is searched: letters alike whatever their case, ё is е, one space between words. */
export function searchKey(text: string): string {
  return text.toLocaleLowerCase('kk').replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();
}

/** The words of a text as they are searched: nothing but letters and digits. */
export function wordsOf(text: string): string[] {
  return searchKey(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** By present and former names, short names and BIN. */
export function searchWords(names: readonly NameSpan[], bin: string | null): string[] {
  const texts = names.flatMap(({ name, shortName }) => [name.kk, name.ru, shortName.kk, shortName.ru]);
  return [...new Set([...texts, bin ?? ''].flatMap(wordsOf))];
}
