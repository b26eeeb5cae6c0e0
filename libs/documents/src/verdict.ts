import type { Finding, Verdict } from './document.js';
import type { Facts } from './facts.js';
import { blockFindings } from './rules/blocks.js';
import { electronicFindings, hasElectronicMarks } from './rules/electronic.js';
import { fieldFindings } from './rules/fields.js';
import { pageFindings } from './rules/pages.js';
import { signatoryFindings } from './rules/signatory.js';

/**
 * All findings of a paper, what is right included. A paper of poor quality never fails: what was not read may be there, so
 * whatever would fail it goes to a person.
 */
export function judge(facts: Facts): Finding[] {
  const findings = [
    ...pageFindings(facts),
    ...fieldFindings(facts),
    ...blockFindings(facts, hasElectronicMarks(facts)),
    ...signatoryFindings(facts),
    ...electronicFindings(facts),
  ];
  const isPoor = findings.some((finding) => finding.code === 'low_quality');
  return isPoor ? findings.map(softened) : findings;
}

/** One `failed` finding fails the paper, one `person` finding sends it to a person, otherwise it passes. */
export function verdictOf(findings: readonly Pick<Finding, 'outcome'>[]): Verdict {
  if (findings.some((finding) => finding.outcome === 'failed')) return 'failed';
  return findings.some((finding) => finding.outcome === 'person') ? 'person' : 'passed';
}

function softened(finding: Finding): Finding {
  return finding.outcome === 'failed' ? { ...finding, outcome: 'person' } : finding;
}
