// What recognition makes of the words of a page. Measured by reading pages twice, the second time scanned worse: of the pairs of words 98 to
// 99 % come back on generated scans; on six real ones 97, 97 and 93 %, 72 and 66 % on two tables, none on one.

/** @typedef {import('../../scans/random.mjs').Random} Random */

const ALIKE = /** @type {Record<string, string>} */ ({ қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', і: 'і', и: 'н', н: 'и', ш: 'щ', е: 'с', о: 'с', л: 'п', в: 'а', ы: 'м', 1: '7', 3: '8', 5: '6' });
const LETTERS = 'аеиоунтсрлвкмд';

/** Letters wrong per letter: most pages are read nearly without error, few badly, very few not at all. @param {Random} random @returns {number} 1 = nothing read */
export function errorRate(random) {
  return random.weighted([[0.001, 32], [0.004, 28], [0.01, 18], [0.03, 12], [0.07, 4], [0.2, 2], [1, 4]]);
}

/** @param {readonly { text: string }[]} words @param {number} rate @param {Random} random @returns {string[]} */
export function readWords(words, rate, random) {
  if (rate === 1) return [];
  return words.flatMap(({ text }) => {
    if (random.chance(rate * 0.6)) return [];
    const read = Array.from(text, (letter) => (random.chance(rate) ? wrong(letter, random) : letter)).join('');
    if (read.length > 5 && random.chance(rate * 0.8)) return [read.slice(0, read.length >> 1), read.slice(read.length >> 1)];
    return random.chance(rate * 0.3) ? [read, random.pick(['|', '—', 'ро', 'ee'])] : [read];
  });
}

/** @param {string} letter @param {Random} random */
function wrong(letter, random) {
  return random.chance(0.2) ? '' : (ALIKE[letter] ?? random.pick([...LETTERS]));
}
