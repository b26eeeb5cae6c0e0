import { Day, LegalForm, OrganisationKind, RegisterBody } from '@aigaq/api';
import type { DomainError } from '@aigaq/kernel';
import type { Body, BodyDraft } from '../bodies/body.js';
import { importErrors } from './import.errors.js';

/** The columns of the export and of an import, in this order; the headings are the same in both languages. */
export const COLUMNS = [
  'id',
  'kind',
  'legal_form',
  'name_kk',
  'name_ru',
  'short_name_kk',
  'short_name_ru',
  'bin',
  'parent_id',
  'supervisor_ids',
  'region_id',
  'valid_from',
  'valid_until',
  'successor_ids',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Readonly<Record<Column, string>>;

export const MOST_ROWS = 50_000;
const BIN_DIGITS = 12;

/** A row of a table; `number` as the spreadsheet counts. */
export interface RegisterRow {
  number: number;
  cells: Cells;
}

/** What a row says of a body. */
export interface RowBody extends BodyDraft {
  validUntil: string | null;
  successorIds: string[];
}

/**
 * The rows of a table with a heading; empty ones are left out.
 * @throws import.empty, import.unknown_column, import.missing_column, import.too_many_rows
 */
export function rowsOf(table: readonly (readonly string[])[]): RegisterRow[] {
  const [heading = [], ...lines] = table;
  const columns = headed(heading);
  const filled = lines
    .map((line, index) => ({ number: index + 2, line }))
    .filter(({ line }) => line.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) {
    throw importErrors.empty();
  }
  if (filled.length > MOST_ROWS) {
    throw importErrors.too_many_rows({ most: MOST_ROWS });
  }
  return filled.map(({ number, line }) => ({ number, cells: cellsOf(columns, line) }));
}

function headed(heading: readonly string[]): (Column | undefined)[] {
  const names = heading.map((name) => name.trim().toLowerCase());
  const unknown = names.find((name, at) => name !== '' && (!isColumn(name) || names.indexOf(name) !== at));
  if (names.every((name) => name === '')) {
    throw importErrors.empty();
  }
  if (unknown !== undefined) {
    throw importErrors.unknown_column({ column: unknown });
  }
  const missing = COLUMNS.find((column) => !names.includes(column));
  if (missing !== undefined) {
    throw importErrors.missing_column({ column: missing });
  }
  return names.map((name) => (isColumn(name) ? name : undefined));
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

/** As the export writes them: without spaces around, lists with one space between, a BIN with the zeros that spreadsheets drop. */
function cellsOf(columns: readonly (Column | undefined)[], line: readonly string[]): Cells {
  const given = new Map(columns.map((column, at) => [column, (line[at] ?? '').trim()]));
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, given.get(column) ?? ''])) as Record<Column, string>;
  cells.supervisor_ids = ids(cells.supervisor_ids).join(' ');
  cells.successor_ids = ids(cells.successor_ids).join(' ');
  cells.bin = /^\d{9,11}$/.test(cells.bin) ? cells.bin.padStart(BIN_DIGITS, '0') : cells.bin;
  return cells;
}

function ids(list: string): string[] {
  return list.split(/[\s,;]+/).filter((id) => id !== '');
}

/** Why the row cannot be read; each cell by itself. */
export function faultsOf(cells: Cells): DomainError[] {
  const { id, kind, legal_form: legalForm } = cells;
  const days = (['valid_from', 'valid_until'] as const).filter(
    (column) => !Day.safeParse(cells[column]).success && !(column === 'valid_until' && cells[column] === ''),
  );
  return [
    ...(RegisterBody.shape.id.safeParse(id).success ? [] : [importErrors.bad_id({ id })]),
    ...(OrganisationKind.safeParse(kind).success ? [] : [importErrors.unknown_kind({ kind })]),
    ...(legalForm === '' || LegalForm.safeParse(legalForm).success ? [] : [importErrors.unknown_legal_form({ legalForm })]),
    ...days.map((column) => importErrors.bad_day({ column, value: cells[column] })),
    ...(cells.successor_ids === '' || cells.valid_until !== '' ? [] : [importErrors.successors_without_end()]),
  ];
}

/** What a row without faults says. */
export function bodyOfRow(cells: Cells): RowBody {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    id: cells.id,
    kind: OrganisationKind.parse(cells.kind),
    legalForm: LegalForm.nullable().parse(orNull(cells.legal_form)),
    name: { kk: cells.name_kk, ru: cells.name_ru },
    shortName: { kk: cells.short_name_kk, ru: cells.short_name_ru },
    bin: orNull(cells.bin),
    parentId: orNull(cells.parent_id),
    supervisorIds: ids(cells.supervisor_ids),
    regionId: orNull(cells.region_id),
    validFrom: cells.valid_from,
    validUntil: orNull(cells.valid_until),
    successorIds: ids(cells.successor_ids),
  };
}

/** A body as a row, with what holds today. */
export function rowOfBody(body: Body): Cells {
  return {
    id: body.id,
    kind: body.kind,
    legal_form: body.legalForm ?? '',
    name_kk: body.name.kk,
    name_ru: body.name.ru,
    short_name_kk: body.shortName.kk,
    short_name_ru: body.shortName.ru,
    bin: body.bin ?? '',
    parent_id: body.parentId ?? '',
    supervisor_ids: body.supervisorIds.join(' '),
    region_id: body.regionId ?? '',
    valid_from: body.validFrom,
    valid_until: body.validUntil ?? '',
    successor_ids: body.successorIds.join(' '),
  };
}
