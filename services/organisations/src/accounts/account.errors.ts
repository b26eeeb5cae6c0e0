import { errorTable } from '@aigaq/kernel';

export const accountErrors = errorTable('account', {
  not_found: ['not_found', 'There is no such person.'],
  username_taken: ['conflict', 'Somebody else has this user name.'],
  email_taken: ['conflict', 'Somebody else has this e-mail address.'],
  deactivated: ['conflict', 'The account is deactivated.'],
  not_deactivated: ['conflict', 'The account is not deactivated.'],
  own_person: ['forbidden', 'Nobody manages his own account.'],
  beyond_reach: ['forbidden', 'The person holds a role that you may not give.'],
});
