import { errorTable } from '@aigaq/kernel';

export const headErrors = errorTable('head', {
  wrong_dates: ['invalid', 'The last day lies before the first.'],
  body_closed: ['invalid', 'The body is closed on that day.'],
  already_appointed: ['conflict', 'This person already holds this chair from that day.'],
});
