import type { ExposedPosition } from '@aigaq/api';
import type { Day, WorkingCalendar } from '@aigaq/calendar';
import { AnalysisCancelledSchema, AnalysisPlannedSchema, AnalysisReplannedSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Actor, Decision } from '@aigaq/kernel';
import type { AnalysisRules, AnalysisStage } from '@aigaq/reference';
import { analysisErrors } from './analysis.errors.js';
import { type ChainDate, planAnalysis } from './chain.js';
import { checkDays, type CheckFacts, type Finding, type OtherAnalysis } from './checks.js';

/** A date of the chain, and what was done of it. */
export interface Step extends ChainDate {
  doneOn: Day | null;
  doneBy: Person | null;
  recordedAt: Date | null;
  link: string | null;
  remark: string | null;
}

export interface Person {
  id: string;
  name: string;
}

/** `analysis_start`, `analysis_end` or the key of a step; null: it was not there, is not there any more, or cannot be counted. */
export interface Move {
  step: string;
  before: Day | null;
  after: Day | null;
}

export interface HistoryEntry {
  at: Date;
  by: Person;
  act: 'planned' | 'replanned' | 'step-done' | 'step-corrected' | 'cancelled' | 'positions-listed';
  step: string | null;
  reason: string | null;
  moved: Move[];
}

/** One analysis of the corruption risks of a body: its two days, the chain that follows from them, and what became of each date. */
export interface RiskAnalysis {
  id: string;
  edition: string;
  year: number;
  kind: 'internal' | 'external';
  organisationId: string;
  organisationKind: string;
  regionId: string | null;
  scope: string[];
  object: string;
  start: Day;
  end: Day;
  team: { name: string; position: string }[];
  /** The last step done; that the analysis is under way follows from the day (`statusOn`). */
  stage: AnalysisStage;
  isCancelled: boolean;
  steps: Step[];
  positions: ExposedPosition[];
  positionsCount: number;
  /** Counts the lists that were made. */
  positionsVersion: number;
  positionsListedOn: Day | null;
  history: HistoryEntry[];
}

/** What is known when something is decided. */
export interface Facts {
  now: Date;
  today: Day;
  calendar: WorkingCalendar;
  rules: AnalysisRules;
  /** Other analyses of the body that are not cancelled. */
  others: readonly (OtherAnalysis & { object: string })[];
}

export type NewAnalysis = Pick<RiskAnalysis, 'id' | 'kind' | 'organisationId' | 'organisationKind' | 'regionId' | 'scope' | 'object' | 'start' | 'end' | 'team'>;

/** The year in which an analysis begins is the one for which it counts. */
const yearOf = (day: Day): number => Number(day.slice(0, 4));

export function personOf({ id, name }: Actor): Person {
  return { id, name };
}

/** What the checks say of the days; `done` of an analysis that is under way. */
export function findingsOf(days: { start: Day; end: Day }, dates: readonly ChainDate[], facts: Facts, done: readonly string[] = []): Finding[] {
  const checks: CheckFacts = { ...facts, done: new Set(done) };
  return checkDays(days, dates, checks);
}

export function planned(analysis: NewAnalysis, by: Actor, facts: Facts): Decision<RiskAnalysis> {
  const { kind, start, end, object } = analysis;
  const dates = kind === 'internal' ? planAnalysis(analysis, facts.calendar, facts.rules) : [];
  mustBeOrdered(analysis);
  if (kind === 'internal') {
    mustBeAllowed(findingsOf(analysis, dates, facts));
  }
  mustBeAlone(analysis, facts);
  const entry: HistoryEntry = { at: facts.now, by: personOf(by), act: 'planned', step: null, reason: null, moved: [] };
  const next: RiskAnalysis = {
    ...analysis,
    edition: facts.rules.edition,
    year: yearOf(start),
    stage: 'planned',
    isCancelled: false,
    steps: dates.map(undone),
    positions: [],
    positionsCount: 0,
    positionsVersion: 0,
    positionsListedOn: null,
    history: [entry],
  };
  const told = event(AnalysisPlannedSchema, {
    analysisId: next.id,
    organisationId: next.organisationId,
    ...{ edition: next.edition, year: next.year, kind, object, startOn: start, endOn: end },
    steps: dates.map(({ key, subtask, dueOn, isProvisional }) => ({ step: key, subtaskCode: subtask, dueOn: dueOn ?? '', provisional: isProvisional })),
    plannedBy: personOf(by),
    plannedAt: timestampFromDate(facts.now),
  });
  return { next, events: [told] };
}

const undone = (date: ChainDate): Step => ({ ...date, doneOn: null, doneBy: null, recordedAt: null, link: null, remark: null });

/** Other days for the analysis: every date that is not done follows, and stands in the history with what it was before. */
export function replanned(analysis: RiskAnalysis, by: Actor, to: { start: Day; end: Day; reason: string }, facts: Facts): Decision<RiskAnalysis> {
  mustBeMovable(analysis, to, facts);
  const { start, end, reason } = to;
  const steps = counted({ ...analysis, start, end }, facts);
  mustBeOrdered(to);
  if (analysis.kind === 'internal') {
    mustBeAllowed(findingsOf(to, steps, facts, doneKeys(analysis)));
  }
  mustBeAlone({ ...analysis, start, end }, facts);
  const moved = movesTo(analysis, { start, end, steps });
  const entry: HistoryEntry = { at: facts.now, by: personOf(by), act: 'replanned', step: null, reason, moved };
  const told = event(AnalysisReplannedSchema, {
    analysisId: analysis.id,
    organisationId: analysis.organisationId,
    ...{ startOn: start, endOn: end, reason, moved: moved.map(toldMove) },
    replannedBy: personOf(by),
    replannedAt: timestampFromDate(facts.now),
  });
  return { next: { ...analysis, start, end, year: yearOf(start), steps, history: [...analysis.history, entry] }, events: [told] };
}

