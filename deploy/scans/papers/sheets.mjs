import { writeDrawing } from './drawing.mjs';
import { ACROSS } from '../page/sheet.mjs';
import { writePlanTable, writeProse } from './body.mjs';
import { writeAnnexHead } from './parts.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Tongue} Tongue */

/** Pages of other sizes behind a paper, by the name of the extra. @type {Record<string, (paper: Paper, tongue: Tongue) => void>} */
const SHEETS = {
  across: (paper, tongue) => writeAcross(paper, tongue, ACROSS.A4),
  A3: (paper, tongue) => writeAcross(paper, tongue, ACROSS.A3),
  mixed: (paper, tongue) => {
    writeAcross(paper, tongue, ACROSS.A4);
    paper.flow.turnTo({ width: 210, height: 297 });
    writeProse(paper, tongue);
    writeAcross(paper, tongue, ACROSS.A3);
  },
  drawing: writeDrawing,
};

/** @param {Paper} paper @param {Tongue} tongue */
export function writeSheets(paper, tongue) {
  for (const extra of paper.story.extras) SHEETS[extra]?.(paper, tongue);
}

/** An annex with a table on a page that lies across. @param {Paper} paper @param {Tongue} tongue @param {{ width: number, height: number }} size */
function writeAcross(paper, tongue, size) {
  paper.flow.turnTo(size);
  writeAnnexHead(paper, tongue, false);
  writePlanTable(paper, tongue, paper.random.integer(4, 9));
}
