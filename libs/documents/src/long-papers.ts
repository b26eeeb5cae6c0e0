import type { DocumentCheck, Finding } from './document.js';
import { signaturesOf } from './marks/signatures-on-page.js';
import type { Raster } from './pages/raster.js';
import type { PageSource } from './pages/source.js';
import { verdictOf } from './verdict.js';
import type { ReadPage } from './words/read-page.js';

/** A paper with more pages is long: its first verdict comes before all of it is read, and not all its pictures are kept. */
export const longPaper = 12;
/** So far from its ends signed pages of a long paper are judged as blocks; further inside their marks are shown. */
const judgedReach = 6;

/**
 * A page in the middle of a long paper once it is read, without its pictures (some 25 MB): its text, marks and codes are known, and
 * whoever looks again at a place draws it again. A signed page near the ends stays as it is: its blocks are judged.
 */
export function lightened(page: ReadPage, source: PageSource): ReadPage {
  const { view } = page;
  const isNearEnd = Math.min(view.page, source.pages + 1 - view.page) <= judgedReach;
  if (isNearEnd && signaturesOf(page.marks).length > 0) return page;
  // Not `view` itself in the function below: it would keep the pictures.
  const { page: number, shown } = view;
  return {
    ...page,
    // Not judged among the pages that were read wholly: that needs the picture.
    isWhole: false,
    view: { ...view, colour: bare(view.colour), grey: bare(view.grey), print: bare(view.print), sheet: bare(view.sheet) },
    finer: async (factor) => (await source.draw(number, { shortSide: Math.round(Math.min(shown.width, shown.height) * factor) })).picture,
  };
}

function bare(raster: Raster): Raster {
  return { ...raster, data: new Uint8Array(0) };
}

/** Findings that rest on the first page alone: the rest of the paper cannot change them. */
const settled = new Set(['wrong_number', 'wrong_date', 'date_out_of_range']);

/**
 * What the first and the last pages say before those between are read. A page may be missing or signed there: nothing else fails the
 * paper yet, and what passed may still go to a person.
 */
export function provisional(check: DocumentCheck): DocumentCheck {
  const findings = check.findings.filter(({ code }) => code !== 'missing_page').map(softened);
  return { ...check, findings, verdict: verdictOf(findings) };
}

function softened(found: Finding): Finding {
  return found.outcome === 'failed' && !settled.has(found.code) ? { ...found, outcome: 'person' } : found;
}
