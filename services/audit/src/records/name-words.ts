/** The words of a name as they are looked for: small letters, without dots. */
export function nameWords(name: string): string[] {
  const words = name.normalize('NFC').toLowerCase().replaceAll('ё', 'е').split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter(Boolean))].slice(0, 12);
}
