import type { PeriodDays } from '@aigaq/api';
import { type Card, cardSchema } from '@aigaq/reference';
import { fault, type SheetFault, type SheetRow, type SheetRows } from './sheet-rows.js';

export interface SheetCard {
  card: Card;
  year: number | null;
  dates: Record<string, PeriodDays[]>;
}

type Cells = Readonly<Record<string, string>>;
type Data = Record<string, unknown>;
const both = (cells: Cells, name: string) => ({ kk: cells[`${name}_kk`] ?? '', ru: cells[`${name}_ru`] ?? '' });
const words = (list: string | undefined): string[] => (list ?? '').split(/\s+/).filter((word) => word !== '');

/** Puts the card together again; all faults are named, and a card comes out only where there is none. */
export function cardOfSheets(rows: SheetRows, edition: string): { faults: SheetFault[]; read?: SheetCard } {
  const faults = [...codeFaults(rows), ...placeFaults(rows), ...emptyTexts(rows)];
  const values = { card: jsonCells(rows.card, 'card', 'field', faults), rule: jsonCells(rows.rule, 'rule', 'path', faults), more: jsonCells(rows.documents, 'documents', 'id', faults, 'more') };
  const whole = new Map(rows.card.map(({ cells }) => [cells['field'] ?? '', cells['value'] ?? '']));
  if (whole.get('edition') !== edition) {
    faults.push(fault('other_edition', 'card', { column: 'value', edition: whole.get('edition') ?? '' }));
  }
  const meta = nested(rows.card.filter(({ cells }) => !isOurs(cells['field'])).map((row) => [row.cells['field'] ?? '', values.card.get(row)]));
  const card = { ...meta, projects: projectsOf(rows, values) };
  const parsed = faults.length > 0 ? undefined : cardSchema.safeParse(card);
  if (parsed?.success !== true) {
    return { faults: [...faults, ...(parsed?.error.issues ?? []).map((issue) => issueFault(issue, card, rows))] };
  }
  const year = whole.get('year');
  return { faults, read: { card: parsed.data, year: year ? Number(year) : null, dates: datesOf(rows.dates) } };
}

const isOurs = (field: string | undefined): boolean => field === 'edition' || field === 'year';

function codeFaults(rows: SheetRows): SheetFault[] {
  return (['projects', 'tasks', 'subtasks'] as const).flatMap((sheet) => {
    const codes = rows[sheet].map(({ cells }) => cells['code'] ?? '');
    return rows[sheet].flatMap(({ number, cells: { code = '' } }, at) =>
      code === '' || codes.indexOf(code) !== at ? [fault(code === '' ? 'no_code' : 'twice', sheet, { row: number, column: 'code', value: code })] : [],
    );
  });
}

/** What stands below something names it. */
function placeFaults(rows: SheetRows): SheetFault[] {
  const above = { tasks: ['projects', 'project'], subtasks: ['tasks', 'task'], documents: ['subtasks', 'subtask'], notes: ['subtasks', 'subtask'], rule: ['subtasks', 'subtask'], dates: ['subtasks', 'subtask'] } as const;
  return Object.entries(above).flatMap(([sheet, [parents, column]]) => {
    const known = new Set(rows[parents].map(({ cells }) => cells['code']));
    return rows[sheet as keyof typeof above].filter(({ cells }) => !known.has(cells[column])).map(({ number, cells }) => fault('unknown_parent', sheet, { row: number, column, value: cells[column] ?? '' }));
  });
}

/** Kazakh and Russian text is mandatory. */
function emptyTexts(rows: SheetRows): SheetFault[] {
  return Object.entries(rows).flatMap(([sheet, those]) =>
    those.flatMap(({ number, cells }) =>
      Object.entries(cells)
        .filter(([column, text]) => /(^|_)(kk|ru)$/.test(column) && text.trim() === '')
        .map(([column]) => fault('no_text', sheet, { row: number, column })),
    ),
  );
}

function jsonCells(rows: readonly SheetRow[], sheet: string, name: string, faults: SheetFault[], column = 'value'): Map<SheetRow, unknown> {
  const read = rows.map((row): [SheetRow, unknown] => {
    try {
      return [row, isOurs(row.cells[name]) && sheet === 'card' ? null : JSON.parse(row.cells[column] ?? '')];
    } catch {
      faults.push(fault('not_json', sheet, { row: row.number, column, value: row.cells[column] ?? '' }));
      return [row, null];
    }
  });
  return new Map(read);
}

