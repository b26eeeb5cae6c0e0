// What the papers of the radar's benchmark say: forms that many bodies share, filled with what each of them did.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/session.mjs';

/** @typedef {import('../../scans/random.mjs').Random} Random */
/** @typedef {'order' | 'protocol' | 'note' | 'plan' | 'letter' | 'figures'} Kind */
/**
 * What may change while the paper stays the same by the radar's meaning.
 * @typedef {{ number: string, date: string, body: { ru: string, kk: string }, signatory: string }} Mark
 */
/**
 * @typedef {object} PaperText
 * @property {Kind} kind
 * @property {'ru' | 'kk'} language
 * @property {number} form which of the forms of its kind
 * @property {string[]} content paragraphs that are this paper's own
 */

const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, 'data', path), 'utf8'));
/** @type {any[]} */
const subtasks = json('cards/2024.json').projects.flatMap((/** @type {any} */ project) => project.tasks.flatMap((/** @type {any} */ task) => task.subtasks));
/** @type {{ ru: string, kk: string }[]} */
const districts = json('organisations/administrative-units.json').units.flatMap((/** @type {any} */ { akimat }) => (akimat?.name ? [akimat.name] : []));

const sentencesOf = (/** @type {string} */ text) => text.split(/(?<=[.;])\s+/).filter((sentence) => sentence.length > 45 && sentence.length < 330);
const SENTENCES = {
  ru: [...new Set(subtasks.flatMap(({ description, sourceText, title }) => [...sentencesOf(`${sourceText ?? ''} ${description.ru}`), `${title.ru} в установленный срок.`]))],
  kk: [...new Set(subtasks.flatMap(({ description, title }) => [...sentencesOf(description.kk), `${title.kk} белгіленген мерзімде орындалсын.`]))],
};
const TITLES = { ru: subtasks.map(({ title }) => title.ru), kk: subtasks.map(({ title }) => title.kk) };
const SURNAMES = ['Ахметов', 'Серіков', 'Нұрланов', 'Оспанова', 'Қожахметов', 'Бекенов', 'Ковалёва', 'Ким', 'Жүнісова', 'Литвинов', 'Сағынбаев', 'Байжанов', 'Исаев', 'Мельник', 'Төлеубаев', 'Әлімов', 'Смагулов', 'Досжанова', 'Есенов', 'Петренко', 'Абдрахманов', 'Касымов', 'Тлеубердина', 'Жакупов'];
const LETTERS = 'АБДЕЖКМНРСТ';
const MONTHS = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
};
const WORK = ['проведено семинаров', 'рассмотрено обращений', 'проверено работников', 'выявлено коррупционных рисков', 'разработано рекомендаций', 'исполнено рекомендаций', 'размещено публикаций', 'охвачено служащих', 'проведено служебных расследований', 'согласовано кандидатур'];

const HEADS = { order: { ru: 'ПРИКАЗ', kk: 'БҰЙРЫҚ' }, protocol: { ru: 'ПРОТОКОЛ', kk: 'ХАТТАМА' }, note: { ru: 'АНАЛИТИЧЕСКАЯ СПРАВКА', kk: 'ТАЛДАМАЛЫҚ АНЫҚТАМА' }, plan: { ru: 'ПЛАН МЕРОПРИЯТИЙ', kk: 'ІС-ШАРАЛАР ЖОСПАРЫ' }, letter: { ru: 'Агентство Республики Казахстан по противодействию коррупции', kk: 'Қазақстан Республикасы Сыбайлас жемқорлыққа қарсы іс-қимыл агенттігі' }, figures: { ru: 'ОТЧЁТ', kk: 'ЕСЕП' } };
const OPENINGS = {
  ru: [
    'В соответствии со статьёй 8 Закона Республики Казахстан «О противодействии коррупции» и Типовыми правилами проведения внутреннего анализа коррупционных рисков, утверждёнными приказом Председателя Агентства, ПРИКАЗЫВАЮ:',
    'Во исполнение Типового базового направления «Предупреждение и противодействие коррупции» и в целях исключения причин и условий, способствующих совершению коррупционных правонарушений, решили:',
    'Настоящий документ подготовлен по итогам работы за отчётный период на основании сведений структурных подразделений и подведомственных организаций государственного органа.',
    'Руководствуясь Законом Республики Казахстан «О государственной службе Республики Казахстан» и Этическим кодексом государственных служащих, определено следующее:',
  ],
  kk: [
    '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Қазақстан Республикасы Заңының 8-бабына және Сыбайлас жемқорлық тәуекелдеріне ішкі талдау жүргізудің үлгілік қағидаларына сәйкес БҰЙЫРАМЫН:',
    '«Сыбайлас жемқорлықтың алдын алу және оған қарсы іс-қимыл» үлгілік базалық бағытын орындау және құқық бұзушылықтарға ықпал ететін себептер мен жағдайларды жою мақсатында мынадай шешім қабылданды:',
    'Осы құжат мемлекеттік органның құрылымдық бөлімшелері мен ведомстволық бағынысты ұйымдарының мәліметтері негізінде есепті кезеңдегі жұмыс қорытындысы бойынша дайындалды.',
  ],
};
const CLOSINGS = {
  ru: [
    'Контроль за исполнением настоящего приказа возложить на курирующего заместителя руководителя. Ответственным исполнителям представить информацию об исполнении в установленном порядке. Настоящий приказ вступает в силу со дня его подписания.',
    'Секретарю довести настоящее решение до сведения заинтересованных подразделений и разместить на интернет-ресурсе. Решение принято единогласно открытым голосованием членов комиссии.',
    'Материалы размещены на официальном интернет-ресурсе. Приложение является неотъемлемой частью настоящего документа и хранится в деле в соответствии с номенклатурой.',
  ],
  kk: [
    'Осы бұйрықтың орындалуын бақылау жетекшілік ететін басшының орынбасарына жүктелсін. Жауапты орындаушылар орындалуы туралы ақпаратты белгіленген тәртіппен ұсынсын. Осы бұйрық қол қойылған күнінен бастап күшіне енеді.',
    'Хатшы осы шешімді мүдделі бөлімшелердің назарына жеткізсін және интернет-ресурста орналастырсын. Шешім комиссия мүшелерінің ашық дауыс беруімен бірауыздан қабылданды.',
  ],
};

