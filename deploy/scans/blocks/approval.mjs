import { MM } from '../ink/pen.mjs';
import { around, lineHeight, widthOf } from '../page/sheet.mjs';
import { wrapped } from '../page/flow.mjs';
import { dateText, emptyDate } from '../texts/dates.mjs';
import { nameOf } from '../texts/people.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Block} Block */
/** @typedef {import('../paper.mjs').Signer} Signer */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../ink/pen.mjs').Box} Box */
/** @typedef {'left' | 'center' | 'right'} Align */
/**
 * @typedef {object} ApprovalLook
 * @property {Record<Tongue, string>} word
 * @property {boolean} boldWord
 * @property {Align} align
 * @property {number} width millimetres
 * @property {'after line' | 'alone' | 'below line' | 'wide gap'} nameForm
 * @property {boolean} surnameFirst
 * @property {boolean} numberLine
 * @property {import('../texts/dates.mjs').DateForm} dateForm
 * @property {boolean} boldName
 */

/** @type {Record<import('../paper.mjs').Family, { words: Record<Tongue, string>[], aligns: Align[], nameForms: ApprovalLook['nameForm'][] }>} */
const MANNERS = {
  tune: {
    words: [{ ru: 'УТВЕРЖДАЮ', kk: 'БЕКІТЕМІН' }, { ru: '«УТВЕРЖДАЮ»', kk: '«БЕКІТЕМІН»' }, { ru: 'Утверждаю', kk: 'Бекітемін' }],
    aligns: ['left', 'center'],
    nameForms: ['after line', 'alone', 'wide gap'],
  },
  report: {
    words: [{ ru: 'УТВЕРЖДАЮ:', kk: 'БЕКІТЕМІН:' }, { ru: 'УТВЕРЖДАЮ', kk: 'БЕКІТЕМІН' }, { ru: '«Утверждаю»', kk: '«Бекітемін»' }],
    aligns: ['left', 'right'],
    nameForms: ['below line', 'after line', 'alone'],
  },
};

/** @param {Paper} paper @returns {ApprovalLook} */
export function approvalLook({ story, random }) {
  const manner = MANNERS[story.family];
  return {
    word: random.pick(manner.words),
    boldWord: random.chance(0.6),
    align: random.pick(manner.aligns),
    width: random.real(68, 82),
    nameForm: random.pick(manner.nameForms),
    surnameFirst: random.chance(0.12),
    numberLine: random.chance(0.1),
    dateForm: random.pick(['quoted', 'words', 'digits', 'quoted']),
    boldName: random.chance(0.25),
  };
}

/**
 * @param {Paper} paper
 * @param {{ x: number, y: number, tongue: Tongue, signer: Signer, word?: string }} what millimetres of the top left corner
 * @param {ApprovalLook} look
 * @returns {{ block: Block, bottom: number }}
 */
export function writeApproval(paper, { x, y, tongue, signer, word }, look) {
  const { flow, story } = paper;
  const column = columnOf(paper, x, y, look);
  const boxes = [column.write(word ?? look.word[tongue], look.boldWord)];
  const position = signer.position[tongue];
  for (const line of column.broken(position)) boxes.push(column.write(line, false));
  const name = nameOf(signer.person, tongue, look.surnameFirst);
  const signed = writeName(column, name, look, x);
  boxes.push(signed.box);
  if (look.numberLine) boxes.push(column.write('№ ________', false));
  const dated = writeDate(column, paper, tongue, look);
  if (dated) boxes.push(dated);
  if (dated && story.dating === 'typed' && !paper.dateSpot) paper.dateSpot = { page: flow.page, box: dated };
  /** @type {Block} */
  const block = {
    role: 'approval', page: flow.page, box: around(boxes), position, name, signer, place: signed.place,
    dateSpot: dated && story.dating === 'by hand' ? handSpot(column, story.date, tongue, dated) : null, inkBox: null, forBox: null, stamped: false, counts: true,
  };
  paper.blocks.push(block);
  return { block, bottom: column.y };
}

/**
 * A narrow column of lines.
 * @param {Paper} paper @param {number} x @param {number} y @param {ApprovalLook} look
 */
function columnOf({ flow }, x, y, { align, width }) {
  const { face, points, leading } = flow.look;
  const step = lineHeight(points) * Math.max(1.05, leading);
  const at = { left: x, center: x + width / 2, right: x + width }[align];
  return {
    y, step, width,
    face, points,
    sheet: flow.sheet,
    /** @param {string} text */
    broken: (text) => wrapped(text, (line) => widthOf(line, { face, points }), width),
    /** @param {string} text @param {boolean} bold @returns {Box} */
    write(text, bold) {
      this.y += this.step;
      return this.sheet.line(text, at, this.y, { face, points, bold, align });
    },
  };
}

/** @typedef {ReturnType<typeof columnOf>} Column */

/**
 * @param {Column} column @param {string} name @param {ApprovalLook} look @param {number} x
 * @returns {{ box: Box, place: import('../paper.mjs').Place }}
 */
function writeName(column, name, { nameForm, boldName, align }, x) {
  const type = { face: column.face, points: column.points, bold: boldName };
  column.y += column.step * 0.45;
  if (nameForm === 'wide gap') {
    const box = column.sheet.line(name, x + column.width, (column.y += column.step), { ...type, align: 'right' });
    return { box, place: place(x, column.y, box[0] / MM - x - 1) };
  }
  if (nameForm === 'alone') {
    column.y += 2;
    const box = column.write(name, boldName);
    return { box, place: place(box[0] / MM - 14, column.y - 1, 34) };
  }
  if (nameForm === 'below line') {
    const line = column.write('_____________________', false);
    const box = column.write(name, boldName);
    return { box: around([line, box]), place: place(line[0] / MM, column.y - column.step, (line[2] - line[0]) / MM) };
  }
  const line = align === 'center' ? '______________' : '_______________';
  const box = column.write(`${line} ${name}`, boldName);
  return { box, place: place(box[0] / MM, column.y, widthOf(line, type)) };
}

/** Where to sign above a base line. @param {number} x @param {number} baseline @param {number} width millimetres */
function place(x, baseline, width) {
  const wide = Math.max(22, Math.min(46, width));
  return { x: x * MM, y: (baseline - 11) * MM, width: wide * MM, height: 13 * MM };
}

/** @param {Column} column @param {Paper} paper @param {Tongue} tongue @param {ApprovalLook} look @returns {Box | null} */
function writeDate(column, { story }, tongue, { dateForm }) {
  if (story.dating === 'empty') return null;
  return column.write(story.dating === 'by hand' ? emptyDate(story.date, tongue).printed : dateText(story.date, tongue, dateForm), false);
}

/** Where day and month go on a line that leaves room for them. @param {Column} column @param {string} iso @param {Tongue} tongue @param {Box} box @returns {Block['dateSpot']} */
function handSpot(column, iso, tongue, box) {
  const { beforeDay, beforeMonth, day, month } = emptyDate(iso, tongue);
  const after = (/** @type {string} */ text) => box[0] + widthOf(text, { face: column.face, points: column.points }) * MM;
  return { y: box[3] - (box[3] - box[1]) * 0.22, words: [{ text: day, x: after(beforeDay) }, { text: month, x: after(beforeMonth) }] };
}
