/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('../typefaces.mjs').Family} Family */
/** @typedef {'ru' | 'kk'} Tongue */
/** @typedef {{ ru: string, kk: string, initials: { ru: string, kk: string }, woman: boolean }} Person surname and initials in both spellings */

// Surnames without the ending of the sex: ru, kk.
const SURNAMES = [
  'Абдрахманов Әбдірахманов', 'Аманжолов Аманжолов', 'Байтурсынов Байтұрсынов', 'Бекмуханов Бекмұханов', 'Габдуллин Ғабдуллин', 'Дюсенов Дүйсенов',
  'Ермагамбетов Ермағамбетов', 'Жандосов Жандосов', 'Жунусов Жүнісов', 'Закиров Зәкіров', 'Идрисов Ыдырысов', 'Искендиров Ескендіров',
  'Кабдолов Қабдолов', 'Калдыбаев Қалдыбаев', 'Карагулов Қарағұлов', 'Копжасаров Көпжасаров', 'Кулбаев Құлбаев', 'Кунаков Құнақов',
  'Маженов Мәженов', 'Мамбетов Мәмбетов', 'Мусабеков Мұсабеков', 'Наурызбеков Наурызбеков', 'Нугманов Нұғманов', 'Омиров Өміров',
  'Оспанкулов Оспанқұлов', 'Рамазанов Рамазанов', 'Раисов Раисов', 'Сагинтаев Сағынтаев', 'Сапаргалиев Сапарғалиев', 'Смагулов Смағұлов',
  'Сулейменов Сүлейменов', 'Тасболатов Тасболатов', 'Тлеубердин Тілеубердин', 'Турысбеков Тұрысбеков', 'Укибаев Үкібаев', 'Уразалин Оразалин',
  'Хамитов Хамитов', 'Чокаев Шоқаев', 'Шаймерденов Шаймерденов', 'Шынгысов Шыңғысов', 'Ыбраев Ыбыраев', 'Айтбаев Айтбаев',
  'Амиров Әміров', 'Бакиров Бәкіров', 'Дауренов Дәуренов', 'Есжанов Есжанов', 'Жаксыбеков Жақсыбеков', 'Кожабеков Қожабеков',
  'Лесбеков Лесбеков', 'Мырзагалиев Мырзағалиев', 'Ниязов Ниязов', 'Пернебаев Пернебаев', 'Садуакасов Сәдуақасов', 'Толегенов Төлегенов',
  'Воронов Воронов', 'Громов Громов', 'Ефимов Ефимов', 'Зайцев Зайцев', 'Лукин Лукин', 'Орлов Орлов', 'Панин Панин', 'Титов Титов',
].map((pair) => pair.split(' '));
// The same for everybody: Ukrainian, German and Korean surnames, and Kazakh ones without an ending.
const STEADY = [
  'Бойко Бойко', 'Шевчук Шевчук', 'Ткаченко Ткаченко', 'Вагнер Вагнер', 'Миллер Миллер', 'Цой Цой', 'Пак Пак', 'Тян Тян',
  'Асылбек Асылбек', 'Куаныш Қуаныш', 'Нурсултан Нұрсұлтан', 'Темирхан Темірхан', 'Болатбек Болатбек', 'Галымжан Ғалымжан', 'Жигер Жігер', 'Ерик Ерік',
].map((pair) => pair.split(' '));
const FIRST = 'А А,Б Б,Г Ғ,Г Г,Д Д,Е Е,Ж Ж,З З,И І,К Қ,К К,Л Л,М М,Н Н,О О,О Ө,Р Р,С С,Т Т,У Ұ,Ш Ш,Э Э,А Ә'.split(',').map((pair) => pair.split(' '));

/**
 * An invented person; the two families share no surname.
 * @param {Family} family @param {Random} random @returns {Person}
 */
export function personOf(family, random) {
  const woman = random.chance(0.4);
  const steady = random.chance(0.15);
  const [ru = '', kk = ''] = random.pick(partOf(steady ? STEADY : SURNAMES, family));
  const ending = woman && !steady ? 'а' : '';
  const first = random.pick(FIRST);
  const second = random.chance(0.85) ? random.pick(FIRST) : null;
  const initials = (/** @type {0 | 1} */ tongue) => [first, second].map((pair) => (pair ? `${pair[tongue]}.` : '')).join('');
  return { ru: ru + ending, kk: kk + ending, initials: { ru: initials(0), kk: initials(1) }, woman };
}

/** @param {Person} person @param {Tongue} tongue @param {boolean} [surnameFirst] */
export function nameOf(person, tongue, surnameFirst = false) {
  return surnameFirst ? `${person[tongue]} ${person.initials[tongue]}` : `${person.initials[tongue]} ${person[tongue]}`;
}

/**
 * The half of a list that belongs to a family.
 * @template T
 * @param {readonly T[]} list @param {Family} family @returns {T[]}
 */
export function partOf(list, family) {
  return list.filter((_, index) => index % 2 === (family === 'tune' ? 0 : 1));
}
