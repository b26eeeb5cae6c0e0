import { errorTable } from '@aigaq/kernel';

export const chairErrors = errorTable('chair', {
  not_found: ['not_found', 'There is no such chair in the body.'],
  only_one: ['conflict', 'The body has this chair already, and there is only one of its kind.'],
  wrong_dates: ['invalid', 'The last day of the chair lies before its first.'],
  abolished: ['conflict', 'The chair was abolished.'],
  held_later: ['conflict', 'Somebody is entered as its holder from a later day.'],
});
