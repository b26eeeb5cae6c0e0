import { type Evaluation, type EvidencePaper, type EvidenceRule, evaluateRule, missingOf, type RuleFacts, type Seen } from '@aigaq/evidence-rule';
import type { BodyKind } from '@aigaq/kernel';
import { periodDays } from '../editions/period-days.js';
import { assignmentErrors } from './assignment.errors.js';
import type { Assignment } from './assignment.js';
import type { EvidenceFact } from './submission.js';

/** What the machine read on a paper (PaperSummary of EvidenceChecked); empty texts: it does not say. */
export interface PaperRead {
  kind: string;
  number: string;
  date: string;
  signature: string;
  signer: string;
  signerLevel: string;
  approval: string;
  stamp: string;
  isPoor: boolean;
}

export type Judged = Pick<Assignment, 'id' | 'period' | 'opensOn' | 'dueOn' | 'organisationKind'>;

/** How the papers stand by the rule of the subtask. */
export function judge(
  assignment: Judged,
  rule: EvidenceRule,
  { evidence, hasNoFacts, workingDay }: { evidence: readonly EvidenceFact[]; hasNoFacts: boolean; workingDay: RuleFacts['workingDay'] },
): Evaluation {
  return evaluateRule(rule, {
    papers: evidence.map(paperOf),
    bodyKind: assignment.organisationKind as BodyKind,
    period: periodDays(assignment.period),
    clocks: { from: assignment.opensOn, until: assignment.dueOn },
    hasNoFacts,
    workingDay,
  });
}

const NOTHING_READ: PaperRead = { kind: '', number: '', date: '', signature: '', signer: '', signerLevel: '', approval: '', stamp: '', isPoor: false };

function paperOf({ id, verdict, read = NOTHING_READ }: EvidenceFact): EvidencePaper {
  const { kind, number, date, signerLevel, isPoor } = read;
  return {
    ...{ id, medium: 'file', verdict, form: null, isPoor },
    ...{ kind: kind || null, number: number || null, date: date || null, signerLevel: signerLevel || null },
    ...{ signature: seen(read.signature), signer: seen(read.signer), approval: seen(read.approval), stamp: seen(read.stamp) },
  };
}

const seen = (said: string): Seen => (said === 'found' || said === 'absent' || said === 'unsure' ? said : null);

/**
 * Nothing is handed in of which a required document is missing; what is doubtful is for people.
 * @throws assignment.evidence_missing naming the documents in both languages
 */
export function mustHoldWhatIsNeeded({ id }: Pick<Assignment, 'id'>, { documents }: EvidenceRule, evaluation: Evaluation): void {
  const missing = missingOf(evaluation);
  if (missing.length > 0) {
    const named = (language: 'kk' | 'ru'): string =>
      missing.map((each) => documents.filter((document) => each.documents.includes(document.id)).map(({ name }) => name[language]).join(' / ')).filter(Boolean).join('; ');
    throw assignmentErrors.evidence_missing({ assignmentId: id, missing: missing.map((each) => each.id).join(', '), namedKk: named('kk'), namedRu: named('ru') });
  }
}

/**
 * Whether the body may state that there are no facts, and whether it files anything then.
 * @throws assignment.no_zero_case
 */
export function noFactsBy({ id }: Pick<Assignment, 'id'>, { zeroCase, zeroCaseFiles }: Pick<EvidenceRule, 'zeroCase' | 'zeroCaseFiles'>, isStated: boolean): { needsPaper: boolean } | undefined {
  if (!isStated) {
    return undefined;
  }
  if (!zeroCase) {
    throw assignmentErrors.no_zero_case({ assignmentId: id });
  }
  return { needsPaper: zeroCaseFiles !== 'nothing' };
}
