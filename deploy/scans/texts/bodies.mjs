import { partOf } from './people.mjs';

/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('../typefaces.mjs').Family} Family */
/** @typedef {{ ru: string, kk: string }} Both the same in both languages */
/** @typedef {{ title: Both, acting: Both, deputy: boolean }} Post */
/** @typedef {{ name: Both, city: Both, posts: Post[], officers: Both[] }} Body */

// ru genitive | kk nominative | city ru | city kk
const REGIONS = [
  'Акмолинской области|Ақмола облысы|Кокшетау|Көкшетау', 'Костанайской области|Қостанай облысы|Костанай|Қостанай',
  'Актюбинской области|Ақтөбе облысы|Актобе|Ақтөбе', 'Жамбылской области|Жамбыл облысы|Тараз|Тараз',
  'Западно-Казахстанской области|Батыс Қазақстан облысы|Уральск|Орал', 'Карагандинской области|Қарағанды облысы|Караганда|Қарағанды',
  'Кызылординской области|Қызылорда облысы|Кызылорда|Қызылорда', 'Мангистауской области|Маңғыстау облысы|Актау|Ақтау',
  'Павлодарской области|Павлодар облысы|Павлодар|Павлодар', 'Северо-Казахстанской области|Солтүстік Қазақстан облысы|Петропавловск|Петропавл',
  'Туркестанской области|Түркістан облысы|Туркестан|Түркістан', 'Восточно-Казахстанской области|Шығыс Қазақстан облысы|Усть-Каменогорск|Өскемен',
  'Аулиекольского района|Әулиекөл ауданы|Аулиеколь|Әулиекөл', 'Наурзумского района|Наурызым ауданы|Караменды|Қарамеңді',
  'Бурабайского района|Бурабай ауданы|Щучинск|Щучинск', 'Сарыагашского района|Сарыағаш ауданы|Сарыагаш|Сарыағаш',
  'Каркаралинского района|Қарқаралы ауданы|Каркаралинск|Қарқаралы', 'Мендыкаринского района|Меңдіқара ауданы|Боровское|Боровской',
  'города Рудного|Рудный қаласы|Рудный|Рудный', 'города Экибастуза|Екібастұз қаласы|Экибастуз|Екібастұз',
  'города Сатпаева|Сәтбаев қаласы|Сатпаев|Сәтбаев', 'города Риддера|Риддер қаласы|Риддер|Риддер',
].map((line) => line.split('|'));
// ru genitive | kk stem of "басқармасы" and "министрлігі"
const FIELDS = [
  'образования|білім', 'здравоохранения|денсаулық сақтау', 'финансов|қаржы', 'культуры|мәдениет', 'сельского хозяйства|ауыл шаруашылығы',
  'строительства|құрылыс', 'туризма|туризм', 'земельных отношений|жер қатынастары', 'экономики|экономика', 'внутренней политики|ішкі саясат',
].map((line) => line.split('|'));
const MINISTRIES = [
  'юстиции|Әділет', 'просвещения|Оқу-ағарту', 'энергетики|Энергетика', 'транспорта|Көлік', 'труда и социальной защиты населения|Еңбек және халықты әлеуметтік қорғау',
  'водных ресурсов и ирригации|Су ресурстары және ирригация',
].map((line) => line.split('|'));
const COMPANIES = ['Ақ Бидай', 'Ұлы Дала', 'Сарыарқа', 'Жетісу', 'Бәйтерек', 'Көктем', 'Арай', 'Тұран', 'Самұрық Жол', 'Шапағат', 'Ордабасы', 'Алтын Дән', 'Жаңа Ғасыр', 'Қазына'];
const OFFICERS = [
  'Комплаенс-офицер|Комплаенс-офицер', 'Руководитель рабочей группы|Жұмыс тобының жетекшісі', 'Главный специалист отдела контроля|Бақылау бөлімінің бас маманы',
  'Руководитель юридического отдела|Заң бөлімінің басшысы', 'Уполномоченный по этике|Әдеп жөніндегі уәкіл', 'Начальник отдела кадров|Кадр бөлімінің бастығы',
  'Руководитель отдела внутреннего аудита|Ішкі аудит бөлімінің басшысы', 'Главный бухгалтер|Бас бухгалтер',
].map((line) => line.split('|'));

const CAPITAL = { ru: 'Астана', kk: 'Астана' };

