/** What a Russian text writes for Kazakh letters, and letters that are written for each other. */
const RUSSIAN: Readonly<Record<string, string>> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ы: 'и', й: 'и', ё: 'е', э: 'е', ь: '', ъ: '',
};
/** Latin letters of the same form as Cyrillic ones; a capital may look like another letter than its small form. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У',
  a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у',
};

/** The text with Cyrillic letters for the Latin ones that look like them. */
export function inCyrillic(text: string): string {
  return Array.from(text, (letter) => LOOKALIKE[letter] ?? letter).join('');
}

/** One spelling for what Kazakh and Russian papers spell differently: Ысқақов and Искаков are «искаков». */
export function fold(text: string): string {
  const russian = Array.from(text.toLowerCase(), (letter) => RUSSIAN[letter] ?? letter).join('');
  // Бейімбет is written Беимбет.
  return russian.replaceAll('ии', 'и');
}

/** The spellings that a word may have in Russian: Kazakh ө becomes о (Өмірбек, Омирбек) or у (Төлеген, Тулеген). */
export function folds(text: string): string[] {
  const one = fold(text);
  const other = fold(text.toLowerCase().replaceAll('ө', 'у'));
  return one === other ? [one] : [one, other];
}

export function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  const at = Array.from(short).findIndex((letter, index) => letter !== long[index]);
  const from = at === -1 ? short.length : at;
  return short.slice(short.length === long.length ? from + 1 : from) === long.slice(from + 1);
}
