import { errorTable } from '@aigaq/kernel';

export const clearanceErrors = errorTable('clearance', {
  not_found: ['not_found', 'There is no such line of a name list.'],
  own_person: ['forbidden', 'Nobody puts himself on a name list.'],
  no_membership: ['invalid', 'The person has no role in this body.'],
  wrong_dates: ['invalid', 'The last day lies before the first.'],
  already_granted: ['conflict', 'The person is on this name list already.'],
  already_ended: ['conflict', 'The person is no longer on this name list.'],
});
