import { errorTable } from '@aigaq/kernel';

export const sheetErrors = errorTable('sheet', {
  not_a_table: ['invalid', 'The file is not XLSX.'],
  empty: ['invalid', 'The file is empty.'],
  too_large: ['invalid', 'The file is too large.'],
  unpacks_too_large: ['invalid', 'The file unfolds to more than is read.'],
});
