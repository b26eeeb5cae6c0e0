import { errorTable } from '@aigaq/kernel';

export const identityErrors = errorTable('identity', {
  unavailable: ['unavailable', 'The identity server cannot be reached.'],
  name_taken: ['conflict', 'The user name or the e-mail address belongs to another account.'],
  unknown_account: ['not_found', 'There is no such account.'],
  weak_password: ['invalid', 'The password does not satisfy the password policy.'],
});
