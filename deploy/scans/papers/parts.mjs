import { drawEmblem } from '../ink/marks.mjs';
import { MM } from '../ink/pen.mjs';
import { wrapped } from '../page/flow.mjs';
import { lineHeight, widthOf } from '../page/sheet.mjs';
import { dateText, DATE_FORMS } from '../texts/dates.mjs';
import { partOf } from '../texts/people.mjs';
import { filled, PHRASES } from '../texts/phrases.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../ink/pen.mjs').Box} Box */

/** The head of an official form: both languages around an emblem, and a line. @param {Paper} paper */
export function writeLetterhead({ flow, story, random }) {
  const colour = random.pick(story.family === 'tune' ? ['#1d4f91', '#101010', '#1f5fa8'] : ['#2b62c4', '#202020', '#3a3a8c']);
  const { face } = flow.look;
  const middle = (flow.left + flow.right) / 2;
  const size = random.real(14, 19);
  const top = random.real(9, 14);
  const room = (flow.right - flow.left - size - 10) / 2;
  const points = random.pick([9.5, 10, 10.5, 11]);
  const bottoms = [story.body.name.kk, story.body.name.ru].map((name, i) => {
    const lines = wrapped(name.toUpperCase(), (line) => widthOf(line, { face, points, bold: true }), room);
    const x = i === 0 ? flow.left + room / 2 : flow.right - room / 2;
    lines.forEach((line, k) => flow.sheet.line(line, x, top + 4 + (k + 1) * lineHeight(points) * 1.2, { face, points, bold: true, align: 'center', colour }));
    return top + 4 + lines.length * lineHeight(points) * 1.2;
  });
  const own = random.fork('emblem');
  flow.sheet.print.push((context) => void drawEmblem(context, { x: middle * MM, y: (top + size / 2) * MM, size: size * MM, family: story.family }, own));
  const y = Math.max(top + size, ...bottoms) + 4;
  flow.sheet.rule(flow.left, y, flow.right, y, random.pick([0.3, 0.5, 0.8]), colour);
  if (random.chance(0.4)) flow.sheet.rule(flow.left, y + 1, flow.right, y + 1, 0.2, colour);
  flow.y = y + 5;
}

/** @param {Paper} paper @param {Tongue} tongue */
export function writeHeading(paper, tongue) {
  const { flow, story, random } = paper;
  const heads = PHRASES[tongue].heads[story.kind].filter((head) => !head.includes('/'));
  const head = random.pick(heads);
  const points = flow.look.points + random.pick([0, 0, 1, 2]);
  flow.gap(3);
  flow.paragraph(head, { bold: true, align: 'center', points });
  if (story.kind !== 'order') writeTitle(paper, tongue);
}

/** @param {Paper} paper @param {Tongue} tongue */
export function writeTitle({ flow, story, random }, tongue) {
  const title = filled(random.fork('title').pick(partOf(PHRASES[tongue].titles[story.kind], story.family)), tongue, random.fork('year'), { year: story.date.slice(0, 4) });
  const aside = story.kind === 'order' && story.family === 'tune' && random.chance(0.5);
  const width = aside ? 85 : flow.right - flow.left;
  flow.paragraph(title, { bold: flow.look.boldTitles, align: aside ? 'left' : 'center', indent: 0, width });
  flow.gap(4);
}

