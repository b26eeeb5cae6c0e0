import type { Verdict } from '@aigaq/api';
import type { Decision } from '@aigaq/kernel';
import { checkTold, type Evidence, type Found, type PaperCheck } from '../documents/evidence.js';
import type { FoundSignature } from '../documents/found-signature.js';
import { type Answer, type ChangedSignature, keepKnown, type Recheck, recheckTime } from './recheck-time.js';

const HOUR_MS = 3_600_000;

type Check = NonNullable<Evidence['check']>;

export function isDue({ state, recheckAt }: Pick<Evidence, 'state' | 'recheckAt'>, now: Date): boolean {
  return state === 'checked' && recheckAt !== undefined && recheckAt <= now;
}

/** Whoever verifies a paper takes it for an hour: another worker leaves it alone, and one that falls loses nothing. */
export function claimRecheck(evidence: Evidence, now: Date): Decision<Evidence> | undefined {
  return isDue(evidence, now) ? { next: { ...evidence, recheckAt: new Date(now.getTime() + HOUR_MS) }, events: [] } : undefined;
}

/** What decides whether anything is new. */
type Said = Pick<Answer, 'validity' | 'reasons'>;

/** The same answers on all signatures: what follows from them for the paper is the same too. */
export function isSameAnswer(before: readonly Said[], after: readonly Said[]): boolean {
  const answers = (all: readonly Said[]): string => all.map(({ validity, reasons }) => [validity, ...reasons].join(' ')).join();
  return answers(before) === answers(after);
}

/** The answers as they are kept, with what was known before. */
export function keptAnswers<T extends Answer>(evidence: Pick<Evidence, 'check'>, answers: readonly T[]): (T | FoundSignature)[] {
  return answers.map((answer, place) => keepKnown(evidence.check?.signatures?.[place], answer));
}

/** Nothing new but, perhaps, when to look again. */
export function postponeRecheck(evidence: Evidence, now: Date, answers: readonly Pick<Answer, 'nextCheck'>[] = []): Decision<Evidence> | undefined {
  const { recheckAt, check, ...paper } = evidence;
  if (recheckAt === undefined || !check) {
    return undefined;
  }
  const signatures = check.signatures?.map((signature, place) => ({ ...signature, nextCheck: (answers[place] ?? signature).nextCheck }));
  return { next: { ...paper, check: { ...check, ...(signatures && { signatures }) }, ...recheckTime(signatures, now) }, events: [] };
}

/**
 * Keeps and tells the verdict that follows from new answers, and the change in the history of the paper. What was read stays as it was
 * (people may have corrected it), and so does what the radar had found: only signatures were verified again.
 */
export function recordRecheck(evidence: Evidence, read: PaperCheck, now: Date): Decision<Evidence> | undefined {
  const { check: before, recheckAt, ...paper } = evidence;
  if (!before || recheckAt === undefined) {
    return undefined;
  }
  if (isSameAnswer(before.signatures ?? [], read.signatures ?? [])) {
    return postponeRecheck(evidence, now, read.signatures);
  }
  const check = checkedAgain(before, read, now);
  const rechecks = [...(evidence.rechecks ?? []), ...changeOf(before, check)];
  const next: Evidence = { ...paper, check, ...(rechecks.length > 0 && { rechecks }), ...recheckTime(check.signatures, now) };
  return { next, events: [checkTold(next, check)] };
}

function checkedAgain(before: Check, { verdict, findings, signatures = [] }: PaperCheck, now: Date): Check {
  const recycled = before.findings.filter(({ code }) => code === 'recycled');
  return { ...before, verdict: worse(verdict, recycled), findings: [...findings, ...recycled], signatures, checkedAt: now };
}

/** What people are told of it; nothing when only the reasons are others. */
function changeOf(before: Check, after: Check): Recheck[] {
  const signatures = changedIn(before.signatures ?? [], after.signatures ?? []);
  const isChanged = before.verdict !== after.verdict || signatures.length > 0;
  return isChanged ? [{ at: after.checkedAt, before: before.verdict, after: after.verdict, signatures }] : [];
}

function worse(verdict: Verdict, findings: readonly Found[]): Verdict {
  return verdict === 'passed' && findings.some(({ outcome }) => outcome === 'person') ? 'person' : verdict;
}

function changedIn(before: readonly FoundSignature[], after: readonly FoundSignature[]): ChangedSignature[] {
  return after.flatMap(({ signer, validity }, place) => {
    const was = before[place]?.validity;
    return was === undefined || was === validity ? [] : [{ signer: signer?.name ?? '', before: was, after: validity }];
  });
}
