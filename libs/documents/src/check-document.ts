import type { Block } from './blocks/block.js';
import type { Box, DocumentCheck, Expectation, FileType } from './document.js';
import type { BlockFacts, Facts } from './facts.js';
import { findMarginStamp } from './electronic/margin-stamp.js';
import { findQrCodes } from './electronic/qr.js';
import { languageOf } from './fields/language.js';
import { findNames, type PersonName } from './fields/names.js';
import { asShown } from './pages/view.js';
import { openPages } from './pages/source.js';
import { missingPagesOf } from './page-numbers.js';
import { blockFacts, studyInk, studyPage, type PageInk, type PageStudy } from './page-study.js';
import { dateOf, kindAgain, kindOf, numberOf } from './paper-fields.js';
import { readPages } from './read-pages.js';
import { completeApproval, seekApprovalAgain, seekEndsAgain, readNameAgain } from './second-looks.js';
import { toCheck } from './to-check.js';
import { needsSecondName } from './rules/signatory.js';
import type { PageReader } from './words/page-reader.js';
import { StepClock } from './step-clock.js';
import type { ReadPage } from './words/read-page.js';

export interface CheckOptions {
  /** Told after each page that was read. */
  readonly onPage?: (page: number, pages: number) => void;
}

/**
 * Reads a paper and judges it against what the task wants. The bytes are only read. Throws when the file cannot be opened:
 * run `inspectFile` before.
 */
export async function checkDocument(
  bytes: Uint8Array,
  type: FileType,
  expectation: Expectation,
  reader: PageReader,
  options: CheckOptions = {},
): Promise<DocumentCheck> {
  const clock = new StepClock();
  const source = await openPages(bytes, type);
  try {
    const pages = await clock.time('reading', () => readPages(source, reader, options.onPage));
    const paper = { pages, expectation, reader, clock };
    return toCheck(await gatherFacts(paper), pages, clock.timings());
  } finally {
    source.close();
  }
}

interface Paper {
  readonly pages: readonly ReadPage[];
  readonly expectation: Expectation;
  readonly reader: PageReader;
  readonly clock: StepClock;
}

async function gatherFacts(paper: Paper): Promise<Facts> {
  const { pages, expectation, reader, clock } = paper;
  const first = pages[0]!;
  const studies = await clock.time('blocks', () => studyPages(paper));
  const inks = await clock.time('ink', () => Promise.resolve(studies.map(studyInk)));
  const blocks = await clock.time('names', () => blocksOf(studies, inks, paper));
  const approvalBlock = studies.find((study) => study.approval !== null)?.approval ?? null;
  const electronic = await clock.time('electronic', () => electronicOf(paper));
  const fields = await clock.time('fields', async () => ({
    number: await numberOf(first, expectation, reader),
    date: await dateOf(first, approvalBlock, expectation, reader),
    missingPages: await missingPagesOf(pages, reader),
  }));
  return {
    expectation,
    kind: kindOf(first) ?? (await clock.time('fields', () => kindAgain(first, approvalBlock, reader))),
    language: languageOf(pages.flatMap((page) => page.words.map((word) => word.text))),
    ...fields,
    approval: blocks.find((block) => block.role === 'approval') ?? null,
    isApprovalAbsent: approvalBlock === null,
    ends: blocks.filter((block) => block.role === 'end'),
    agreement: blocks.filter((block) => block.role === 'agreement'),
    ...stampsOf(studies, inks),
    ...electronic,
    pages: pages.map(({ view, isBlank, quality }) => ({ page: view.page, rotation: view.rotation, isBlank, isPoor: quality === 'poor' })),
  };
}

/** Blocks of the first page, of the last page with content, and of agreement sheets; looked for twice before they are missing. */
async function studyPages({ pages, expectation, reader }: Paper): Promise<PageStudy[]> {
  const expected = expectation.signatories.map((person) => person.name);
  const whole = pages.filter((page) => page.isWhole && !page.isBlank);
  const last = whole.at(-1);
  let studies = whole.map((page) => studyPage(page, { expected, seeksApproval: page === pages[0], seeksEnds: page === last }));
  if (expectation.approval === 'required' && studies.every((study) => study.approval === null)) {
    studies = await seekApprovalAgain(studies, expected, reader);
  }
  studies = await completeApproval(studies, expected, reader);
  const isAnywhere = studies.some((study) => study.approval !== null || study.ends.length + study.agreement.length > 0);
  return isAnywhere ? studies : seekEndsAgain(studies, expected, reader);
}

async function blocksOf(studies: readonly PageStudy[], inks: readonly PageInk[], paper: Paper): Promise<BlockFacts[]> {
  const facts: BlockFacts[] = [];
  for (const [index, study] of studies.entries()) {
    for (const found of inks[index]!.blocks) facts.push(blockFacts(study, found, await otherNames(study, found.block, paper)));
  }
  return facts;
}

/** Further readings of a name that is missing or not clearly one of the expected. */
async function otherNames(study: PageStudy, block: Block, { expectation, reader }: Paper): Promise<PersonName[]> {
  if (block.role === 'agreement' || !needsSecondName(block.name, expectation.signatories)) return [];
  if (study.read.isDigital) return block.name === null ? [] : [block.name];
  const lines = await readNameAgain(study, block, reader);
  return lines.flatMap((line) => findNames(line.text).map((found) => found.name));
}

function stampsOf(studies: readonly PageStudy[], inks: readonly PageInk[]): Pick<Facts, 'stamps' | 'hasWeakStamps'> {
  const stamps = studies.flatMap(({ read }, index) =>
    inks[index]!.search.stamps.map(({ x, y, radius, ink }) => ({
      page: read.view.page,
      box: asShown(read.view, [x - radius, y - radius, x + radius, y + radius]),
      ink,
    })),
  );
  return { stamps, hasWeakStamps: inks.some((ink) => ink.search.weak.length > 0) };
}

async function electronicOf({ pages, reader }: Paper): Promise<Pick<Facts, 'marginStamp' | 'qrCodes'>> {
  const qrCodes: { page: number; box: Box }[] = [];
  let marginStamp: Facts['marginStamp'] = null;
  for (const { view, isWhole, isBlank } of pages) {
    if (!isWhole || isBlank) continue;
    for (const box of await findQrCodes(view.colour)) qrCodes.push({ page: view.page, box: asShown(view, box) });
    const margin: Box | null = marginStamp === null ? await findMarginStamp(view, reader) : null;
    if (margin !== null) marginStamp = { page: view.page, box: asShown(view, margin) };
  }
  return { marginStamp, qrCodes };
}
