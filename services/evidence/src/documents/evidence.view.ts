import type { BodyName, CheckView, CopyState, CorrectionView, EvidenceView, FieldView, FindingView } from '@aigaq/api';
import { isSecret, type Localised, type Secrecy } from '@aigaq/kernel';
import { type Correction, newestOf } from '../corrections/correction.js';
import { fieldsOf } from '../corrections/field.js';
import type { Evidence, Found } from './evidence.js';
import { signatureView, type TextOf } from './found-signature.view.js';
import { filesOf } from './paper-files.js';

/** Sentences for people about a finding. */
export type Words = (found: Found) => Localised;

export interface Shown {
  words: Words;
  textOf: TextOf;
  copy: CopyState;
  mayCorrect: boolean;
  nameOf: (organisationId: string) => BodyName;
}

export function evidenceView(evidence: Evidence, shown: Shown): EvidenceView {
  const { copy, mayCorrect, nameOf } = shown;
  const { secrecy, uploadedFrom } = evidence;
  const { id, subject, organisationId, fileName, mediaType, size, sha256, number, uploadedBy, storedAt, pageCount, state } = evidence;
  return {
    ...{ id, subject, organisationId, fileName, mediaType, size, sha256, version: number, uploadedBy, pageCount, state, copy, mayCorrect },
    secrecy: isSecret(secrecy) ? (secrecy as Secrecy) : 'none',
    uploadedFor: nameOf(organisationId),
    uploadedFrom: uploadedFrom ? nameOf(uploadedFrom) : null,
    files: filesOf(evidence).map(({ pages, ...file }) => ({ ...file, pageCount: pages })),
    storedAt: storedAt.toISOString(),
    check: evidence.check && checkView(evidence.check, shown, evidence.recheckAt),
    preliminary: preliminaryView(evidence, shown),
    fields: fieldViews(evidence),
    rechecks: (evidence.rechecks ?? []).map(({ at, ...recheck }) => ({ ...recheck, at: at.toISOString() })),
    corrections: (evidence.corrections ?? []).map(correctionView),
  };
}

function preliminaryView({ state, preliminary }: Evidence, shown: Shown): EvidenceView['preliminary'] {
  return state === 'waiting' && preliminary ? { pagesRead: preliminary.pagesRead, check: checkView(preliminary.check, shown) } : null;
}

function checkView(check: NonNullable<Evidence['check']>, { words, textOf }: Shown, recheckAt?: Date): CheckView {
  const { findings, signatures = [], checkedAt, detail, ...rest } = check;
  return {
    ...rest,
    checkedAt: checkedAt.toISOString(),
    findings: findings.map((found) => findingView(found, words)),
    signatures: signatures.map((found) => signatureView(found, { bin: detail?.expected.bin, recheckAt, textOf })),
  };
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
