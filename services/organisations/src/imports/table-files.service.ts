import { ZipArchive, ZipRefused } from '@aigaq/documents/zip-archive';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { importErrors } from './import.errors.js';
import { MOST_ROWS } from './register-row.js';

export type TableFormat = 'xlsx' | 'csv';
type Table = readonly (readonly string[])[];

const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula, behind any number of our own marks. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Tables of text as XLSX and CSV. */
@Injectable()
export class TableFiles {
  /** @throws import.empty, import.not_a_table, import.too_many_rows, import.unpacks_too_large */
  async read(file: Buffer): Promise<string[][]> {
    if (file.length === 0) {
      throw importErrors.empty();
    }
    const table = file.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(file) : readCsv(file);
    if (table.length > MOST_ROWS + 1) {
      throw importErrors.too_many_rows({ most: MOST_ROWS });
    }
    return table.map((row) => row.map(withoutMark));
  }

  write(table: Table, format: TableFormat): Promise<Buffer> {
    const safe = table.map((row) => row.map(withMark));
    return format === 'csv' ? Promise.resolve(writeCsv(safe)) : writeXlsx(safe);
  }
}

function withMark(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function withoutMark(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function readCsv(file: Buffer): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    if (text.includes('\0')) {
      throw importErrors.not_a_table();
    }
    const heading = text.slice(0, Math.max(text.indexOf('\n'), 0) || undefined);
    return parse(text, {
      delimiter: heading.includes(';') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: MOST_ROWS + 2,
    });
  } catch {
    throw importErrors.not_a_table();
  }
}

function writeCsv(table: Table): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + stringify(table as string[][], { delimiter: ';', record_delimiter: '\r\n' }));
}

async function readXlsx(file: Buffer): Promise<string[][]> {
  refuseBomb(file);
  try {
    return (await readSheet(file)).map((row) => row.map(textOf));
  } catch {
    throw importErrors.not_a_table();
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
    throw error instanceof ZipRefused && error.fault === 'bomb'
      ? importErrors.unpacks_too_large({ megabytes: MOST_UNPACKED_BYTES / (1024 * 1024) })
      : importErrors.not_a_table();
  }
}

/** Days that a spreadsheet keeps as dates are days again. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10);
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function writeXlsx(table: Table): Promise<Buffer> {
  return writeExcelFile(table.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))).toBuffer();
}
