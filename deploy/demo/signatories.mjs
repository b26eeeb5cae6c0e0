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
const APPARATUS_ACTING = { ru: 'И.о. руководителя аппарата акима Костанайской области', kk: 'Қостанай облысы әкімі аппаратының басшысы м.а.' };
const ZHAMBYL_DEPUTY = { ru: 'Заместитель акима Жамбылской области', kk: 'Жамбыл облысы әкімінің орынбасары' };
const EDUCATION = { ru: 'Руководитель управления образования', kk: 'Білім басқармасының басшысы' };
const RUDNY = { ru: 'Аким города Рудного', kk: 'Рудный қаласының әкімі' };
const RUDNY_ACTING = { ru: 'И.о. акима города Рудного', kk: 'Рудный қаласы әкімінің м.а.' };
const VICE_MINISTER = { ru: 'Вице-министр юстиции Республики Казахстан', kk: 'Қазақстан Республикасының Әділет вице-министрі' };
const COMPLIANCE = { ru: 'Комплаенс-офицер', kk: 'Комплаенс-офицер' };
const CHAIR = { ru: 'Председатель Правления АО «Қазақ Сапа»', kk: '«Қазақ Сапа» АҚ Басқарма төрағасы' };

const row = (organisationId, chairId, personName, position, { from = '2019-01-01', until = null, acting } = {}) => ({
  organisationId, chairId, personName, position, level: chairId.replace(/-\d+$/, ''), ...(acting ? { acting } : {}), from, until,
});
/** Holders of one chair, each from a day until the day before the next one's. */
const inTurn = (organisationId, chairId, position, turns, until = null) =>
  turns.map(([from, name], index) => row(organisationId, chairId, name, position, { from, until: dayBefore(turns[index + 1]?.[0]) ?? until }));
const dayBefore = (day) => day && new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

// The demonstration scans name these people on these days as heads of one apparatus, so that they come and go.
const APPARATUS_TURNS = [
  ['2019-01-01', SERIKOV],
  ['2022-09-01', KOZHAKHMETOV],
  ['2023-02-01', SERIKOV],
  ['2023-06-01', NURLANOV],
  ['2023-07-01', KOZHAKHMETOV],
  ['2024-01-01', ZHUMABAEVA],
  ['2024-03-01', KOZHAKHMETOV],
  ['2024-09-01', SERIKOV],
  ['2025-01-01', KOZHAKHMETOV],
];
/** From this day the district has a head of apparatus of its own (generate-heads.mjs). */
export const DISTRICT_APPARATUS_FROM = '2026-01-01';

/** Rows of the register of heads; `kazakhSapa` is the id of the entity «Қазақ Сапа». */
export function signatories(kazakhSapa) {
  return [
    ...inTurn('akimat-kostanay', 'head-of-apparatus', APPARATUS, APPARATUS_TURNS),
    row('akimat-kostanay', 'head-of-apparatus', ISKAKOVA, APPARATUS_ACTING, {
      from: '2025-03-10', until: '2025-04-10', acting: { orderNumber: '19-ж', orderDate: '2025-03-07' },
    }),
    // Heads of managements sign for the akimat; the register holds them as its deputies do.
    row('akimat-kostanay', 'deputy-1', OSPANOV, EDUCATION),
    ...inTurn('akimat-kostanay-auliekol', 'head-of-apparatus', APPARATUS, APPARATUS_TURNS, dayBefore(DISTRICT_APPARATUS_FROM)),
    ...[AKHMETOVA, TULEGENOV, PETRENKO].map((name, index) => row('akimat-zhambyl', `deputy-${index + 1}`, name, ZHAMBYL_DEPUTY)),
    ...inTurn('akimat-zhambyl', 'deputy-4', EDUCATION, [['2019-01-01', PETRENKO], ['2023-01-01', TULEGENOV]]),
    ...inTurn('akimat-kostanay-rudny-city', 'akim', RUDNY, [['2019-01-01', PETRENKO], ['2024-07-01', SERIKOV], ['2025-01-01', OSPANOV]]),
    row('akimat-kostanay-rudny-city', 'akim', SERIKOV, RUDNY_ACTING, {
      from: '2023-01-09', until: '2023-02-28', acting: { orderNumber: '7-ж', orderDate: '2023-01-06' },
    }),
    ...[AKHMETOVA, ZHUMABAEVA].map((name, index) => row('cgo-mj', `deputy-${index + 1}`, name, VICE_MINISTER)),
    ...inTurn(kazakhSapa, 'first-head', CHAIR, [['2019-01-01', ZHUMABAEVA], ['2022-07-01', NURLANOV]]),
    row(kazakhSapa, 'compliance-officer-1', ISKAKOVA, COMPLIANCE, { from: '2022-07-01' }),
  ];
}
