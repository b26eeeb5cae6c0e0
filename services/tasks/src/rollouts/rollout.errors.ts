import { errorTable } from '@aigaq/kernel';

export const rolloutErrors = errorTable('rollout', {
  unknown: ['not_found', 'There is no such rollout.'],
});
