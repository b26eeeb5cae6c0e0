import { AssignmentReviewVacantSchema, AssignmentSubmittedSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { EvidenceRule } from '@aigaq/evidence-rule';
import type { Actor, Decision, NewEvent } from '@aigaq/kernel';
import { assignmentErrors } from './assignment.errors.js';
import { type Assignment, type NewStep, type ReviewParty, timingOf, withStep } from './assignment.js';
import { atStep, decidingNow, storedSteps } from './review-chain.js';
import { noFactsBy, type PaperRead } from './requirements.js';
import { mustBeSeen, wrongStatus } from './seen.js';
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
  /** Who reviews, step by step; the last one accepts. */
  steps: ReviewParty[][];
  /** Reviewing bodies in which nobody can review. */
  vacant?: ReadonlyMap<string, string>;
  subtask: ToldSubtask & { evidence: Pick<EvidenceRule, 'zeroCase' | 'zeroCaseFiles'> };
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

/** What is handed in. */
export interface Submission {
  evidenceIds: readonly string[];
  /** The body states that there are no facts to report. */
  zeroCase?: boolean;
  remark?: string | undefined;
  seen?: number | undefined;
}

/**
 * Hands the assignment in: it now waits for the first step of the chain. What the machine found doubtful, people decide. A request that
 * nobody has answered falls away with it: the work is done.
 * @param by with the membership by which he does it (`under`): on record is for which body, and of which body he is
 */
export function submitAssignment(assignment: Assignment, by: Actor, submission: Submission, facts: SubmissionFacts): Decision<Assignment> {
  mustBeSeen(assignment, submission.seen);
  mustBeOpen(assignment, facts.today);
  const noFacts = noFactsBy(assignment, facts.subtask.evidence, submission.zeroCase ?? false);
  const ids = [...new Set(submission.evidenceIds)];
  const evidence = mustBelong(assignment, ids, facts.evidence, noFacts?.needsPaper);
  const [first] = facts.steps;
  if (!first) {
    throw assignmentErrors.no_reviewing_body({ organisationId: assignment.organisationId });
  }
  const change: Partial<Assignment> = {
    status: 'in-review',
    submissions: assignment.submissions + 1,
    submittedOn: assignment.submittedOn ?? facts.today,
    submittedAt: facts.now,
    evidenceIds: ids,
    zeroCase: noFacts && true,
    ...{ machineVerdict: worstVerdict(evidence), ...(assignment.verdictChanges && { verdictChanges: [] }) },
    authors: [...new Set([...assignment.authors, by.id, ...evidence.map(({ uploadedById }) => uploadedById)])],
    ...{ ...storedSteps(facts.steps), ...atStep(first), request: undefined, holders: undefined },
  };
  const next = { ...assignment, ...change };
  return withStep(assignment, change, stepOf(next, by, submission, facts.now), [
    submitted(next, by, facts),
    ...vacancies(next, decidingNow(next), facts),
  ]);
}

function stepOf({ organisationId, submissions, evidenceIds, zeroCase }: Assignment, by: Actor, { remark }: Submission, now: Date): NewStep {
  const from = by.under?.organisationId;
  const about = { submission: submissions, evidenceIds, remark: remark || null, ...(from && { from }), ...(zeroCase && { zeroCase }) };
  return { at: now, by: personOf(by), act: 'submitted', organisationId, ...about };
}

function submitted(next: Assignment, by: Actor, { now, subtask }: SubmissionFacts): NewEvent {
  const timing = timingOf(next);
  const from = by.under?.organisationId;
  return event(AssignmentSubmittedSchema, {
    assignmentId: next.id,
    organisationId: next.organisationId,
    ...{ submission: next.submissions, evidenceIds: next.evidenceIds, submittedBy: personOf(by) },
    ...{ onTime: timing !== 'late', punctuality: timing ?? '', zeroCase: next.zeroCase ?? false },
    submittedAt: timestampFromDate(now),
    reviewerOrganisationId: next.reviewerId ?? '',
    reviewerOrganisationIds: besides(next),
    ...toldOf(subtask),
    ...(from && { submittedFromOrganisationId: from }),
  });
}

/** All who review side by side now; nothing where it is one body. */
export function besides(assignment: Assignment): string[] {
  const deciding = decidingNow(assignment);
  return deciding.length > 1 ? deciding : [];
}

/** It has come to bodies in which nobody can review: told, and waited for. @param vacant with the body above each */
export function vacancies(
  assignment: Assignment,
  bodies: readonly string[],
  { vacant, now, subtask }: { vacant?: ReadonlyMap<string, string> | undefined; now: Date; subtask: ToldSubtask },
): NewEvent[] {
  return bodies.flatMap((id) => {
    const superior = vacant?.get(id);
    const fields = { assignmentId: assignment.id, organisationId: assignment.organisationId, vacantOrganisationId: id };
    const since = timestampFromDate(now);
    return superior === undefined ? [] : [event(AssignmentReviewVacantSchema, { ...fields, superiorOrganisationId: superior, since, ...toldOf(subtask) })];
  });
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
    throw wrongStatus(assignment);
  }
  if (today < opensOn) {
    throw assignmentErrors.not_open_yet({ assignmentId, opensOn });
  }
  if (!acceptsWork(assignment, today)) {
    throw assignmentErrors.locked({ assignmentId, lockedOn });
  }
}

function mustBelong(assignment: Assignment, ids: readonly string[], known: readonly EvidenceFact[], needsPaper = true): EvidenceFact[] {
  if (ids.length === 0 && needsPaper) {
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