/** The steps as they follow from the days and from what is done; a step that is done keeps the due day that it was done by. */
export function counted(analysis: Pick<RiskAnalysis, 'kind' | 'start' | 'end' | 'steps'>, { calendar, rules }: Pick<Facts, 'calendar' | 'rules'>): Step[] {
  if (analysis.kind === 'external') {
    return [];
  }
  const known = new Map(analysis.steps.map((step) => [step.key, step]));
  const done = new Map(analysis.steps.flatMap(({ key, doneOn }) => (doneOn ? [[key, doneOn] as const] : [])));
  return planAnalysis({ start: analysis.start, end: analysis.end, done }, calendar, rules).map((date) => {
    const before = known.get(date.key);
    return before?.doneOn ? before : undone(date);
  });
}

export function movesTo(before: Pick<RiskAnalysis, 'start' | 'end' | 'steps'>, after: Pick<RiskAnalysis, 'start' | 'end' | 'steps'>): Move[] {
  const days = (of: typeof before): Map<string, Day | null> =>
    new Map([['analysis_start', of.start], ['analysis_end', of.end], ...of.steps.map(({ key, dueOn }) => [key, dueOn] as const)]);
  const [was, is] = [days(before), days(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const all = keys.map((step) => ({ step, before: was.get(step) ?? null, after: is.get(step) ?? null }));
  return all.filter((move) => move.before !== move.after);
}

export const toldMove = ({ step, before, after }: Move) => ({ step, before: before ?? '', after: after ?? '' });

export const doneKeys = ({ steps }: Pick<RiskAnalysis, 'steps'>): string[] => steps.flatMap(({ key, doneOn }) => (doneOn ? [key] : []));

export function cancelled(analysis: RiskAnalysis, by: Actor, reason: string, now: Date): Decision<RiskAnalysis> {
  mustGoOn(analysis);
  const entry: HistoryEntry = { at: now, by: personOf(by), act: 'cancelled', step: null, reason, moved: [] };
  const told = event(AnalysisCancelledSchema, {
    analysisId: analysis.id,
    organisationId: analysis.organisationId,
    ...{ reason, cancelledBy: personOf(by), cancelledAt: timestampFromDate(now) },
  });
  return { next: { ...analysis, isCancelled: true, history: [...analysis.history, entry] }, events: [told] };
}

export function mustGoOn({ id, stage, isCancelled }: RiskAnalysis): void {
  if (isCancelled || stage === 'done') {
    throw analysisErrors.over({ analysisId: id });
  }
}

function mustBeMovable(analysis: RiskAnalysis, to: { start: Day; end: Day }, { today, rules }: Facts): void {
  mustGoOn(analysis);
  const { start, end } = analysis;
  if (to.start === start && to.end === end) {
    throw analysisErrors.unmoved({ start, end });
  }
  if (to.start !== start && start <= today && analysis.kind === 'internal') {
    throw analysisErrors.begun({ start });
  }
  if (to.end !== end && isEndPast(analysis, rules)) {
    throw analysisErrors.note_signed({ end });
  }
}

/** Something that follows the end was done: the note is signed. */
function isEndPast(analysis: RiskAnalysis, { steps }: AnalysisRules): boolean {
  const done = doneKeys(analysis);
  return steps.some((step) => step.kind === 'offset' && step.anchor === 'analysis_end' && step.direction === 'after' && done.includes(step.code));
}

function mustBeOrdered({ start, end }: { start: Day; end: Day }): void {
  if (end < start) {
    throw analysisErrors.disordered({ start, end });
  }
}

const REFUSALS: Readonly<Record<string, (data: Record<string, string>) => Error>> = {
  'analysis.year_unknown': analysisErrors.year_unknown,
  'analysis.too_long': analysisErrors.too_long,
  'analysis.too_short': analysisErrors.too_short,
  'analysis.after_external': analysisErrors.after_external,
};

/** The first thing that the checks refuse is the answer; people see all of them before they send. */
function mustBeAllowed(findings: readonly Finding[]): void {
  const refused = findings.find(({ severity }) => severity === 'refused');
  if (refused) {
    throw REFUSALS[refused.code]?.(refused.data) ?? new Error(`no refusal for ${refused.code}`);
  }
}

type Occupied = Pick<RiskAnalysis, 'kind' | 'object' | 'start' | 'end'>;

/** Another analysis of the same object on some of the same days. */
export function overlapping<T extends OtherAnalysis & { object: string }>({ kind, object, start, end }: Occupied, others: readonly T[]): T | undefined {
  const name = (text: string): string => text.trim().toLocaleLowerCase('ru');
  return others.find((each) => each.kind === kind && name(each.object) === name(object) && each.start <= end && start <= each.end);
}

function mustBeAlone(analysis: Occupied, { others }: Facts): void {
  const other = overlapping(analysis, others);
  if (other) {
    throw analysisErrors.overlaps({ start: other.start, end: other.end });
  }
}
