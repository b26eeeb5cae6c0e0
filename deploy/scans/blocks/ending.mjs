import { MM } from '../ink/pen.mjs';
import { wrapped } from '../page/flow.mjs';
import { around, lineHeight, widthOf } from '../page/sheet.mjs';
import { nameOf } from '../texts/people.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Block} Block */
/** @typedef {import('../paper.mjs').Signer} Signer */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../ink/pen.mjs').Box} Box */
/** @typedef {'name right' | 'line between' | 'name right first' | 'name below' | 'line and word' | 'right half'} EndForm */
/** @typedef {{ form: EndForm, bold: boolean, surnameFirst: boolean, room: number, place: boolean }} EndLook place: "М.П." is printed */

/** @type {Record<import('../paper.mjs').Family, readonly (readonly [EndForm, number])[]>} */
const FORMS = {
  tune: [['name right', 6], ['line between', 3], ['name below', 2], ['name right first', 1]],
  report: [['name right', 4], ['line and word', 3], ['right half', 2], ['line between', 2], ['name below', 1]],
};

/** @param {Paper} paper @returns {EndLook} */
export function endLook({ story, random }) {
  return {
    form: random.weighted(FORMS[story.family]),
    bold: random.chance(0.55),
    surnameFirst: random.chance(0.12),
    room: random.real(58, 78),
    place: random.chance(0.12),
  };
}

/**
 * A block below the text: position, room for the signature, name.
 * @param {Paper} paper @param {Signer} signer @param {Tongue} tongue @param {EndLook} look
 * @param {{ label?: string, role?: Block['role'] }} [more] a label stands before the position
 * @returns {Block}
 */
export function writeEnding(paper, signer, tongue, look, more = {}) {
  const { flow } = paper;
  const position = signer.position[tongue];
  const name = nameOf(signer.person, tongue, look.surnameFirst);
  flow.need(34);
  const made = WRITERS[look.form](flow, { position: more.label ? `${more.label}: ${position}` : position, name, tongue }, look);
  if (look.place) flow.sheet.line(tongue === 'ru' ? 'М.П.' : 'М.О.', flow.left + 4, (flow.y += 8), { face: flow.look.face, points: flow.look.points - 1 });
  /** @type {Block} */
  const block = {
    role: more.role ?? 'end', page: flow.page, box: made.box, position: more.label ? `${more.label}: ${position}` : position, name, signer, place: made.place,
    dateSpot: null, inkBox: null, forBox: null, stamped: false, counts: true,
  };
  paper.blocks.push(block);
  return block;
}

/** @typedef {import('../page/flow.mjs').Flow} Flow */
/** @typedef {{ position: string, name: string, tongue: Tongue }} Words */
/** @typedef {{ box: Box, place: import('../paper.mjs').Place }} Made */

/** @type {Record<EndForm, (flow: Flow, words: Words, look: EndLook) => Made>} */
const WRITERS = {
  'name right': (flow, words, look) => apart(flow, words, look, 'last'),
  'name right first': (flow, words, look) => apart(flow, words, look, 'first'),
  'line between': (flow, words, look) => apart(flow, words, look, 'last', '________________'),
  'line and word': lineAndWord,
  'name below': below,
  'right half': rightHalf,
};

/** @param {Flow} flow @param {string} position @param {EndLook} look @param {number} x @param {number} room @returns {Box[]} */
function positionLines(flow, position, look, x, room) {
  const { face, points } = flow.look;
  const type = { face, points, bold: look.bold };
  const step = lineHeight(points) * 1.12;
  return wrapped(position, (line) => widthOf(line, type), room).map((line) => flow.sheet.line(line, x, (flow.y += step), type));
}

/** @param {Flow} flow @param {Words} words @param {EndLook} look @param {'first' | 'last'} level @param {string} [line] @returns {Made} */
function apart(flow, words, look, level, line = '') {
  const type = { face: flow.look.face, points: flow.look.points, bold: look.bold };
  const boxes = positionLines(flow, words.position, look, flow.left, look.room);
  const beside = level === 'first' ? boxes[0] : boxes.at(-1);
  const baseline = (beside?.[3] ?? 0) / MM - lineHeight(type.points) * 0.22;
  const name = flow.sheet.line(words.name, flow.right, baseline, { ...type, align: 'right' });
  const from = flow.left + look.room + 2;
  const to = name[0] / MM - 2;
  if (line) {
    const middle = (from + to) / 2;
    boxes.push(flow.sheet.line(line, middle, baseline, { face: type.face, points: type.points, align: 'center' }));
  }
  return { box: around([...boxes, name]), place: placeBetween(from, to, baseline) };
}

/** @param {number} from @param {number} to @param {number} baseline millimetres */
function placeBetween(from, to, baseline) {
  const width = Math.max(24, Math.min(48, to - from));
  return { x: ((from + to) / 2 - width / 2) * MM, y: (baseline - 11) * MM, width: width * MM, height: 14 * MM };
}

/** A line with a tiny word below it. @param {Flow} flow @param {Words} words @param {EndLook} look @returns {Made} */
function lineAndWord(flow, words, look) {
  const made = apart(flow, words, look, 'last', '__________________');
  const { x, width } = made.place;
  const word = words.tongue === 'ru' ? '(подпись)' : '(қолы)';
  const baseline = made.box[3] / MM + 2.4;
  flow.sheet.line(word, (x + width / 2) / MM, baseline, { face: flow.look.face, points: 8, align: 'center' });
  flow.y = Math.max(flow.y, baseline);
  return made;
}

/** @param {Flow} flow @param {Words} words @param {EndLook} look @returns {Made} */
function below(flow, words, look) {
  const type = { face: flow.look.face, points: flow.look.points, bold: look.bold };
  const boxes = positionLines(flow, words.position, look, flow.left, 100);
  const line = '__________________ ';
  flow.y += lineHeight(type.points) * 2;
  const name = flow.sheet.line(line + words.name, flow.left, flow.y, type);
  const wide = widthOf(line, type);
  return { box: around([...boxes, name]), place: { x: flow.left * MM, y: (flow.y - 10.5) * MM, width: Math.max(26, wide) * MM, height: 13 * MM } };
}

/** Position, room, and name one below another in the right half. @param {Flow} flow @param {Words} words @param {EndLook} look @returns {Made} */
function rightHalf(flow, words, look) {
  const x = (flow.left + flow.right) / 2 - 2;
  const type = { face: flow.look.face, points: flow.look.points, bold: look.bold };
  const boxes = positionLines(flow, words.position, look, x, flow.right - x);
  flow.y += 13;
  const name = flow.sheet.line(words.name, flow.right, flow.y, { ...type, align: 'right' });
  return { box: around([...boxes, name]), place: placeBetween(x, Math.min(x + 46, name[0] / MM + 8), flow.y - 1) };
}
