import { day, type Day, WorkingCalendar } from '@aigaq/calendar';
import type { Actor } from '@aigaq/kernel';
import { loadAnalysisRules, loadCalendar } from '@aigaq/reference';
import { type Facts, type NewAnalysis, planned, type RiskAnalysis } from '../src/analyses/analysis.js';
import { DISTRICT, EXECUTOR, REGION } from './examples.js';

export const RULES = loadAnalysisRules('2024');
export const CALENDAR = WorkingCalendar.from(loadCalendar());
export const ID = `${DISTRICT}:2024-1`;

/** What is known in the morning of a day. */
export function facts(today = '2024-05-13', change: Partial<Facts> = {}): Facts {
  return { now: new Date(`${today}T04:00:00Z`), today: day(today), calendar: CALENDAR, rules: RULES, others: [], ...change };
}

export function draft(change: Partial<NewAnalysis> = {}): NewAnalysis {
  return {
    id: ID,
    kind: 'internal',
    organisationId: DISTRICT,
    organisationKind: 'akimat-district',
    regionId: 'kostanay',
    scope: [DISTRICT, REGION, 'agency'],
    object: 'Отдел земельных отношений',
    start: day('2024-06-03'),
    end: day('2024-06-28'),
    team: [{ name: 'Ахметова Г.М.', position: 'Руководитель рабочей группы' }],
    ...change,
  };
}

export const analysis = (change: Partial<NewAnalysis> = {}, by: Actor = EXECUTOR): RiskAnalysis => planned(draft(change), by, facts()).next;

export const daysOf = (start: string, end: string): { start: Day; end: Day } => ({ start: day(start), end: day(end) });

export const dueOf = ({ steps }: Pick<RiskAnalysis, 'steps'>): Record<string, string | null> => Object.fromEntries(steps.map(({ key, dueOn }) => [key, dueOn]));
