import type { AnalysisStatus } from '@aigaq/api';
import type { Day } from '@aigaq/calendar';
import { AnalysisStepDoneSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import { ANALYSIS_STAGES, type AnalysisRules, type AnalysisStage, type QuarterlyStep } from '@aigaq/reference';
import { analysisErrors } from './analysis.errors.js';
import { counted, type Facts, type HistoryEntry, movesTo, mustGoOn, personOf, type RiskAnalysis, type Step, toldMove } from './analysis.js';

export interface Recorded {
  step: string;
  doneOn: Day;
  link?: string | undefined;
  remark?: string | undefined;
  /** Of a correction. */
  reason?: string | undefined;
}

/**
 * Records that a step was done, or corrects the day of one; what is counted from it is counted again. The same once more changes nothing.
 */
export function recordStep(analysis: RiskAnalysis, by: Actor, recorded: Recorded, facts: Facts): Decision<RiskAnalysis> | undefined {
  const step = stepOf(analysis, recorded.step);
  if (isSame(step, recorded)) {
    return undefined;
  }
  mustGoOn(analysis);
  const isCorrection = mustBeCorrectable(analysis, step, recorded, facts.rules);
  mustHaveHappened(analysis, step, recorded, facts);
  const { doneOn, link = null, remark = null, reason = null } = recorded;
  const done: Step = { ...step, doneOn, doneBy: personOf(by), recordedAt: facts.now, link, remark };
  const before = { ...analysis, steps: analysis.steps.map((each) => (each.key === step.key ? done : each)) };
  const steps = counted(before, facts);
  const moved = movesTo(analysis, { ...analysis, steps });
  const entry: HistoryEntry = { at: facts.now, by: personOf(by), act: isCorrection ? 'step-corrected' : 'step-done', step: step.key, reason, moved };
  const next = { ...analysis, steps, stage: stageOf(steps, facts.rules), history: [...analysis.history, entry] };
  return { next, events: [stepDone(next, done, entry)] };
}

function stepDone({ id, organisationId, stage }: RiskAnalysis, { key, subtask, doneOn, dueOn, link }: Step, { at, by, reason, moved }: HistoryEntry) {
  return event(AnalysisStepDoneSchema, {
    analysisId: id,
    organisationId,
    ...{ step: key, subtaskCode: subtask, doneOn: doneOn ?? '', dueOn: dueOn ?? '', onTime: isOnTime(doneOn, dueOn), stage },
    ...{ link: link ?? '', reason: reason ?? '', moved: moved.map(toldMove), doneBy: by },
    recordedAt: timestampFromDate(at),
  });
}

export const isOnTime = (doneOn: Day | null, dueOn: Day | null): boolean => doneOn !== null && (dueOn === null || doneOn <= dueOn);

export function stepOf({ kind, steps }: RiskAnalysis, key: string): Step {
  if (kind === 'external') {
    throw analysisErrors.external();
  }
  const step = steps.find((each) => each.key === key);
  if (!step) {
    throw analysisErrors.unknown_step({ step: key });
  }
  return step;
}

function isSame(step: Step, { doneOn, link, remark }: Recorded): boolean {
  return step.doneOn === doneOn && step.link === (link ?? null) && step.remark === (remark ?? null);
}

/** @returns whether this is a correction */
function mustBeCorrectable(analysis: RiskAnalysis, step: Step, { doneOn, reason }: Recorded, rules: AnalysisRules): boolean {
  if (step.doneOn === null) {
    return false;
  }
  if (reason === undefined) {
    throw analysisErrors.step_done({ step: step.key, doneOn: step.doneOn });
  }
  const resting = analysis.steps.find((each) => each.doneOn !== null && anchorKeyOf(each, rules) === step.key);
  if (resting && doneOn !== step.doneOn) {
    throw analysisErrors.rested_on({ step: step.key, other: resting.key });
  }
  return true;
}

function mustHaveHappened(analysis: RiskAnalysis, step: Step, { doneOn }: Recorded, { today, rules }: Facts): void {
  if (doneOn > today) {
    throw analysisErrors.in_future({ doneOn });
  }
  const anchorKey = anchorKeyOf(step, rules);
  const anchor = analysis.steps.find(({ key }) => key === anchorKey);
  if (anchor && anchor.doneOn === null) {
    throw analysisErrors.out_of_order({ step: step.key, first: anchor.key });
  }
  const earliest = earliestOf(analysis, step, anchor?.doneOn ?? null, rules);
  if (earliest !== null && doneOn < earliest) {
    throw analysisErrors.too_early({ step: step.key, earliest });
  }
}

/** What follows something cannot come before it: a note before the end of the analysis, information before the end of its quarter. */
function earliestOf({ end }: RiskAnalysis, step: Step, anchor: Day | null, rules: AnalysisRules): Day | null {
  const rule = rules.steps.find(({ code }) => code === step.code);
  if (rule?.kind === 'offset') {
    return rule.direction === 'before' ? null : (anchor ?? end);
  }
  return step.reason.code === 'analysis.day_after_quarter' ? step.reason.data.quarterEnd : anchor;
}

/** The key of the step that this one is counted from; undefined for the days of the analysis. */
export function anchorKeyOf({ code, period }: Pick<Step, 'code' | 'period'>, rules: AnalysisRules): string | undefined {
  const review = quarterlyOf(rules).find((step) => step.review.code === code);
  if (review) {
    return `${review.code}:${period}`;
  }
  const anchor = rules.steps.find((step) => step.code === code)?.anchor;
  return rules.steps.find(({ makes }) => makes === anchor)?.code;
}

const quarterlyOf = (rules: AnalysisRules): QuarterlyStep[] => rules.steps.filter((step) => step.kind === 'quarterly');

/** The furthest stage that what is done reaches; monitored with the first review of information, done with the last one and everything before. */
export function stageOf(steps: readonly Step[], rules: AnalysisRules): AnalysisStage {
  const isDone = new Map(steps.map(({ key, doneOn }) => [key, doneOn !== null]));
  const reached = rules.steps.flatMap((step) => (step.kind === 'offset' && step.reaches !== null && isDone.get(step.code) ? [step.reaches] : []));
  const [furthest = 'planned'] = reached.sort((one, other) => ANALYSIS_STAGES.indexOf(other) - ANALYSIS_STAGES.indexOf(one));
  const reviews = steps.filter(({ code }) => quarterlyOf(rules).some(({ review }) => review.code === code));
  if (furthest !== 'published' || !reviews.some(({ doneOn }) => doneOn !== null)) {
    return furthest;
  }
  return reviews.every(({ doneOn }) => doneOn !== null) ? 'done' : 'monitored';
}

/** How it stands on a day: the day of the start begins it, whatever was recorded. */
export function statusOn({ kind, stage, isCancelled, start, end }: Pick<RiskAnalysis, 'kind' | 'stage' | 'isCancelled' | 'start' | 'end'>, today: Day): AnalysisStatus {
  if (isCancelled) {
    return 'cancelled';
  }
  if (kind === 'external' && end < today) {
    return 'done';
  }
  return (stage === 'planned' || stage === 'announced') && start <= today ? 'under-way' : stage;
}
