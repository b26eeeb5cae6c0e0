import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { ZipArchive, ZipRefused } from '../inspect/zip-archive.js';

export type TableFormat = 'xlsx' | 'csv';
export type Table = readonly (readonly string[])[];
export interface Sheet {
  name: string;
  rows: Table;
}

/** Why a file is not read: it is neither XLSX nor CSV in UTF-8, or unfolds to more than `MOST_UNPACKED_BYTES`. */
export class TableRefused extends Error {
  constructor(readonly fault: 'not-a-table' | 'bomb') {
    super(fault);
  }
}

export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula, behind any number of our own marks. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * The rows of a CSV file (comma or semicolon) or of the first sheet of an XLSX file, as text; at most `mostRows` and one more.
 * @throws TableRefused
 */
export async function readTable(file: Buffer, mostRows: number): Promise<string[][]> {
  const isXlsx = file.subarray(0, 2).toString('latin1') === 'PK';
  const rows = isXlsx ? ((await xlsxSheets(file, true))[0]?.rows ?? []) : csvRows(file, mostRows);
  return rows.map((row) => row.map(withoutMark));
}

/**
 * All sheets of an XLSX file with their texts as they are.
 * @throws TableRefused
 */
export async function readSheets(file: Buffer): Promise<Sheet[]> {
  const sheets = await xlsxSheets(file, false);
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(withoutMark)) }));
}

/** A table that a spreadsheet shows as text: nothing in it is taken for a formula. */
export function writeTable(table: Table, format: TableFormat): Promise<Buffer> {
  const safe = table.map((row) => row.map(withMark));
  return format === 'csv' ? Promise.resolve(csvOf(safe)) : writeXlsx(cellsOf(safe)).toBuffer();
}

/** An XLSX file of several sheets; the heading stays in sight. */
export function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const safe = sheets.map(({ name, rows }) => ({ sheet: name, data: cellsOf(rows.map((row) => row.map(withMark))), stickyRowsCount: 1 }));
  return writeXlsx(safe).toBuffer();
}

/** A formula; or a word that every object knows (`constructor`), with which the writer of XLSX is at a loss. */
function isMarked(cell: string): boolean {
  return FORMULA.test(cell) || cell.replace(/^'+/, '') in {};
}

function withMark(cell: string): string {
  return isMarked(cell) ? `'${cell}` : cell;
}

function withoutMark(cell: string): string {
  return cell.startsWith("'") && isMarked(cell) ? cell.slice(1) : cell;
}

function csvRows(file: Buffer, mostRows: number): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    if (text.includes('\0')) {
      throw new TableRefused('not-a-table');
    }
    const heading = text.slice(0, Math.max(text.indexOf('\n'), 0) || undefined);
    return parse(text, {
      delimiter: heading.includes(';') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: mostRows + 2,
    });
  } catch {
    throw new TableRefused('not-a-table');
  }
}

function csvOf(table: Table): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + stringify(table as string[][], { delimiter: ';', record_delimiter: '\r\n' }));
}

async function xlsxSheets(file: Buffer, trim: boolean): Promise<{ name: string; rows: string[][] }[]> {
  refuseBomb(file);
  try {
    return (await readXlsx(file, { trim })).map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch {
    throw new TableRefused('not-a-table');
  }
}

/** Everything is unfolded once within the limit before it is read as a table: what the archive says of its sizes is a claim. */
function refuseBomb(file: Buffer): void {
  try {
    const archive = new ZipArchive(file);
    let left = MOST_UNPACKED_BYTES;
    for (const name of archive.names) {
      left -= archive.read(name, left)?.length ?? 0;
    }
  } catch (error) {
    throw new TableRefused(error instanceof ZipRefused && error.fault === 'bomb' ? 'bomb' : 'not-a-table');
  }
}

/** Days that a spreadsheet keeps as dates are days again. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10);
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function cellsOf(table: Table) {
  return table.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
}
