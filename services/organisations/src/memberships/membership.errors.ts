import { errorTable } from '@aigaq/kernel';

export const membershipErrors = errorTable('membership', {
  not_found: ['not_found', 'There is no such role of a person in a body.'],
  unknown_body: ['invalid', 'The body is not in the register.'],
  wrong_dates: ['invalid', 'The last day lies before the first.'],
  body_closed: ['conflict', 'The body is closed by then.'],
  own_person: ['forbidden', 'Nobody decides about a role of his own.'],
  not_grantable: ['forbidden', 'You may not give or end this role in this body.'],
  already_held: ['conflict', 'The person holds this role with these dates already.'],
  already_ended: ['conflict', 'The role has ended already.'],
  end_in_the_past: ['invalid', 'A role is not ended for days that are over.'],
  last_administrator: ['conflict', 'Nobody else would be left who administers the system.'],
});
