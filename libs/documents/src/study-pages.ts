import type { Expectation } from './document.js';
import { signaturesOf } from './marks/signatures-on-page.js';
import { markAt } from './marks/mark-at-block.js';
import { readHalfNames } from './half-read-names.js';
import { studyPage, type PageStudy } from './page-study.js';
import type { PageSource } from './pages/source.js';
import { completeApproval, seekApprovalAgain, seekEndsAgain } from './second-looks.js';
import type { StepClock } from './step-clock.js';
import { detector } from './thresholds.js';
import type { PageReader } from './words/page-reader.js';
import { readPage, type ReadPage } from './words/read-page.js';

/** A paper while it is being checked. */
export interface Paper {
  readonly source: PageSource;
  /** In their order; one that was read in part may be read again wholly. */
  readonly pages: ReadPage[];
  readonly expectation: Expectation;
  readonly reader: PageReader;
  readonly clock: StepClock;
}

/** How many pages before the last one are searched for a block when there is none. */
const farthest = 4;

/**
 * The blocks of the first page, of the last page with content, of signed pages between and of agreement sheets. They are looked
 * for again before they are missing: in a second reading, then further to the front, for annexes may follow the signatures.
 */
export async function studyPages(paper: Paper): Promise<PageStudy[]> {
  const { pages, expectation, reader } = paper;
  const expected = namesOf(expectation);
  const whole = pages.filter((page) => page.isWhole && !page.isBlank);
  let studies = whole.map((page) => studyOf(page, page === pages[0], page === whole.at(-1), expected));
  if (expectation.approval === 'required' && studies.every((study) => study.approval === null)) {
    studies = await seekApprovalAgain(studies, expected, reader);
  }
  studies = await completeApproval(studies, expected, reader);
  const last = studies.at(-1);
  if (last !== undefined) studies = [...studies.slice(0, -1), await readHalfNames(last, expected, reader)];
  if (hasBlocks(studies)) return studies;
  studies = await seekEndsAgain(studies, expected, reader);
  return hasBlocks(studies) ? studies : seekEndsBefore(studies, paper);
}

function namesOf({ signatories }: Expectation): string[] {
  return signatories.map((person) => person.name);
}

function hasBlocks(studies: readonly PageStudy[]): boolean {
  return studies.some((study) => study.approval !== null || study.ends.length + study.agreement.length > 0);
}

/** Before the last page only signed blocks count: a name at the right of a first page is often the addressee's. */
function studyOf(page: ReadPage, isFirst: boolean, isLast: boolean, expected: readonly string[]): PageStudy {
  const isSigned = signaturesOf(page.marks).length > 0;
  const study = studyPage(page, { expected, seeksApproval: isFirst, seeksEnds: isLast || isSigned });
  if (isLast) return study;
  return { ...study, ends: study.ends.filter(({ zone }) => markAt(zone, page.marks).score >= detector.outside.doubtful) };
}

async function seekEndsBefore(studies: readonly PageStudy[], { source, pages, expectation, reader }: Paper): Promise<PageStudy[]> {
  const last = pages.findLastIndex((page) => !page.isBlank);
  for (let index = last - 1; index >= Math.max(0, last - farthest); index -= 1) {
    const page = await wholly(pages[index]!, source, reader);
    pages[index] = page;
    const study = studyPage(page, { expected: namesOf(expectation), seeksApproval: false, seeksEnds: true });
    if (study.ends.length + study.agreement.length > 0) return replaced(studies, study);
  }
  return [...studies];
}

async function wholly(page: ReadPage, source: PageSource, reader: PageReader): Promise<ReadPage> {
  const number = page.view.page;
  return page.isWhole ? page : readPage(source, number, reader, 'whole');
}

function replaced(studies: readonly PageStudy[], study: PageStudy): PageStudy[] {
  const number = study.read.view.page;
  const others = studies.filter(({ read }) => read.view.page !== number);
  return [...others, study].sort((a, b) => a.read.view.page - b.read.view.page);
}
