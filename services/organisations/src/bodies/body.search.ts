import type { NameSpan } from './body.js';

/** The words of a text as they are searched: letters alike whatever their case, ё is е, nothing but letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('kk').replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** By present and former names, short names and BIN. */
export function searchWords(names: readonly NameSpan[], bin: string | null): string[] {
  const texts = names.flatMap(({ name, shortName }) => [name.kk, name.ru, shortName.kk, shortName.ru]);
  return [...new Set([...texts, bin ?? ''].flatMap(wordsOf))];
}
