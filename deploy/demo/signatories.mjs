// Signatories of the demonstration scans (invented people): whose register they stand in and since when, so that a scan that is
// in order passes for that body. The Auliekol district repeats those of the region's apparatus: its executor shows the scans.
const person = (ru, kk = ru) => ({ ru, kk });
const SERIKOV = person('А.Б. Сериков');
const KOZHAKHMETOV = person('С.А. Кожахметов', 'С.Ә. Қожахметов');
const NURLANOV = person('Е.К. Нурланов', 'Е.Қ. Нұрланов');
const ISKAKOVA = person('К.Е. Искакова', 'К.Е. Ысқақова');
const ZHUMABAEVA = person('М.Т. Жумабаева', 'М.Т. Жұмабаева');
const TULEGENOV = person('Б.Ж. Тулегенов', 'Б.Ж. Төлегенов');
const AKHMETOVA = person('Г.М. Ахметова');
const OSPANOV = person('Д.С. Оспанов');
const PETRENKO = person('Р.И. Петренко');

const APPARATUS = { ru: 'Руководитель аппарата акима Костанайской области', kk: 'Қостанай облысы әкімі аппаратының басшысы' };
const ZHAMBYL_DEPUTY = { ru: 'Заместитель акима Жамбылской области', kk: 'Жамбыл облысы әкімінің орынбасары' };
const EDUCATION = { ru: 'Руководитель управления образования', kk: 'Білім басқармасының басшысы' };
const RUDNY = { ru: 'Аким города Рудного', kk: 'Рудный қаласының әкімі' };
const RUDNY_ACTING = { ru: 'И.о. акима города Рудного', kk: 'Рудный қаласы әкімінің м.а.' };
const VICE_MINISTER = { ru: 'Вице-министр юстиции Республики Казахстан', kk: 'Қазақстан Республикасының Әділет вице-министрі' };
const CHAIR = { ru: 'Председатель Правления АО «Қазақ Сапа»', kk: '«Қазақ Сапа» АҚ Басқарма төрағасы' };

const row = (organisationId, personName, position, level, { from = '2019-01-01', until = null, acting } = {}) => ({
  organisationId, personName, position, level, ...(acting ? { acting } : {}), from, until,
});

/** Rows of the register of heads; `kazakhSapa` is the id of the entity «Қазақ Сапа». */
export function signatories(kazakhSapa) {
  const apparatus = [SERIKOV, KOZHAKHMETOV, NURLANOV, ISKAKOVA, ZHUMABAEVA, TULEGENOV];
  return [
    ...apparatus.map((name) => row('akimat-kostanay', name, APPARATUS, 'head-of-apparatus')),
    row('akimat-kostanay', OSPANOV, EDUCATION, 'first-head'),
    ...[SERIKOV, KOZHAKHMETOV, NURLANOV].map((name) => row('akimat-kostanay-auliekol', name, APPARATUS, 'head-of-apparatus')),
    ...[AKHMETOVA, TULEGENOV, PETRENKO].map((name) => row('akimat-zhambyl', name, ZHAMBYL_DEPUTY, 'deputy')),
    ...[PETRENKO, TULEGENOV].map((name) => row('akimat-zhambyl', name, EDUCATION, 'first-head')),
    row('akimat-kostanay-rudny-city', PETRENKO, RUDNY, 'akim', { until: '2024-06-30' }),
    row('akimat-kostanay-rudny-city', SERIKOV, RUDNY_ACTING, 'akim', {
      from: '2023-01-09', until: '2023-02-28', acting: { orderNumber: '7-ж', orderDate: '2023-01-06' },
    }),
    row('akimat-kostanay-rudny-city', SERIKOV, RUDNY, 'akim', { from: '2024-07-01', until: '2024-12-31' }),
    row('akimat-kostanay-rudny-city', OSPANOV, RUDNY, 'akim', { from: '2025-01-01' }),
    ...[AKHMETOVA, ZHUMABAEVA].map((name) => row('cgo-mj', name, VICE_MINISTER, 'deputy')),
    row(kazakhSapa, ZHUMABAEVA, CHAIR, 'first-head', { until: '2022-06-30' }),
    row(kazakhSapa, NURLANOV, CHAIR, 'first-head', { from: '2022-07-01' }),
  ];
}
