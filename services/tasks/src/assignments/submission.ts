import { AssignmentSubmittedSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, isOnTime, withStep } from './assignment.js';
import type { PaperRead } from './requirements.js';
import { toldOf, type ToldSubtask } from './told-subtask.js';

/** What tasks knows of a piece of evidence: told by the evidence service. */
export interface EvidenceFact {
  id: string;
  subjectId: string;
  sha256: string;
  verdict: 'passed' | 'person' | 'failed' | null;
  uploadedById: string;
  /** Absent: not told (of what is secret), or told before that was. */
  read?: PaperRead;
}

/** What is known at the moment of handing in. */
export interface SubmissionFacts {
  evidence: readonly EvidenceFact[];
  /** Reviewing bodies in order; the last one accepts. */
  chain: readonly string[];
  subtask: ToldSubtask;
  /** The body states that there are no facts (`noFactsBy`). */
  noFacts?: { needsPaper: boolean } | undefined;
  today: string;
  now: Date;
}

/** Can evidence be handed in now? What was returned may be mended after the lock: the delay of a review is not the executor's. */
export function acceptsWork({ status, opensOn, lockedOn }: Assignment, today: string): boolean {
  return status === 'returned' || (status === 'open' && opensOn <= today && today <= lockedOn);
}

const WORST = ['failed', 'person', 'passed'] as const;

export function worstVerdict(evidence: readonly EvidenceFact[]): EvidenceFact['verdict'] {
  return WORST.find((verdict) => evidence.some((fact) => fact.verdict === verdict)) ?? null;
}

/**
 * Hands the assignment in: it now waits for the first body of the chain. What the machine found doubtful, people decide.
 * @param by with the membership by which he does it (`under`): on record is for which body, and of which body he is
 */
export function submitAssignment(
  assignment: Assignment,
  by: Actor,
  evidenceIds: readonly string[],
  facts: SubmissionFacts,
): Decision<Assignment> {
  mustBeOpen(assignment, facts.today);
  const ids = [...new Set(evidenceIds)];
  const evidence = mustBelong(assignment, ids, facts);
  const reviewerId = facts.chain[0];
  if (!reviewerId) {
    throw assignmentErrors.no_reviewing_body({ organisationId: assignment.organisationId });
  }
  const change: Partial<Assignment> = {
    status: 'in-review',
    submissions: assignment.submissions + 1,
    submittedOn: assignment.submittedOn ?? facts.today,
    submittedAt: facts.now,
    evidenceIds: ids,
    ...noFactsIn(assignment, facts),
    ...{ machineVerdict: worstVerdict(evidence), ...(assignment.verdictChanges && { verdictChanges: [] }) },
    authors: [...new Set([...assignment.authors, by.id, ...evidence.map(({ uploadedById }) => uploadedById)])],
    ...{ chain: [...facts.chain], reviewerId },
  };
  const next = { ...assignment, ...change };
  const from = by.under?.organisationId;
  const step = { at: facts.now, by: personOf(by), act: 'submitted' as const, organisationId: assignment.organisationId, ...(from && { from }) };
  return withStep(assignment, change, { ...step, submission: next.submissions, evidenceIds: ids }, [
    event(AssignmentSubmittedSchema, {
      assignmentId: assignment.id,
      organisationId: assignment.organisationId,
      ...{ submission: next.submissions, evidenceIds: ids, submittedBy: personOf(by), onTime: isOnTime(next) },
      submittedAt: timestampFromDate(facts.now),
      reviewerOrganisationId: reviewerId,
      ...toldOf(facts.subtask),
      ...(from && { submittedFromOrganisationId: from }),
      ...(facts.noFacts && { hasNoFacts: true }),
    }),
  ]);
}

export function personOf({ id, name }: Actor): { id: string; name: string } {
  return { id, name };
}

function mustBeOpen(assignment: Assignment, today: string): void {
  const { id: assignmentId, status, opensOn, lockedOn } = assignment;
  if (assignment.kindOfProof === 'agency-confirms') {
    throw assignmentErrors.no_upload({ assignmentId });
  }
  if (status !== 'open' && status !== 'returned') {
    throw assignmentErrors.wrong_status({ assignmentId, status });
  }
  if (today < opensOn) {
    throw assignmentErrors.not_open_yet({ assignmentId, opensOn });
  }
  if (!acceptsWork(assignment, today)) {
    throw assignmentErrors.locked({ assignmentId, lockedOn });
  }
}

/** What was stated holds for one handing in. */
function noFactsIn({ hasNoFacts }: Assignment, { noFacts }: SubmissionFacts): Pick<Assignment, 'hasNoFacts'> {
  return noFacts || hasNoFacts !== undefined ? { hasNoFacts: noFacts !== undefined } : {};
}

function mustBelong(assignment: Assignment, ids: readonly string[], { evidence: known, noFacts }: SubmissionFacts): EvidenceFact[] {
  if (ids.length === 0 && noFacts?.needsPaper !== false) {
    throw assignmentErrors.no_evidence({ assignmentId: assignment.id });
  }
  const evidence = ids.map((id) => known.find((fact) => fact.id === id && fact.subjectId === assignment.id));
  if (evidence.includes(undefined)) {
    throw assignmentErrors.evidence_unknown({ assignmentId: assignment.id });
  }
  if (evidence.some((fact) => fact?.verdict === null)) {
    throw assignmentErrors.evidence_unchecked({ assignmentId: assignment.id });
  }
  return evidence as EvidenceFact[];
}
