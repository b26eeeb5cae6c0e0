import { COLUMNS, type Sheet, type SheetName, SHEETS } from './card-sheets.js';

/** Why a cell cannot be read; `code` is a code of the catalogues under `sheet.`. Rows are counted as the spreadsheet does; 0: the whole sheet. */
export interface SheetFault {
  sheet: string;
  row: number;
  column: string;
  code: string;
  data: Record<string, string>;
}

export interface SheetRow {
  number: number;
  cells: Readonly<Record<string, string>>;
}
export type SheetRows = Record<SheetName, SheetRow[]>;

export const fault = (code: string, sheet: string, { row = 0, column = '', ...data }: { row?: number; column?: string } & Record<string, string | number> = {}): SheetFault => ({
  ...{ sheet, row, column, code },
  data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])),
});

/** The rows of the sheets by their columns, in whatever order they stand; empty ones are left out. Whatever is unknown or missing is a fault. */
export function rowsOfSheets(sheets: readonly Sheet[]): { rows: SheetRows; faults: SheetFault[] } {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const faults = [
    ...sheets.filter(({ name }) => !SHEETS.some((known) => known === name)).map(({ name }) => fault('unknown_sheet', name)),
    ...SHEETS.flatMap((name) => (byName.has(name) ? headingFaults(name, byName.get(name)?.rows[0] ?? []) : [fault('missing_sheet', name)])),
  ];
  return { rows: Object.fromEntries(SHEETS.map((name) => [name, rowsOf(byName.get(name)?.rows ?? [])])) as SheetRows, faults };
}

function headingFaults(sheet: SheetName, heading: readonly string[]): SheetFault[] {
  const known: readonly string[] = COLUMNS[sheet];
  const strange = heading.filter((column, at) => column !== '' && (!known.includes(column) || heading.indexOf(column) !== at));
  return [
    ...strange.map((column) => fault('unknown_column', sheet, { row: 1, column })),
    ...known.filter((column) => !heading.includes(column)).map((column) => fault('missing_column', sheet, { row: 1, column })),
  ];
}

function rowsOf([heading = [], ...lines]: readonly (readonly string[])[]): SheetRow[] {
  return lines
    .map((line, at) => ({ number: at + 2, cells: Object.fromEntries(heading.map((column, place) => [column, line[place] ?? ''])) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''));
}
