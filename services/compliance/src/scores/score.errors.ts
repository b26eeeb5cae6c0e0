import { errorTable } from '@aigaq/kernel';

export const scoreErrors = errorTable('score', {
  not_found: ['not_found', 'There is no such score.'],
});
