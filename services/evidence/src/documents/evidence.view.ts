import type { EvidenceView, FindingView } from '@aigaq/api';
import type { Localised } from '@aigaq/kernel';
import type { Evidence, Found } from './evidence.js';

/** Sentences for people about a finding. */
export type Words = (found: Found) => Localised;

export function evidenceView(evidence: Evidence, words: Words): EvidenceView {
  const { id, subject, organisationId, fileName, mediaType, size, sha256, number, uploadedBy, storedAt, pageCount, state } = evidence;
  return {
    ...{ id, subject, organisationId, fileName, mediaType, size, sha256, version: number, uploadedBy, pageCount, state },
    storedAt: storedAt.toISOString(),
    check: checkView(evidence, words),
  };
}

function checkView({ check }: Evidence, words: Words): EvidenceView['check'] {
  if (!check) {
    return null;
  }
  const { findings, checkedAt, ...rest } = check;
  return { ...rest, checkedAt: checkedAt.toISOString(), findings: findings.map((found) => findingView(found, words)) };
}

function findingView(found: Found, words: Words): FindingView {
  const { code, outcome, page, box } = found;
  return { code, outcome, page, box, text: words(found) };
}
