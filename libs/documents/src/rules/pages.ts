import type { Finding } from '../document.js';
import type { Facts } from '../facts.js';
import { finding } from './finding.js';

/** Quality, blank, turned and missing pages. */
export function pageFindings({ pages, missingPages }: Facts): Finding[] {
  const found: Finding[] = [];
  const poor = pages.filter((page) => page.isPoor);
  if (poor.length === 0) found.push(finding('quality', 'passed', null, { pages: String(pages.length) }));
  for (const page of poor) found.push(finding('low_quality', 'person', page));
  for (const page of pages) {
    if (page.isBlank) found.push(finding('blank_page', 'person', page));
    if (page.rotation !== 0) found.push(finding('rotated_page', 'note', page, { degrees: String(page.rotation) }));
  }
  for (const missing of missingPages) {
    const outcome = missing.isConfirmed ? 'failed' : 'person';
    found.push(finding('missing_page', outcome, { page: missing.page }, { number: String(missing.number) }));
  }
  return found;
}