/** A body with the posts that sign for it. @param {Family} family @param {Random} random @returns {Body} */
export function bodyOf(family, random) {
  const officers = random.shuffle(partOf(OFFICERS, family)).map(([ru = '', kk = '']) => ({ ru, kk }));
  const make = random.weighted([[akimat, 4], [department, 3], [ministry, 2], [company, 3]]);
  return { officers, ...make(family, random) };
}

/** @param {Family} family @param {Random} random @returns {Omit<Body, 'officers'>} */
function akimat(family, random) {
  const [of = '', kk = '', ru = '', city = ''] = random.pick(partOf(REGIONS, family));
  return {
    name: { ru: `Аппарат акима ${of}`, kk: `${kk} әкімінің аппараты` },
    city: { ru, kk: city },
    posts: [
      post(`Аким ${of}`, `${kk}ның әкімі`, false),
      post(`Заместитель акима ${of}`, `${kk} әкімінің орынбасары`, true),
      post(`Руководитель аппарата акима ${of}`, `${kk} әкімі аппаратының басшысы`, false),
    ],
  };
}

/** @param {Family} family @param {Random} random @returns {Omit<Body, 'officers'>} */
function department(family, random) {
  const [of = '', kk = '', ru = '', city = ''] = random.pick(partOf(REGIONS, family));
  const [field = '', stem = ''] = random.pick(partOf(FIELDS, family));
  return {
    name: { ru: `Управление ${field} ${of}`, kk: `${kk}ның ${stem} басқармасы` },
    city: { ru, kk: city },
    posts: [
      post(`Руководитель управления ${field} ${of}`, `${kk}ның ${stem} басқармасының басшысы`, false),
      post(`Руководитель управления ${field}`, `${stem.charAt(0).toUpperCase()}${stem.slice(1)} басқармасының басшысы`, false),
      post(`Заместитель руководителя управления ${field}`, `${stem.charAt(0).toUpperCase()}${stem.slice(1)} басқармасы басшысының орынбасары`, true),
    ],
  };
}

/** @param {Family} family @param {Random} random @returns {Omit<Body, 'officers'>} */
function ministry(family, random) {
  const [of = '', kk = ''] = random.pick(partOf(MINISTRIES, family));
  return {
    name: { ru: `Министерство ${of} Республики Казахстан`, kk: `Қазақстан Республикасының ${kk} министрлігі` },
    city: CAPITAL,
    posts: [
      post(`Вице-министр ${of} Республики Казахстан`, `Қазақстан Республикасының ${kk} вице-министрі`, true),
      post(`Руководитель аппарата Министерства ${of}`, `${kk} министрлігі аппаратының басшысы`, false),
      post(`Председатель Комитета по контролю Министерства ${of} Республики Казахстан`, `Қазақстан Республикасы ${kk} министрлігі Бақылау комитетінің төрағасы`, false),
    ],
  };
}

/** @param {Family} family @param {Random} random @returns {Omit<Body, 'officers'>} */
function company(family, random) {
  const name = `«${random.pick(partOf(COMPANIES, family))}»`;
  const [, , ru = '', city = ''] = random.pick(partOf(REGIONS, family));
  return {
    name: { ru: `Акционерное общество ${name}`, kk: `${name} акционерлік қоғамы` },
    city: { ru, kk: city },
    posts: [
      post(`Председатель Правления АО ${name}`, `${name} АҚ Басқарма төрағасы`, false),
      post(`Генеральный директор АО ${name}`, `${name} АҚ бас директоры`, false),
      post(`Заместитель Председателя Правления АО ${name}`, `${name} АҚ Басқарма төрағасының орынбасары`, true),
      post(`Управляющий директор АО ${name}`, `${name} АҚ басқарушы директоры`, true),
    ],
  };
}

/** @type {readonly [RegExp, string][]} */
const GENITIVE = [
  [/^Аким /, 'акима '], [/^Заместитель /, 'заместителя '], [/^Руководитель /, 'руководителя '], [/^Вице-министр /, 'вице-министра '],
  [/^Председатель /, 'председателя '], [/^Генеральный директор /, 'генерального директора '], [/^Управляющий директор /, 'управляющего директора '],
];

/** @param {string} ru @param {string} kk @param {boolean} deputy @returns {Post} */
function post(ru, kk, deputy) {
  const of = GENITIVE.reduce((text, [form, genitive]) => text.replace(form, genitive), ru);
  return { title: { ru, kk }, acting: { ru: `И.о. ${of}`, kk: `${kk} м.а.` }, deputy };
}
