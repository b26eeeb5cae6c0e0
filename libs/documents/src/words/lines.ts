import type { Box } from '../document.js';
import { unite } from '../pages/geometry.js';
import { words as wordLimits } from '../thresholds.js';
import type { Cell, Line, Word } from './word.js';

/**
 * Groups words into rows by their middles, and each row into cells where the gap is wide.
 * @param mm pixels per millimetre of the picture the words were read from
 */
export function linesOf(words: readonly Word[], mm: number): Line[] {
  const rows: { words: Word[]; top: number; bottom: number }[] = [];
  const byMiddle = words.filter(isLikePrint(words)).sort((a, b) => middle(a.box) - middle(b.box));
  for (const word of byMiddle) {
    const row = rows.findLast((candidate) => sitsIn(word.box, candidate));
    if (row === undefined) {
      rows.push({ words: [word], top: word.box[1], bottom: word.box[3] });
    } else {
      addTo(row, word);
    }
  }
  return rows.map((row) => lineOf(row.words, wordLimits.cellGapMm * mm)).sort((a, b) => a.box[1] - b.box[1]);
}

/** Leaves out what recognition made of strokes and stamps: taller than print, or without any confidence. */
function isLikePrint(words: readonly Word[]): (word: Word) => boolean {
  const heights = Float64Array.from(words, (word) => word.box[3] - word.box[1]).sort();
  const tallest = 2.4 * (heights[Math.floor(heights.length / 2)] ?? 0);
  return ({ text, confidence, box }) => text.trim() !== '' && confidence >= wordLimits.least && box[3] - box[1] <= tallest;
}

function middle(box: Box): number {
  return (box[1] + box[3]) / 2;
}

function sitsIn(box: Box, row: { top: number; bottom: number }): boolean {
  const shared = Math.min(box[3], row.bottom) - Math.max(box[1], row.top);
  return shared > 0.5 * Math.min(box[3] - box[1], row.bottom - row.top);
}

/** The row follows its words as a running mean, so that one tall word does not swallow the neighbouring row. */
function addTo(row: { words: Word[]; top: number; bottom: number }, word: Word): void {
  const count = row.words.length;
  row.top = (row.top * count + word.box[1]) / (count + 1);
  row.bottom = (row.bottom * count + word.box[3]) / (count + 1);
  row.words.push(word);
}

function lineOf(words: readonly Word[], gap: number): Line {
  const sorted = [...words].sort((a, b) => a.box[0] - b.box[0]);
  const groups: Word[][] = [];
  let right = -Infinity;
  for (const word of sorted) {
    if (groups.length === 0 || word.box[0] - right > gap) groups.push([]);
    groups.at(-1)!.push(word);
    right = Math.max(right, word.box[2]);
  }
  const cells = groups.map(cellOf);
  return { cells, text: cells.map((cell) => cell.text).join('  '), box: unite(cells.map((cell) => cell.box)) };
}

export function cellOf(words: readonly Word[]): Cell {
  return { words, text: words.map((word) => word.text).join(' '), box: unite(words.map((word) => word.box)) };
}
