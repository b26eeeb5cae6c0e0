import { errorTable } from '@aigaq/kernel';

export const overviewErrors = errorTable('overview', {
  unknown: ['not_found', 'There is no such overview.'],
});
