import { errorTable } from '@aigaq/kernel';

export const referenceErrors = errorTable('reference', {
  unreadable: ['unavailable', 'A file of reference data cannot be read.'],
  invalid: ['invalid', 'A file of reference data does not have the expected form.'],
});
