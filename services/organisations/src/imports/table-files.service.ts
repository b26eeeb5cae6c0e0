import { MOST_UNPACKED_BYTES, readTable, type Table, type TableFormat, TableRefused, writeTable } from '@aigaq/documents/tables';
import { Injectable } from '@nestjs/common';
import { importErrors } from './import.errors.js';
import { MOST_ROWS } from './register-row.js';

/** Tables of text as XLSX and CSV. */
@Injectable()
export class TableFiles {
  /** @throws import.empty, import.not_a_table, import.too_many_rows, import.unpacks_too_large */
  async read(file: Buffer): Promise<string[][]> {
    if (file.length === 0) {
      throw importErrors.empty();
    }
    const table = await readTable(file, MOST_ROWS).catch((error: unknown) => {
      throw error instanceof TableRefused ? refusalOf(error) : error;
    });
    if (table.length > MOST_ROWS + 1) {
      throw importErrors.too_many_rows({ most: MOST_ROWS });
    }
    return table;
  }

  write(table: Table, format: TableFormat): Promise<Buffer> {
    return writeTable(table, format);
  }
}

function refusalOf({ fault }: TableRefused): Error {
  return fault === 'bomb' ? importErrors.unpacks_too_large({ megabytes: MOST_UNPACKED_BYTES / (1024 * 1024) }) : importErrors.not_a_table();
}
