import { errorTable } from '@aigaq/kernel';

export const membershipErrors = errorTable('membership', {
  unknown_body: ['invalid', 'The body is not in the register.'],
  wrong_dates: ['invalid', 'The last day lies before the first.'],
});