/** Values by path as an object. */
function nested(values: readonly (readonly [path: string, value: unknown])[]): Data {
  const whole: Data = {};
  for (const [path, value] of values) {
    const fields = path.split('.');
    const last = fields.pop() ?? '';
    const group = fields.reduce<Data>((data, field) => (data[field] ??= {}) as Data, whole);
    group[last] = value;
  }
  return whole;
}

interface Values {
  rule: ReadonlyMap<SheetRow, unknown>;
  more: ReadonlyMap<SheetRow, unknown>;
}

function projectsOf(rows: SheetRows, values: Values): Data[] {
  const below = (those: readonly SheetRow[], column: string) => Map.groupBy(those, ({ cells }) => cells[column] ?? '');
  const [tasks, subtasks] = [below(rows.tasks, 'project'), below(rows.subtasks, 'task')];
  const of = { documents: below(rows.documents, 'subtask'), notes: below(rows.notes, 'subtask'), rule: below(rows.rule, 'subtask') };
  const named = ({ cells }: SheetRow) => ({ code: cells['code'] ?? '', title: both(cells, 'title'), kkStatus: cells['kk_status'] });
  return rows.projects.map((project) => ({
    ...named(project),
    tasks: (tasks.get(named(project).code) ?? []).map((task) => ({
      ...named(task),
      subtasks: (subtasks.get(named(task).code) ?? []).map((subtask) => {
        const { code } = named(subtask);
        return subtaskOf(subtask, of.documents.get(code) ?? [], of.notes.get(code) ?? [], nested((of.rule.get(code) ?? []).map((row) => [row.cells['path'] ?? '', values.rule.get(row)])), values);
      }),
    })),
  }));
}

function subtaskOf({ cells }: SheetRow, documents: readonly SheetRow[], notes: readonly SheetRow[], rest: Data, { more }: Values): Data {
  return {
    ...rest,
    code: cells['code'],
    title: both(cells, 'title'),
    kkStatus: cells['kk_status'],
    description: both(cells, 'description'),
    executors: { ...(rest['executors'] as Data), text: both(cells, 'executors') },
    audience: { ...(rest['audience'] as Data), kinds: words(cells['audience']) },
    period: cells['period'],
    submission: cells['submission'],
    secrecy: cells['secrecy'],
    related2022: words(cells['related_2022']),
    sourceLines: cells['source_lines'],
    sourceText: cells['source_text'],
    notes: notes.map(({ cells: { kk = '', ru = '' } }) => ({ kk, ru })),
    evidence: {
      ...(rest['evidence'] as Data),
      documents: documents.map((row) => {
        const { id, kind, required } = row.cells;
        return { ...(more.get(row) as Data), id, kind, name: both(row.cells, 'name'), required: required === 'yes' ? true : required === 'no' ? false : required };
      }),
    },
  };
}

function datesOf(rows: readonly SheetRow[]): Record<string, PeriodDays[]> {
  const days = Map.groupBy(rows, ({ cells }) => cells['subtask'] ?? '');
  return Object.fromEntries(
    [...days].map(([code, those]) => [
      code,
      those.map(({ cells }) => ({ period: cells['period'] ?? '', opensOn: cells['opens_on'] ?? '', dueOn: cells['due_on'] ?? '', lockedOn: cells['locked_on'] ?? '' })).sort((a, b) => (a.period < b.period ? -1 : 1)),
    ]),
  );
}

const LISTS = ['projects', 'tasks', 'subtasks'] as const;
const OWN_COLUMNS: Readonly<Record<string, string>> = { kkStatus: 'kk_status', related2022: 'related_2022', sourceLines: 'source_lines', sourceText: 'source_text' };

/** Where in the sheets something stands that the form of a card does not allow. */
function issueFault({ path, message }: { path: PropertyKey[]; message: string }, card: { projects: Data[] }, rows: SheetRows): SheetFault {
  const depth = [0, 1, 2].findIndex((level) => typeof path[level * 2 + 1] !== 'number' || path[level * 2] !== LISTS[level]);
  const levels = depth === -1 ? LISTS.length : depth;
  const field = path.slice(levels * 2).map(String).join('.');
  const item = path.slice(0, levels * 2).reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)[step], card) as Data;
  const sheet = levels === 0 ? 'card' : (LISTS[levels - 1] ?? 'card');
  const row = sheet === 'card' ? undefined : rows[sheet].find(({ cells }) => cells['code'] === item['code']);
  return fault('not_valid', sheet, { row: row?.number ?? 0, column: OWN_COLUMNS[field] ?? field, message });
}
