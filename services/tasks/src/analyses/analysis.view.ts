import type { AnalysisDate, AnalysisFinding, AnalysisRow, AnalysisStepView, AnalysisView, BodyName, MovedDate } from '@aigaq/api';
import type { Day, WorkingCalendar } from '@aigaq/calendar';
import type { Localised } from '@aigaq/kernel';
import type { AnalysisRules } from '@aigaq/reference';
import { assignmentId } from '../rollouts/plan.js';
import { doneKeys, type HistoryEntry, type Move, type RiskAnalysis, type Step } from './analysis.js';
import type { ChainDate, ChainReason } from './chain.js';
import { type Finding, workingDaysOf } from './checks.js';
import { ifKnown } from './known.js';
import { anchorKeyOf, isOnTime, statusOn } from './steps.js';

export interface RowFacts {
  names: ReadonlyMap<string, BodyName>;
  rules: AnalysisRules;
  today: Day;
}

export interface ViewFacts extends RowFacts {
  calendar: WorkingCalendar;
  findings: readonly Finding[];
  mayManage: boolean;
  /** Where steps are proved, of what there is. */
  assignments: ReadonlySet<string>;
}

function titleOf(rules: AnalysisRules, code: string): Localised | null {
  const titled = rules.steps.flatMap((step) => (step.kind === 'quarterly' ? [step, step.review] : [step]));
  return titled.find((step) => step.code === code)?.title ?? null;
}

/** Values of a reason as texts; the portal puts days into words. */
function saidOf({ code, data }: ChainReason): AnalysisDate['reason'] {
  const values = Object.entries(data as Record<string, unknown>);
  return { code, data: Object.fromEntries(values.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)])) };
}

export function dateView({ key, code, period, subtask, dueOn, reason, isProvisional }: ChainDate, rules: AnalysisRules): AnalysisDate {
  return { key, title: titleOf(rules, code) ?? { kk: code, ru: code }, period, subtask, dueOn, reason: saidOf(reason), isProvisional };
}

export const findingViews = (findings: readonly Finding[]): AnalysisFinding[] => findings.map((finding) => ({ ...finding }));

export function moveView({ step, before, after }: Move, rules: AnalysisRules): MovedDate {
  const [code = step, ...period] = step.split(':');
  return { step, title: titleOf(rules, code), period: period.length > 0 ? period.join(':') : null, before, after };
}

export function lengthOf(days: { start: Day; end: Day }, calendar: WorkingCalendar): number | null {
  return days.end < days.start ? null : (ifKnown(() => workingDaysOf(days, calendar)) ?? null);
}

export function isOver(analysis: RiskAnalysis): boolean {
  return analysis.isCancelled || analysis.stage === 'done';
}

export function analysisRow(analysis: RiskAnalysis, { names, rules, today }: RowFacts): AnalysisRow {
  const { id, organisationId, kind, object, year, start, end } = analysis;
  const open = isOver(analysis) ? [] : analysis.steps.filter(({ doneOn }) => doneOn === null);
  const [next] = open.filter(({ dueOn }) => dueOn !== null).sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1));
  return {
    ...{ id, kind, object, year, start, end },
    organisation: names.get(organisationId) ?? { id: organisationId, name: { kk: organisationId, ru: organisationId }, kind: 'other' },
    status: statusOn(analysis, today),
    next: next ? nextOf(dateView(next, rules)) : null,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  };
}

const nextOf = ({ key, title, period, dueOn }: AnalysisDate): AnalysisRow['next'] => ({ key, title, period, dueOn });

export function analysisView(analysis: RiskAnalysis, facts: ViewFacts): AnalysisView {
  const { edition, team, steps, history, positionsCount } = analysis;
  return {
    ...analysisRow(analysis, facts),
    ...{ edition, team, positions: positionsCount },
    workingDays: lengthOf(analysis, facts.calendar),
    steps: steps.map((step) => stepView(step, analysis, facts)),
    findings: findingViews(isOver(analysis) ? [] : [...facts.findings, ...announcedOtherDay(analysis, facts.rules)]),
    history: history.map((entry) => historyView(entry, facts.rules)),
    allowed: allowedTo(analysis, facts),
  };
}

function stepView(step: Step, analysis: RiskAnalysis, { rules, today, assignments }: ViewFacts): AnalysisStepView {
  const { doneOn, doneBy, link, remark } = step;
  const anchor = anchorKeyOf(step, rules);
  const isAnchored = anchor === undefined || doneKeys(analysis).includes(anchor);
  return {
    ...dateView(step, rules),
    ...{ doneOn, doneBy, link, remark, assignmentId: assignmentsFor(analysis, step).find((id) => assignments.has(id)) ?? null },
    state: stateOf(step, today),
    isRecordable: !isOver(analysis) && doneOn === null && isAnchored,
  };
}

/** The assignments in which a step may be proved: that of the quarter, else that of the year of its due day. */
function assignmentsFor({ edition, organisationId, year }: RiskAnalysis, { subtask, period, dueOn }: Step): string[] {
  const periods = [...(period === null ? [] : [period]), String(dueOn === null ? year : dueOn.slice(0, 4)), String(year)];
  return periods.map((each) => assignmentId(edition, subtask, organisationId, each));
}

/** All of them, to be asked for at once. */
export function assignmentsOf(analysis: RiskAnalysis): string[] {
  return [...new Set(analysis.steps.flatMap((step) => assignmentsFor(analysis, step)))];
}

function stateOf({ doneOn, dueOn }: Step, today: Day): AnalysisStepView['state'] {
  if (doneOn !== null) {
    return isOnTime(doneOn, dueOn) ? 'on-time' : 'late';
  }
  if (dueOn === null || dueOn > today) {
    return 'ahead';
  }
  return dueOn === today ? 'today' : 'overdue';
}

function historyView({ at, by, act, step, reason, moved }: HistoryEntry, rules: AnalysisRules): AnalysisView['history'][number] {
  const { title, period } = step === null ? { title: null, period: null } : moveView({ step, before: null, after: null }, rules);
  return { at: at.toISOString(), by, act, step, title, period, reason, moved: moved.map((move) => moveView(move, rules)) };
}

/** The public was told of another day than the one on which it begins now. */
function announcedOtherDay({ steps, history }: RiskAnalysis, rules: AnalysisRules): Finding[] {
  const ofStart = rules.steps.flatMap(({ code, anchor }) => (anchor === 'analysis_start' ? [code] : []));
  const announced = steps.find(({ code }) => ofStart.includes(code))?.recordedAt;
  const isMoved = history.some(({ act, at, moved }) => act === 'replanned' && announced && at > announced && moved.some(({ step }) => step === 'analysis_start'));
  return isMoved ? [{ code: 'analysis.announced_other_day', severity: 'warned', data: {} }] : [];
}

function allowedTo(analysis: RiskAnalysis, { mayManage, today }: ViewFacts): AnalysisView['allowed'] {
  if (!mayManage || analysis.isCancelled) {
    return [];
  }
  const isInternal = analysis.kind === 'internal';
  const going: AnalysisView['allowed'] = isOver(analysis) ? [] : ['replan', ...(isInternal ? ['record' as const] : []), 'cancel'];
  return [...going, ...(isInternal && analysis.start <= today ? ['list-positions' as const] : [])];
}
