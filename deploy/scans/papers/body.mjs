import { writeTable } from '../blocks/tables.mjs';
import { nameOf, partOf, personOf } from '../texts/people.mjs';
import { filled, PHRASES, storyteller } from '../texts/phrases.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Tongue} Tongue */

/** Numbered points of an order or a protocol. @param {Paper} paper @param {Tongue} tongue @param {boolean} preamble */
export function writePoints(paper, tongue, preamble) {
  const { flow, story, random } = paper;
  const phrases = PHRASES[tongue];
  const officer = story.colleagues[0] ? nameOf(story.colleagues[0].person, tongue) : '';
  const known = { officer, year: story.date.slice(0, 4) };
  if (preamble) flow.paragraph(filled(random.pick(partOf(phrases.preambles, story.family)), tongue, random, known));
  const points = random.shuffle(partOf(phrases.points, story.family));
  const tell = storyteller(story.family, tongue, random);
  for (let i = 0; i < story.length; i += 1) {
    const point = points[i] ?? tell(1);
    flow.paragraph(`${i + 1}. ${filled(point, tongue, random, known)}${random.chance(0.3) ? ` ${tell(1)}` : ''}`);
    flow.gap(random.chance(0.2) ? 1.5 : 0);
  }
}

/** @param {Paper} paper @param {Tongue} tongue */
export function writeProse(paper, tongue) {
  const { flow, story, random } = paper;
  const tell = storyteller(story.family, tongue, random);
  for (let left = story.length; left > 0;) {
    const sentences = Math.min(left, random.integer(1, 4));
    flow.paragraph(tell(sentences));
    left -= sentences;
  }
}

const SECTIONS = {
  ru: ['Общие положения', 'Основные понятия', 'Цели и задачи', 'Принципы', 'Права и обязанности', 'Порядок сообщения о нарушениях', 'Контроль', 'Ответственность', 'Заключительные положения'],
  kk: ['Жалпы ережелер', 'Негізгі ұғымдар', 'Мақсаттары мен міндеттері', 'Қағидаттар', 'Құқықтар мен міндеттер', 'Бұзушылықтар туралы хабарлау тәртібі', 'Бақылау', 'Жауапкершілік', 'Қорытынды ережелер'],
};

/** Sections with numbered clauses, as a policy has them. @param {Paper} paper @param {Tongue} tongue */
export function writeSections(paper, tongue) {
  const { flow, story, random } = paper;
  const tell = storyteller(story.family, tongue, random);
  let left = story.length;
  for (let section = 1; left > 0; section += 1) {
    flow.gap(3);
    flow.need(20);
    flow.paragraph(`${section}. ${SECTIONS[tongue][section - 1] ?? SECTIONS[tongue].at(-1)}`, { bold: true, align: 'center' });
    flow.gap(1);
    const clauses = Math.min(left, random.integer(3, 6));
    for (let clause = 1; clause <= clauses; clause += 1) flow.paragraph(`${section}.${clause}. ${tell(random.integer(1, 2))}`);
    left -= clauses;
  }
}

/** @param {Paper} paper @param {Tongue} tongue @param {number} [rows] */
export function writePlanTable(paper, tongue, rows = paper.story.length) {
  const { flow, story, random } = paper;
  const phrases = PHRASES[tongue];
  const known = { year: story.date.slice(0, 4) };
  const deeds = random.shuffle(partOf(phrases.planRows, story.family));
  const tell = storyteller(story.family, tongue, random);
  const body = Array.from({ length: rows }, (_, i) => [
    String(i + 1), deeds[i] ?? tell(1), filled(random.pick(phrases.duePatterns), tongue, random, known), nameOf(personOf(story.family, random), tongue),
  ]);
  writeTable(flow, [[...phrases.planHeads], ...body], random.pick([[1, 8, 4, 4], [1, 7, 3.5, 4.5], [0.9, 6, 4, 3.6]]), { points: random.pick([9, 10, 11, 12]), padding: random.real(1.2, 2.4) });
}

/** Two texts side by side, as bilingual papers have them. @param {Paper} paper @param {readonly Tongue[]} tongues @param {number} sentences */
export function writeColumns({ flow, story, random }, tongues, sentences) {
  const width = (flow.right - flow.left - 6) / 2;
  const top = flow.y;
  const ends = tongues.map((tongue, i) => {
    flow.y = top;
    const tell = storyteller(story.family, tongue, random);
    for (let k = 0; k < sentences && flow.y < flow.floor - 62; k += 1) flow.paragraph(tell(1), { x: flow.left + i * (width + 6), width, indent: 5, points: Math.min(flow.look.points, 12) });
    return flow.y;
  });
  flow.y = Math.max(...ends);
}
