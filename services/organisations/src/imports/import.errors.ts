import { errorTable } from '@aigaq/kernel';

export const importErrors = errorTable('import', {
  not_a_table: ['invalid', 'The file is neither XLSX nor CSV in UTF-8.'],
  empty: ['invalid', 'The file has no rows.'],
  too_large: ['invalid', 'The file is too large.'],
  too_many_rows: ['invalid', 'The file has too many rows.'],
  unpacks_too_large: ['invalid', 'The file unfolds to more than is read.'],
  unknown_column: ['invalid', 'The table has a column that is not known.'],
  missing_column: ['invalid', 'The table lacks a column.'],
  bad_id: ['invalid', 'An id has 3 to 80 small Latin letters, digits and hyphens.'],
  unknown_kind: ['invalid', 'There is no such kind of body.'],
  unknown_legal_form: ['invalid', 'There is no such legal form.'],
  bad_day: ['invalid', 'A day is written as YYYY-MM-DD.'],
  twice: ['invalid', 'The id stands in another row too.'],
  first_day_fixed: ['invalid', 'The first day of a body in the register does not change.'],
  successors_without_end: ['invalid', 'Successors need the last day of the body.'],
});