/** Number and date of the paper, in one of the usual forms. @param {Paper} paper @param {Tongue} tongue */
export function writeNumberLine(paper, tongue) {
  const { flow, story, random } = paper;
  const type = { face: flow.look.face, points: flow.look.points };
  const date = dateText(story.date, tongue, random.pick(DATE_FORMS));
  const number = `${random.pick(['№ ', '№ ', '№'])}${story.number}`;
  const before = story.kind === 'letter' ? { ru: 'Исх. ', kk: 'Шығ. ' }[tongue] : '';
  flow.gap(lineHeight(type.points) * 1.5);
  const y = flow.y;
  const form = random.weighted(/** @type {const} */ ([['number left', 4], ['date left', 3], ['one line', 3]]));
  /** @type {[Box, Box]} number, date */
  const boxes = form === 'one line' ? oneLine(paper, `${before}${number}`, date, tongue) : [
    flow.sheet.line(`${before}${number}`, form === 'number left' ? flow.left : flow.right, y, { ...type, align: form === 'number left' ? 'left' : 'right' }),
    flow.sheet.line(date, form === 'number left' ? flow.right : flow.left, y, { ...type, align: form === 'number left' ? 'right' : 'left' }),
  ];
  paper.numberSpot ??= { page: flow.page, box: boxes[0] };
  paper.dateSpot ??= { page: flow.page, box: boxes[1] };
  if (story.kind !== 'letter' && random.chance(0.4)) cityLine(paper, tongue);
  flow.gap(5);
}

/** @param {Paper} paper @param {string} number @param {string} date @param {Tongue} tongue @returns {[Box, Box]} */
function oneLine({ flow, random }, number, date, tongue) {
  const type = { face: flow.look.face, points: flow.look.points };
  const first = tongue === 'ru' ? `от ${date} ` : `${date} `;
  const centred = random.chance(0.4);
  const whole = widthOf(first + number, type);
  const x = centred ? (flow.left + flow.right - whole) / 2 : flow.left;
  const dateBox = flow.sheet.line(first.trim(), x, flow.y, type);
  const numberBox = flow.sheet.line(number, x + widthOf(first, type), flow.y, type);
  return [numberBox, dateBox];
}

/** @param {Paper} paper @param {Tongue} tongue */
function cityLine({ flow, story }, tongue) {
  const city = story.body.city[tongue];
  flow.gap(lineHeight(flow.look.points) * 1.3);
  flow.sheet.line(tongue === 'ru' ? `г. ${city}` : `${city} қ.`, (flow.left + flow.right) / 2, flow.y, { face: flow.look.face, points: flow.look.points, align: 'center' });
}

/** The addressee at the right of a letter. @param {Paper} paper @param {Tongue} tongue */
export function writeAddressee({ flow, story, random }, tongue) {
  const lines = random.pick(partOf(PHRASES[tongue].titles.letter, story.family)).split('\n');
  const { face, points } = flow.look;
  const x = random.real(108, 118);
  for (const line of lines) {
    flow.gap(lineHeight(points) * 1.2);
    flow.sheet.line(line, x, flow.y, { face, points, bold: flow.look.boldTitles });
  }
  flow.gap(5);
}

/** Who prepared the letter, in small print at the foot. @param {Paper} paper @param {Tongue} tongue */
export function writePerformer({ flow, story, random }, tongue) {
  const person = story.colleagues[0]?.person;
  if (!person) return;
  const y = flow.floor + 4;
  const text = tongue === 'ru' ? `Исп.: ${person.ru} ${person.initials.ru}` : `Орынд.: ${person.kk} ${person.initials.kk}`;
  const type = { face: flow.look.face, points: 9 };
  flow.sheet.line(text, flow.left, y, type);
  flow.sheet.line(`тел. ${random.integer(20, 79)}-${random.integer(10, 99)}-${random.integer(10, 99)}`, flow.left, y + 4, type);
}

/** A page that follows the signature. @param {Paper} paper @param {Tongue} tongue @param {boolean} [isNew] false: on the page that was begun */
export function writeAnnexHead({ flow, story, random }, tongue, isNew = true) {
  if (isNew) flow.newSheet();
  const { face, points } = flow.look;
  const date = dateText(story.date, tongue, 'words');
  const lines = tongue === 'ru'
    ? [`Приложение ${random.integer(1, 3)}`, `к приказу от ${date}`, `№ ${story.number ?? ''}`]
    : [`${date}`, `№ ${story.number ?? ''} бұйрыққа`, `${random.integer(1, 3)}-қосымша`];
  for (const line of lines) {
    flow.gap(lineHeight(points) * 1.15);
    flow.sheet.line(line, flow.right, flow.y, { face, points: points - 1, align: 'right' });
  }
  flow.gap(8);
}

