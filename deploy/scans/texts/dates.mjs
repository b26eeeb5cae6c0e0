/** @typedef {import('./people.mjs').Tongue} Tongue */

const MONTHS = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
};
/** @typedef {'quoted' | 'words' | 'short' | 'digits' | 'digits-year'} DateForm */
/** @type {readonly DateForm[]} */
export const DATE_FORMS = ['quoted', 'words', 'short', 'digits', 'digits-year'];

/** @param {string} iso @param {Tongue} tongue @param {DateForm} form */
export function dateText(iso, tongue, form) {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[tongue][Number(month) - 1] ?? '';
  const plain = String(Number(day));
  if (form === 'digits') return `${day}.${month}.${year}`;
  if (form === 'digits-year') return tongue === 'ru' ? `${day}.${month}.${year} г.` : `${day}.${month}.${year} ж.`;
  if (tongue === 'kk') return { quoted: `${year} жылғы «${day}» ${name}`, words: `${year} жылғы ${plain} ${name}`, short: `${year} ж. ${plain} ${name}` }[form];
  return { quoted: `«${day}» ${name} ${year} года`, words: `${plain} ${name} ${year} года`, short: `${day} ${name} ${year} г.` }[form];
}

/**
 * A line with room for a date by hand: what is printed before the day, between day and month, and after, and what people write into it.
 * @param {string} iso @param {Tongue} tongue
 */
export function emptyDate(iso, tongue) {
  const [year = '', month = '', day = ''] = iso.split('-');
  const written = { day, month: MONTHS[tongue][Number(month) - 1] ?? '' };
  const [before, room, between, after] = tongue === 'kk' ? [`${year} жылғы «`, '____', '» ', ''] : ['«', '____', '» ', ` ${year} года`];
  const beforeMonth = before + room + between;
  return { printed: `${beforeMonth}______________${after}`, beforeDay: before, beforeMonth, ...written };
}
