import { errorTable } from '@aigaq/kernel';

export const aggregateErrors = errorTable('aggregate', {
  conflict: ['conflict', 'Others kept changing the same thing at the same moment.'],
});
