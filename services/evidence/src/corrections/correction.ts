import type { CorrectField } from '@aigaq/api';
import { event, EvidenceFieldCorrectedSchema, timestampFromDate } from '@aigaq/contracts';
import { type Actor, type Decision, isSecret } from '@aigaq/kernel';
import { KINDS } from '../checking/document-kinds.js';
import type { Evidence } from '../documents/evidence.js';
import { correctionErrors } from './correction.errors.js';
import { fieldsOf } from './field.js';

/** What a person said of a field; the machine's own answer stays beside it. */
export interface Correction {
  field: string;
  /** 1 for the first of the field. */
  revision: number;
  machineValue: string | null;
  value: string;
  isConfirmation: boolean;
  by: { id: string; name: string };
  at: Date;
}

const MOST_CORRECTIONS = 500;
/** The body at the root of the reporting line; there curators review, elsewhere coordinators. */
const AGENCY = 'agency';

export interface CorrectionFacts {
  /** The bodies that review the papers of the body, in order. */
  reviewingIds: readonly string[];
  now: Date;
}

/** Keeps what a reviewer says of one field. The same said again by the same person is nothing new. */
export function correctField(evidence: Evidence, by: Actor, asked: CorrectField, { reviewingIds, now }: CorrectionFacts): Decision<Evidence> | undefined {
  mustReview(evidence, by, reviewingIds);
  const machineValue = machineValueOf(evidence, asked);
  const corrections = evidence.corrections ?? [];
  const before = corrections.findLast(({ field }) => field === asked.field);
  if (before?.value === asked.value && before.by.id === by.id) {
    return undefined;
  }
  if ((before?.revision ?? 0) !== asked.revision) {
    throw correctionErrors.changed({ field: asked.field });
  }
  if (corrections.length >= MOST_CORRECTIONS) {
    throw correctionErrors.too_many({ evidenceId: evidence.id });
  }
  const correction: Correction = {
    ...{ field: asked.field, revision: asked.revision + 1, machineValue, value: asked.value, by: { id: by.id, name: by.name }, at: now },
    isConfirmation: asked.value === (machineValue ?? ''),
  };
  return { next: { ...evidence, corrections: [...corrections, correction], correctedAt: now }, events: [told(evidence, correction)] };
}

/** The newest word on each field. */
export function newestOf(corrections: readonly Correction[] = []): Map<string, Correction> {
  return new Map(corrections.map((correction) => [correction.field, correction]));
}

export function mayCorrect(evidence: Pick<Evidence, 'organisationId' | 'uploadedBy'>, actor: Actor, reviewingIds: readonly string[]): boolean {
  return isReviewer(actor, reviewingIds) && !isOwn(evidence, actor);
}

function mustReview(evidence: Evidence, by: Actor, reviewingIds: readonly string[]): void {
  if (isOwn(evidence, by)) {
    throw correctionErrors.own_paper({ evidenceId: evidence.id });
  }
  if (!isReviewer(by, reviewingIds)) {
    throw correctionErrors.not_reviewer({ evidenceId: evidence.id });
  }
}

function isReviewer({ memberships }: Actor, reviewingIds: readonly string[]): boolean {
  return memberships.some(({ organisationId, role }) => reviewingIds.includes(organisationId) && role === (organisationId === AGENCY ? 'curator' : 'coordinator'));
}

/** Whoever uploaded it, and everybody of the body whose paper it is: one of them hands it in. */
function isOwn({ organisationId, uploadedBy }: Pick<Evidence, 'organisationId' | 'uploadedBy'>, actor: Actor): boolean {
  return uploadedBy.id === actor.id || actor.memberships.some((held) => held.organisationId === organisationId);
}

function machineValueOf(evidence: Evidence, { field: key, value }: CorrectField): string | null {
  if (evidence.state === 'waiting') {
    throw correctionErrors.not_read({ evidenceId: evidence.id });
  }
  const field = fieldsOf(evidence).find((each) => each.key === key);
  if (!field?.isCorrectable) {
    throw correctionErrors.unknown_field({ field: key });
  }
  if (!isPossible(key.split('.')[0] ?? '', value)) {
    throw correctionErrors.wrong_value({ field: key });
  }
  return field.found;
}

const POSSIBLE: Record<string, (value: string) => boolean> = {
  kind: (value) => value === '' || KINDS.includes(value),
  date: (value) => value === '' || isDay(value),
  number: (value) => value.length <= 60,
  signatory: (value) => value.length <= 300,
  position: (value) => value.length <= 300,
  mark: (value) => value === 'right' || value === 'wrong',
};

function isPossible(name: string, value: string): boolean {
  return POSSIBLE[name]?.(value) ?? (value === 'yes' || value === 'no');
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function told({ id, subject, organisationId, sha256, secrecy }: Evidence, { by, at, machineValue, value, ...correction }: Correction) {
  return event(EvidenceFieldCorrectedSchema, {
    ...{ evidenceId: id, subject, organisationId, sha256, secrecy, ...correction },
    ...(!isSecret(secrecy) && { value, ...(machineValue !== null && { machineValue }) }),
    ...{ correctedById: by.id, correctedByName: by.name, correctedAt: timestampFromDate(at) },
  });
}
