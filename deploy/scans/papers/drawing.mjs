import { MM } from '../ink/pen.mjs';
import { ACROSS } from '../page/sheet.mjs';
import { nameOf, personOf } from '../texts/people.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../paper.mjs').Place} Place */
/** @typedef {{ x: number, y: number }} Point millimetres */

/** The title block of a drawing, after GOST 21.101: widths of the columns and height of the rows, millimetres. */
const COLUMNS = [10, 10, 10, 10, 15, 10, 70, 15, 15, 20];
const ROW = 5;
const ROWS = 11;
const WIDTH = COLUMNS.reduce((sum, column) => sum + column, 0);
const ROLES = { ru: ['Разработал', 'Проверил', 'ГИП', 'Н. контр.', 'Утвердил'], kk: ['Әзірлеген', 'Тексерген', 'ЖБИ', 'Н. бақылау', 'Бекіткен'] };
const WORDS = { ru: { title: 'План этажа. Схема постов охраны', stage: 'Стадия', sheet: 'Лист', sheets: 'Листов' }, kk: { title: 'Қабат жоспары. Күзет бекеттерінің сызбасы', stage: 'Саты', sheet: 'Парақ', sheets: 'Парақтар' } };

/** A drawing on A3 with its title block; those who drew and proved it have signed there. @param {Paper} paper @param {Tongue} tongue */
export function writeDrawing(paper, tongue) {
  const { flow } = paper;
  flow.turnTo(ACROSS.A3);
  const { width, height } = ACROSS.A3;
  frame(paper, { x: 20, y: 5 }, { x: width - 5, y: height - 5 }, 0.5);
  writePlan(paper);
  writeTitleBlock(paper, tongue, { x: width - 5 - WIDTH, y: height - 5 - ROWS * ROW });
}

/** @param {Paper} paper @param {Point} from @param {Point} to @param {number} thick */
function frame({ flow: { sheet } }, from, to, thick) {
  for (const y of [from.y, to.y]) sheet.rule(from.x, y, to.x, y, thick);
  for (const x of [from.x, to.x]) sheet.rule(x, from.y, x, to.y, thick);
}

/** Rooms, axes and measures. @param {Paper} paper */
function writePlan(paper) {
  const { flow, random } = paper;
  const own = random.fork('plan');
  const [top, bottom] = [40, own.real(150, 190)];
  const type = { face: flow.look.face, points: 8 };
  const walls = [50];
  while ((walls.at(-1) ?? 0) < 330) walls.push((walls.at(-1) ?? 0) + own.real(22, 60));
  frame(paper, { x: 50, y: top }, { x: walls.at(-1) ?? 330, y: bottom }, 0.7);
  walls.forEach((x, place) => {
    const end = place % 2 === 0 ? bottom : own.real(top + 30, bottom);
    flow.sheet.rule(x, top, x, end, 0.5);
    flow.sheet.rule(x, bottom, x, bottom + 16, 0.15);
    flow.sheet.line(String(place + 1), x, bottom + 20, { ...type, align: 'center' });
    const next = walls[place + 1];
    if (next) flow.sheet.line(String(Math.round((next - x) * 100)), (x + next) / 2, bottom + 11, { ...type, align: 'center' });
    if (next && own.chance(0.6)) flow.sheet.line(`${own.integer(6, 60)},${own.integer(0, 9)}`, (x + next) / 2, top + own.real(12, 40), { ...type, align: 'center' });
  });
  flow.sheet.rule(50, bottom + 12, walls.at(-1) ?? 330, bottom + 12, 0.15);
}

/** @param {Paper} paper @param {Tongue} tongue @param {Point} corner */
function writeTitleBlock(paper, tongue, corner) {
  const { flow, story, random } = paper;
  const edges = COLUMNS.reduce((list, column) => [...list, (list.at(-1) ?? 0) + column], [corner.x]);
  const at = (/** @type {number} */ column) => edges[column] ?? corner.x;
  const foot = corner.y + ROWS * ROW;
  frame(paper, corner, { x: at(10), y: foot }, 0.5);
  for (let row = 1; row < ROWS; row += 1) flow.sheet.rule(corner.x, corner.y + row * ROW, at(6), corner.y + row * ROW, 0.2);
  for (const column of [1, 2, 3, 4, 5, 6]) flow.sheet.rule(at(column), corner.y, at(column), column === 1 || column === 3 ? corner.y + 5 * ROW : foot, column === 6 ? 0.5 : 0.2);
  writeRight(paper, tongue, corner, at);
  const type = { face: flow.look.face, points: 7 };
  ROLES[tongue].forEach((role, place) => {
    const y = corner.y + (6 + place) * ROW;
    const person = personOf(story.family, random.fork(`drawn by ${place}`));
    flow.sheet.line(role, at(0) + 0.8, y - 1.3, type);
    flow.sheet.line(nameOf(person, tongue).replace(/^(?:\S\.\s*)+/u, ''), at(2) + 0.8, y - 1.3, type);
    paper.titleBlock.push({ page: flow.page, surname: person.ru, place: { x: at(4) * MM, y: (y - ROW - 0.5) * MM, width: 14 * MM, height: 6 * MM }, date: { x: (at(5) + 0.6) * MM, y: (y - 1.2) * MM } });
  });
}

/** @param {Paper} paper @param {Tongue} tongue @param {Point} corner @param {(column: number) => number} at */
function writeRight({ flow, story }, tongue, corner, at) {
  const words = WORDS[tongue];
  const type = { face: flow.look.face, points: 9, align: /** @type {const} */ ('center') };
  for (const row of [2, 5, 8]) flow.sheet.rule(at(6), corner.y + row * ROW, at(10), corner.y + row * ROW, 0.5);
  for (const column of [7, 8, 9]) flow.sheet.rule(at(column), corner.y + 5 * ROW, at(column), corner.y + 8 * ROW, 0.3);
  flow.sheet.line(`${story.date.slice(0, 4)}-07-${story.number ?? '1'}-АС`, (at(6) + at(10)) / 2, corner.y + 1.4 * ROW, { ...type, points: 11 });
  flow.sheet.line(words.title, (at(6) + at(7)) / 2, corner.y + 6.8 * ROW, { ...type, points: 7 });
  [words.stage, words.sheet, words.sheets].forEach((word, place) => flow.sheet.line(word, (at(7 + place) + at(8 + place)) / 2, corner.y + 5.7 * ROW, { ...type, points: 7 }));
  ['РП', '1', '1'].forEach((word, place) => flow.sheet.line(word, (at(7 + place) + at(8 + place)) / 2, corner.y + 7.3 * ROW, type));
}
