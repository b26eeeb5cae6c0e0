/** Kazakh letters to the Russian ones that recognition and typists put in their place. */
const kazakh: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };
/** Letters that are written for each other. */
const loose: Readonly<Record<string, string>> = { ё: 'е', й: 'и' };
/** Latin letters that look like Cyrillic ones. */
const latin: Readonly<Record<string, string>> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'и', k: 'к', m: 'м', n: 'п', o: 'о', p: 'р', t: 'т', u: 'и', x: 'х', y: 'у',
};

/** Lower case with Kazakh, Russian and look-alike Latin spellings brought together; other characters stay. */
export function fold(text: string): string {
  return Array.from(text.toLowerCase().normalize('NFC'), (letter) => kazakh[letter] ?? loose[letter] ?? latin[letter] ?? letter).join('');
}

/** As a Russian text writes a Kazakh name. */
export function withoutKazakhLetters(text: string): string {
  return Array.from(text, (letter) => kazakh[letter] ?? kazakh[letter.toLowerCase()]?.toUpperCase() ?? letter).join('');
}

/** `fold` without anything but letters and digits. */
export function foldTight(text: string): string {
  return fold(text).replace(/[^\p{L}\d]/gu, '');
}

/** Levenshtein distance; `atMost` ends early with a bigger number. */
export function editDistance(a: string, b: string, atMost = Infinity): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  let previous = Uint16Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = new Uint16Array(b.length + 1);
    current[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const swap = previous[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, swap);
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** 1 for equal texts, 0 for entirely different ones, after folding. */
export function likeness(a: string, b: string): number {
  const [x, y] = [foldTight(a), foldTight(b)];
  const longest = Math.max(x.length, y.length);
  return longest === 0 ? 1 : 1 - editDistance(x, y) / longest;
}
