import type { PeriodDates } from '@aigaq/api';
import type { Localised } from '@aigaq/kernel';
import type { CardSubtask } from '@aigaq/reference';
import type { Edition } from '../editions/edition.js';

export interface Sheet {
  name: string;
  rows: readonly (readonly string[])[];
}

/** The sheets of a card and their columns, the same in both languages. A `path` is a field of the data; JSON where no column has it. */
export const COLUMNS = {
  card: ['field', 'value'],
  projects: ['code', 'title_kk', 'title_ru', 'kk_status'],
  tasks: ['project', 'code', 'title_kk', 'title_ru', 'kk_status'],
  subtasks: [
    ...['task', 'code', 'title_kk', 'title_ru', 'kk_status', 'description_kk', 'description_ru', 'executors_kk', 'executors_ru'],
    ...['audience', 'period', 'submission', 'secrecy', 'related_2022', 'source_lines', 'source_text'],
  ],
  documents: ['subtask', 'id', 'kind', 'name_kk', 'name_ru', 'required', 'more'],
  notes: ['subtask', 'kk', 'ru'],
  rule: ['subtask', 'path', 'value'],
  dates: ['subtask', 'period', 'opens_on', 'due_on', 'locked_on'],
} as const;
export type SheetName = keyof typeof COLUMNS;
export const SHEETS = Object.keys(COLUMNS) as SheetName[];

/** What columns of their own have; all else goes to the sheet `rule`, by its path. */
const IN_COLUMNS = new Set([
  ...['code', 'title', 'kkStatus', 'description', 'executors.text', 'audience.kinds', 'period', 'submission', 'secrecy', 'related2022', 'sourceLines', 'sourceText'],
  ...['evidence.documents', 'notes'],
]);

/** A card with its days as sheets of text: the same data give the same sheets. */
export function sheetsOf({ card, dates, year, edition }: Pick<Edition, 'card' | 'dates' | 'year' | 'edition'>): Sheet[] {
  const { projects, ...whole } = card;
  const tasks = projects.flatMap((project) => project.tasks.map((task) => ({ task, project: project.code })));
  const subtasks = tasks.flatMap(({ task }) => task.subtasks.map((subtask) => ({ subtask, task: task.code })));
  const rows: Record<SheetName, string[][]> = {
    card: [['edition', edition], ['year', year === null ? '' : String(year)], ...pathsOf(whole).map(([path, value]) => [path, jsonOf(value)])],
    projects: projects.map(({ code, title, kkStatus }) => [code, ...pair(title), kkStatus]),
    tasks: tasks.map(({ task: { code, title, kkStatus }, project }) => [project, code, ...pair(title), kkStatus]),
    subtasks: subtasks.map(({ subtask, task }) => [task, ...cellsOf(subtask)]),
    documents: subtasks.flatMap(({ subtask }) => subtask.evidence.documents.map((document) => [subtask.code, ...documentCells(document)])),
    notes: subtasks.flatMap(({ subtask }) => subtask.notes.map((note) => [subtask.code, ...pair(note)])),
    rule: subtasks.flatMap(({ subtask }) => restOf(subtask).map(([path, value]) => [subtask.code, path, jsonOf(value)])),
    dates: subtasks.flatMap(({ subtask: { code } }) => (dates[code] ?? []).map((days) => [code, ...daysOf(days)])),
  };
  return SHEETS.map((name) => ({ name, rows: [COLUMNS[name], ...rows[name]] }));
}

const pair = ({ kk, ru }: Localised): [string, string] => [kk, ru];
const daysOf = ({ period, opensOn, dueOn, lockedOn }: PeriodDates): string[] => [period, opensOn, dueOn, lockedOn];

function cellsOf(subtask: CardSubtask): string[] {
  const { code, title, kkStatus, description, executors, audience, period, submission, secrecy, related2022, sourceLines, sourceText } = subtask;
  return [
    ...[code, ...pair(title), kkStatus, ...pair(description), ...pair(executors.text)],
    ...[audience.kinds.join(' '), period, submission, secrecy, related2022.join(' '), sourceLines, sourceText],
  ];
}

function documentCells({ id, kind, name, required, ...more }: CardSubtask['evidence']['documents'][number]): string[] {
  return [id, kind, ...pair(name), required ? 'yes' : 'no', jsonOf(more)];
}

function restOf(subtask: CardSubtask): [string, unknown][] {
  return pathsOf(subtask).filter(([path]) => !IN_COLUMNS.has(path)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The values of an object by path; a text in two languages, a list and an empty object are values. */
function pathsOf(value: object, before = ''): [path: string, value: unknown][] {
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .flatMap(([field, each]: [string, unknown]): [string, unknown][] =>
      isGroup(each) ? pathsOf(each, `${before}${field}.`) : [[`${before}${field}`, each]],
    );
}

function isGroup(value: unknown): value is object {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).length > 0 && !('kk' in value && 'ru' in value);
}

/** Keys in the order of the alphabet, so that equal data are equal text. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}
