import type { CopyState, CorrectionView, EvidenceView, FieldView, FindingView } from '@aigaq/api';
import type { Localised } from '@aigaq/kernel';
import { type Correction, newestOf } from '../corrections/correction.js';
import { fieldsOf } from '../corrections/field.js';
import type { Evidence, Found } from './evidence.js';

/** Sentences for people about a finding. */
export type Words = (found: Found) => Localised;

export interface Shown {
  words: Words;
  copy: CopyState;
  mayCorrect: boolean;
}

export function evidenceView(evidence: Evidence, { words, copy, mayCorrect }: Shown): EvidenceView {
  const { id, subject, organisationId, fileName, mediaType, size, sha256, number, uploadedBy, storedAt, pageCount, state } = evidence;
  return {
    ...{ id, subject, organisationId, fileName, mediaType, size, sha256, version: number, uploadedBy, pageCount, state, copy, mayCorrect },
    storedAt: storedAt.toISOString(),
    check: checkView(evidence, words),
    fields: fieldViews(evidence),
    corrections: (evidence.corrections ?? []).map(correctionView),
  };
}

function checkView({ check }: Evidence, words: Words): EvidenceView['check'] {
  if (!check) {
    return null;
  }
  const { findings, checkedAt, detail: _, ...rest } = check;
  return { ...rest, checkedAt: checkedAt.toISOString(), findings: findings.map((found) => findingView(found, words)) };
}

function findingView(found: Found, words: Words): FindingView {
  const { code, outcome, page, box } = found;
  return { code, outcome, page, box, text: words(found) };
}

function fieldViews(evidence: Evidence): FieldView[] {
  const newest = newestOf(evidence.corrections);
  return fieldsOf(evidence).map(({ key, measured: _, ...field }) => {
    const correction = newest.get(key);
    return { ...field, field: key, correction: correction ? correctionView(correction) : null };
  });
}

function correctionView({ at, ...correction }: Correction): CorrectionView {
  return { ...correction, at: at.toISOString() };
}
