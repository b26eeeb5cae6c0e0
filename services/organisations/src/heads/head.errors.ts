import { errorTable } from '@aigaq/kernel';

export const headErrors = errorTable('head', {
  not_found: ['not_found', 'There is no such entry in the register of heads.'],
  wrong_dates: ['invalid', 'The last day lies before the first.'],
  body_closed: ['invalid', 'The body is closed on that day.'],
  unknown_chair: ['invalid', 'The body has no such chair of this level.'],
  chair_needed: ['invalid', 'The body has several chairs of this level; say which.'],
  already_appointed: ['conflict', 'This person already holds this chair from that day.'],
  already_ended: ['conflict', 'The time ended no later than that.'],
  overlap: ['conflict', 'Somebody else holds the chair in that time.'],
  acting_twice: ['conflict', 'Somebody else acts in the chair in that time.'],
});
