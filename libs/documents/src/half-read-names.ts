import { namesOnLine } from './blocks/names-on-page.js';
import type { Box } from './document.js';
import { signaturesOf } from './marks/signatures-on-page.js';
import { studyPage, type PageStudy } from './page-study.js';
import { linesOf } from './words/lines.js';
import type { PageReader } from './words/page-reader.js';
import { readAgain } from './words/second-reading.js';
import { lettersOf, type Cell, type Line } from './words/word.js';

/** Rows of one page that are read again at most: each takes a tenth of a second. */
const mostRows = 6;

/**
 * Looks again for blocks whose name a stroke has half hidden: initials without a surname, a surname without initials, or a
 * position with a signature to its right and no name at all.
 */
export async function readHalfNames(study: PageStudy, expected: readonly string[], reader: PageReader): Promise<PageStudy> {
  const { read } = study;
  const rows = read.isDigital ? [] : read.lines.filter((line) => isHalfRead(line, study)).slice(0, mostRows);
  let lines = read.lines;
  for (const row of rows) {
    const whole = await rowAgain(row, study, expected, reader);
    lines = lines.map((line) => (line === row ? (whole ?? row) : line));
  }
  if (lines === read.lines) return study;
  const again = studyPage(read, { expected, seeksApproval: study.approval !== null, seeksEnds: true }, lines);
  return again.ends.length > study.ends.length ? { ...study, ends: again.ends } : study;
}

function isHalfRead(line: Line, study: PageStudy): boolean {
  const { read, approval, ends, agreement } = study;
  const { width } = read.view.print;
  const [position, ...others] = line.cells.filter(({ text }) => lettersOf(text) > 0);
  const isPosition = position !== undefined && position.box[0] < width * 0.4 && position.box[2] < width * 0.55 && lettersOf(position.text) >= 4;
  const isInBlock = [approval, ...ends, ...agreement].some((block) => block !== null && line.box[1] < block.box[3] && line.box[3] > block.box[1]);
  if (!isPosition || isInBlock) return false;
  return others.length === 0 ? isSignedBeside(position, study) : others.length === 1 && isHalfName(others[0]!, width);
}

function isHalfName({ text, box }: Cell, width: number): boolean {
  return box[0] > width * 0.5 && /^(\p{Lu}\s?\.\s?){1,2}$|^\p{Lu}[\p{Ll}-]{3,}$/u.test(text.trim());
}

function isSignedBeside({ box }: Cell, { read }: PageStudy): boolean {
  const middle = (box[1] + box[3]) / 2;
  return signaturesOf(read.marks).some((mark) => mark.box[0] > box[2] - 5 * read.view.mm && mark.box[1] < middle && mark.box[3] > middle);
}

/** The row with the name that another reading found at its right; undefined when none did. */
async function rowAgain(row: Line, { read, masks }: PageStudy, expected: readonly string[], reader: PageReader): Promise<Line | undefined> {
  const { mm, print } = read.view;
  const position = row.cells.filter(({ box }) => box[2] < print.width * 0.55);
  const right: Box = [print.width * 0.45, row.box[1] - 3 * mm, print.width - 6 * mm, row.box[3] + 3 * mm];
  for (const colour of ['faded', 'kept'] as const) {
    const found = await readAgain(read, masks.rules, right, { reader, layout: 'block', colour });
    const named = found.find((line) => namesOnLine(line, expected).length > 0);
    if (named !== undefined) return linesOf([...position, ...named.cells].flatMap(({ words }) => words), mm)[0];
  }
  return undefined;
}
