/** Kazakh letters and Latin look-alikes as the Russian letters that recognition and typists put in their place; weak signs fall out. */
const FOLDED: Readonly<Record<string, string>> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', й: 'и', ы: 'и', щ: 'ш', ъ: '', ь: '' },
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'и', k: 'к', m: 'м', n: 'п', o: 'о', p: 'р', t: 'т', u: 'и', x: 'х', y: 'у', l: 'и' },
};

/** Lower case, in one spelling. */
export function fold(word: string): string {
  let folded = '';
  for (const letter of word.toLowerCase()) folded += FOLDED[letter] ?? letter;
  return folded;
}
