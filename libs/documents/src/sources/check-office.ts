import type { DocumentCheck, ElectronicSignature, Expectation, FileType, Finding } from '../document.js';
import { nothingFound, type Facts } from '../facts.js';
import { languageOf } from '../fields/language.js';
import { digitalView } from '../pages/view.js';
import type { DrawnPage, PageSource } from '../pages/source.js';
import { dateOf } from '../page-fields/date-of.js';
import { kindOf } from '../page-fields/kind-of.js';
import { numberOf } from '../page-fields/number-of.js';
import { fieldFindings } from '../rules/fields.js';
import { finding } from '../rules/finding.js';
import { signedFindings } from '../signed/signed-findings.js';
import type { StepClock } from '../step-clock.js';
import { toCheck } from '../to-check.js';
import { verdictOf } from '../verdict.js';
import { linesOf } from '../words/lines.js';
import type { PageReader } from '../words/page-reader.js';
import { readPage, type ReadPage } from '../words/read-page.js';
import { joinCharacters } from '../words/text-layer.js';

/** A text document or table while it is being checked. */
export interface OfficePaper {
  readonly source: PageSource;
  readonly expectation: Expectation;
  readonly reader: PageReader;
  readonly clock: StepClock;
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
  /** Given the pages as they were read, before they are judged. */
  readonly onRead?: ((pages: readonly ReadPage[]) => void) | undefined;
  /** Of a CMS around it or beside it. */
  readonly electronicSignatures?: readonly ElectronicSignature[];
}

/** Whether a file is a text document or a table. */
export function isOffice(type: FileType): boolean {
  return type === 'docx' || type === 'xlsx';
}

/**
 * A text document or table can be changed by anybody at any time: it is never signed, whatever pictures it holds. Kind, number and
 * date are searched for in its text (in its first picture when it has none), and a person is told to ask for the signed scan. What
 * the signed paper says decides, so nothing of this fails. One that is signed electronically goes to a person too: a pen signature or a
 * stamp is not looked for in it; a false signature fails it.
 */
export async function checkOffice({ source, expectation, reader, clock, onPage, onRead, electronicSignatures = [] }: OfficePaper): Promise<DocumentCheck> {
  const pages = await clock.time('reading', () => readOfficePages(source, reader, onPage));
  onRead?.(pages);
  const facts = { ...(await factsOf(pages, expectation, reader)), electronicSignatures };
  const about = electronicSignatures.length === 0 ? 'office_document' : 'office_signed';
  const findings = [finding(about, 'person', { page: 1 }), ...fieldFindings(facts).map(softened), ...signedFindings(facts)];
  return { ...toCheck(facts, pages, clock.timings()), findings, verdict: verdictOf(findings) };
}

/** The laid-out text, then the pictures as pages. */
export async function readOfficePages(source: PageSource, reader: PageReader, onPage?: OfficePaper['onPage']): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let page = 1; page <= source.pages; page += 1) {
    pages.push(await readOfficePage(source, page, reader));
    onPage?.(page, source.pages);
  }
  return pages;
}

/** Laid-out text is taken as it is; a picture is read when it is all that there is. */
async function readOfficePage(source: PageSource, page: number, reader: PageReader): Promise<ReadPage> {
  const drawn = await source.draw(page);
  if (drawn.characters.length === 0 && page === 1) return readPage(source, page, reader, 'whole');
  return textPage(page, drawn);
}

function textPage(page: number, drawn: DrawnPage): ReadPage {
  const { width, height } = drawn.picture;
  const words = joinCharacters(drawn.characters, width, height);
  const view = digitalView(page, drawn);
  return {
    view,
    words,
    lines: linesOf(words, view.mm),
    isBlank: false,
    isDigital: true,
    isWhole: true,
    hasPictures: false,
    quality: 'good',
    marks: [],
    qrCodes: [],
    marginStamp: null,
    finer: () => Promise.resolve(view.sheet),
  };
}

async function factsOf(pages: readonly ReadPage[], expectation: Expectation, reader: PageReader): Promise<Facts> {
  const first = pages[0]!;
  return {
    ...nothingFound,
    expectation,
    kind: kindOf(first),
    language: languageOf(pages.flatMap((page) => page.words.map((word) => word.text))),
    number: await numberOf(first, expectation, reader),
    date: await dateOf(first, null, expectation, reader),
    pages: pages.map(({ view }) => ({ page: view.page, rotation: 0, isBlank: false, isPoor: false })),
  };
}

function softened(found: Finding): Finding {
  return found.outcome === 'failed' ? { ...found, outcome: 'person' } : found;
}
