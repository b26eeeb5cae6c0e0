import { errorTable } from '@aigaq/kernel';

export const acknowledgementErrors = errorTable('acknowledgement', {
  unknown: ['not_found', 'There is nothing of this kind to take note of.'],
  not_executor: ['forbidden', 'Only those who work for the body, or answer for it, take note for it.'],
});
