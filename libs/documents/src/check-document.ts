import type { Block } from './blocks/block.js';
import type { Box, DocumentCheck, Expectation, FileType, PaperFile, SignatureMark } from './document.js';
import type { BlockFacts, Facts, PlacedBox } from './facts.js';
import { signaturesOf } from './marks/signatures-on-page.js';
import { languageOf } from './fields/language.js';
import { findNames, type PersonName } from './fields/names.js';
import { overlap } from './pages/geometry.js';
import { asShown } from './pages/view.js';
import { openPaper } from './pages/source.js';
import { provisional } from './long-papers.js';
import { missingPagesOf } from './page-numbers.js';
import { blockFacts, studyInk, type PageInk, type PageStudy } from './page-study.js';
import { dateOf } from './page-fields/date-of.js';
import { kindAgain, kindOf } from './page-fields/kind-of.js';
import { numberOf } from './page-fields/number-of.js';
import { readPages } from './read-pages.js';
import { readNameAgain } from './second-looks.js';
import { checkOffice, isOffice } from './sources/check-office.js';
import { studyPages, type Paper } from './study-pages.js';
import { toCheck } from './to-check.js';
import { needsSecondName } from './rules/signatory.js';
import type { PageReader } from './words/page-reader.js';
import { documentsIn } from './signed/cms-document.js';
import { electronicSignaturesOf, type ElectronicTrust } from './signed/electronic-signatures.js';
import { StepClock } from './step-clock.js';
import { detector, zone } from './thresholds.js';
import type { ReadPage } from './words/read-page.js';

export interface CheckOptions {
  /** Of a long paper: told once what its first and last pages say, before the others are read; the whole check may say otherwise. */
  readonly onVerdict?: (check: DocumentCheck) => void;
  /** Told after each page that was read. */
  readonly onPage?: (page: number, pages: number) => void;
  /** Given the pages as they were read, before they are judged. */
  readonly onRead?: (pages: readonly ReadPage[]) => void;
  /** Against what electronic signatures of the file are verified; without it nobody's is valid. */
  readonly electronic?: ElectronicTrust;
}

/** `checkPaper` of one file. */
export function checkDocument(
  bytes: Uint8Array,
  type: FileType,
  expectation: Expectation,
  reader: PageReader,
  options: CheckOptions = {},
): Promise<DocumentCheck> {
  return checkPaper([{ bytes, type }], expectation, reader, options);
}

/**
 * Reads a paper and judges it against what the task wants: one file, pages in their order, or a document with its electronic signatures.
 * The bytes are only read. Throws when a file cannot be opened or there is nothing to read: run `inspectFile` before.
 */
export async function checkPaper(files: readonly PaperFile[], expectation: Expectation, reader: PageReader, options: CheckOptions = {}): Promise<DocumentCheck> {
  const clock = new StepClock();
  const documents = documentsIn(files);
  const source = await openPaper(documents);
  try {
    if (source.pages === 0) throw new Error('there is no document');
    const { onPage, onRead, onVerdict, electronic } = options;
    const electronicSignatures = await clock.time('signatures', () => electronicSignaturesOf(files, electronic));
    if (documents.some(({ type }) => isOffice(type))) {
      return await checkOffice({ source, expectation, reader, clock, onPage, onRead, electronicSignatures });
    }
    const judged = async (pages: ReadPage[]): Promise<DocumentCheck> => {
      const facts = await gatherFacts({ source, pages, expectation, reader, clock });
      return toCheck({ ...facts, electronicSignatures }, pages, clock.timings());
    };
    const onEnds = onVerdict && (async (ends: ReadPage[]) => onVerdict(provisional(await judged(ends))));
    const pages = await clock.time('reading', () => readPages(source, reader, { onPage, onEnds }));
    onRead?.(pages);
    return await judged(pages);
  } finally {
    source.close();
  }
}

async function gatherFacts(paper: Paper): Promise<Omit<Facts, 'electronicSignatures'>> {
  const { pages, expectation, reader, clock } = paper;
  const first = pages[0]!;
  const studies = await clock.time('blocks', () => studyPages(paper));
  const inks = await clock.time('ink', () => Promise.all(studies.map(studyInk)));
  const blocks = await clock.time('names', () => blocksOf(studies, inks, paper));
  const approvalBlock = studies.find((study) => study.approval !== null)?.approval ?? null;
  const fields = await clock.time('fields', async () => {
    const [number, date, missingPages] = await Promise.all([
      numberOf(first, expectation, reader),
      dateOf(first, approvalBlock, expectation, reader),
      missingPagesOf(pages, reader),
    ]);
    return { number, date, missingPages };
  });
  return {
    expectation,
    kind: kindOf(first) ?? (await clock.time('fields', () => kindAgain(first, approvalBlock, reader))),
    language: languageOf(pages.flatMap((page) => page.words.map((word) => word.text))),
    ...fields,
    approval: blocks.find((block) => block.role === 'approval') ?? null,
    isApprovalAbsent: approvalBlock === null && !hasMarkAbove(first),
    ends: blocks.filter((block) => block.role === 'end'),
    agreement: blocks.filter((block) => block.role === 'agreement'),
    ...stampsOf(studies, inks),
    marks: [...pages.flatMap(marksOf), ...blocks.flatMap((block) => unseenMark(block, pages))],
    ...electronicOf(pages),
    pages: pages.map(({ view, isBlank, quality }) => ({ page: view.page, rotation: view.rotation, isBlank, isPoor: quality === 'poor' })),
  };
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
  const readings = await readNameAgain(study, block, reader);
  return readings.flatMap((lines) => lines.flatMap((line) => findNames(line.text).map((found) => found.name)));
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

/** A stamp or a signature where approvals stand: under it the heading may just not have been read. */
function hasMarkAbove({ view, marks }: ReadPage): boolean {
  const limit = view.print.height * zone.approvalShare;
  return marks.some(({ kind, score, box }) => kind !== 'qr' && score >= detector.outside.doubtful && box[3] < limit);
}

function marksOf({ view, marks }: ReadPage): SignatureMark[] {
  return signaturesOf(marks).map(({ box, score }) => ({
    type: 'signature',
    page: view.page,
    box: asShown(view, box),
    confidence: Math.round(score * 1000) / 1000,
  }));
}

/** The signature of a block that the network which looks anywhere has overlooked. */
function unseenMark({ page, signed, inkBox, measured }: BlockFacts, pages: readonly ReadPage[]): SignatureMark[] {
  const seen = pages.filter(({ view }) => view.page === page).flatMap(marksOf);
  if (signed !== true || inkBox === null || seen.some(({ box }) => overlap(box, inkBox) > 0)) return [];
  return [{ type: 'signature', page, box: inkBox, confidence: Number(measured['own']) }];
}

function electronicOf(pages: readonly ReadPage[]): Pick<Facts, 'marginStamp' | 'qrCodes'> {
  const placed = ({ view }: ReadPage, box: Box): PlacedBox => ({ page: view.page, box: asShown(view, box) });
  const stamped = pages.find(({ marginStamp }) => marginStamp !== null);
  return {
    marginStamp: stamped === undefined ? null : placed(stamped, stamped.marginStamp!),
    qrCodes: pages.flatMap((page) => page.qrCodes.map((box) => placed(page, box))),
  };
}
