import { MM } from '../ink/pen.mjs';
import { wrapped } from '../page/flow.mjs';
import { lineHeight, widthOf } from '../page/sheet.mjs';
import { nameOf } from '../texts/people.mjs';
import { PHRASES } from '../texts/phrases.mjs';

/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Block} Block */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../page/flow.mjs').Flow} Flow */
/** @typedef {import('../ink/pen.mjs').Box} Box */

/**
 * A ruled table; rows do not break over pages.
 * @param {Flow} flow @param {readonly string[][]} rows the first row is the head @param {readonly number[]} shares of the width
 * @param {{ points?: number, padding?: number, ruled?: boolean, least?: number }} [set] least: lowest height of a row, millimetres
 * @returns {{ page: number, cells: Box[] }[]}
 */
export function writeTable(flow, rows, shares, { points = 10, padding = 1.6, ruled = true, least = 0 } = {}) {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const width = flow.right - flow.left;
  const edges = shares.reduce((list, share) => [...list, (list.at(-1) ?? 0) + (share / all) * width], [flow.left]);
  const step = lineHeight(points) * 1.15;
  return rows.map((row, index) => {
    const type = { face: flow.look.face, points, bold: index === 0 };
    const cells = row.map((text, i) => wrapped(text, (line) => widthOf(line, type), (edges[i + 1] ?? 0) - (edges[i] ?? 0) - 2 * padding));
    const height = Math.max(least, Math.max(...cells.map((lines) => lines.length)) * step + 2 * padding);
    flow.need(height);
    const top = flow.y;
    cells.forEach((lines, i) => lines.forEach((line, k) => flow.sheet.line(line, (edges[i] ?? 0) + padding, top + padding + (k + 0.82) * step, type)));
    flow.y += height;
    if (ruled) outline(flow, edges, top, flow.y);
    return { page: flow.page, cells: row.map((_, i) => /** @type {Box} */ ([(edges[i] ?? 0) * MM, top * MM, (edges[i + 1] ?? 0) * MM, flow.y * MM])) };
  });
}

/** @param {Flow} flow @param {readonly number[]} edges @param {number} top @param {number} bottom */
function outline(flow, edges, top, bottom) {
  for (const x of edges) flow.sheet.rule(x, top, x, bottom);
  for (const y of [top, bottom]) flow.sheet.rule(edges[0] ?? 0, y, edges.at(-1) ?? 0, y);
}

/**
 * The table in which those agree whose agreement is asked.
 * @param {Paper} paper @param {Tongue} tongue @param {boolean} ruled
 */
export function writeAgreement(paper, tongue, ruled) {
  const { flow, story } = paper;
  const heads = PHRASES[tongue].acts.sheetHeads;
  const rows = story.colleagues.map(({ position, person }) => [position[tongue], '', nameOf(person, tongue)]);
  const written = writeTable(flow, [[...heads], ...rows], [5, 4, 4], { points: Math.min(12, flow.look.points), padding: 2.2, ruled, least: 15 });
  written.slice(1).forEach(({ page, cells }, i) => {
    const signer = story.colleagues[i];
    const [first, middle, last] = cells;
    if (!signer || !first || !middle || !last) return;
    paper.blocks.push({
      role: 'agreement', page, box: [first[0], first[1], last[2], last[3]], position: signer.position[tongue], name: nameOf(signer.person, tongue), signer,
      place: { x: middle[0] + 2 * MM, y: middle[1] + MM, width: middle[2] - middle[0] - 4 * MM, height: middle[3] - middle[1] - 2 * MM },
      dateSpot: null, inkBox: null, forBox: null, stamped: false, counts: true,
    });
  });
}