/** @param {Random} random */
const personOf = (random) => `${random.pick([...LETTERS])}.${random.pick([...LETTERS])}. ${random.pick(SURNAMES)}`;

/** @param {Random} random @param {'ru' | 'kk'} language @returns {Mark} */
export function markOf(random, language) {
  const [day, month, year] = [random.integer(1, 28), random.integer(0, 11), random.integer(2023, 2026)];
  const date = language === 'ru' ? `${day} ${MONTHS.ru[month]} ${year} года` : `${year} жылғы ${day} ${MONTHS.kk[month]}`;
  return { number: `${random.integer(1, 480)}${random.pick(['', '-п', '-ө', '-НҚ', '/1'])}`, date, body: random.pick(districts), signatory: personOf(random) };
}

/** @param {Random} random @returns {PaperText} a form and what one body put into it */
export function textOf(random) {
  const language = random.chance(0.6) ? 'ru' : 'kk';
  const kind = /** @type {Kind} */ (random.weighted([['order', 4], ['protocol', 2], ['note', 3], ['plan', 2], ['letter', 2], ['figures', language === 'ru' ? 2 : 0]]));
  return { kind, language, form: random.integer(0, 5), content: contentOf(random, kind, language) };
}

/** @param {Random} random @param {Kind} kind @param {'ru' | 'kk'} language */
export function contentOf(random, kind, language) {
  if (kind === 'figures') return WORK.map((what, place) => `${place + 1}. За отчётный период ${what}: ${random.integer(0, 900)}, в том числе в подведомственных организациях ${random.integer(0, 90)}.`);
  const count = kind === 'note' ? random.integer(5, 11) : random.integer(3, 7);
  const sentences = random.shuffle(SENTENCES[language]).slice(0, count);
  return [random.pick(TITLES[language]), ...sentences.map((sentence, place) => `${place + 1}. ${sentence}${random.chance(0.35) ? ` (${personOf(random)})` : ''}`)];
}

/** Paragraphs of the paper; the form's own words stand around the content. @param {PaperText} text @param {Mark} mark */
export function paragraphsOf({ kind, language, form, content }, { number, date, body, signatory }) {
  const name = body[language];
  const opening = OPENINGS[language][form % OPENINGS[language].length] ?? '';
  const closing = CLOSINGS[language][(form >> 1) % CLOSINGS[language].length] ?? '';
  const dated = form % 2 === 0 ? `${date}    № ${number}` : `№ ${number}    ${date}`;
  const position = language === 'ru' ? 'Руководитель аппарата' : 'Аппарат басшысы';
  return {
    letterhead: form < 3 ? [name.toUpperCase()] : [body.kk.toUpperCase(), body.ru.toUpperCase()],
    dated,
    heading: HEADS[kind][language],
    body: [opening.replace('государственного органа', `органа ${name}`), ...content, closing],
    signature: [position, signatory],
  };
}
