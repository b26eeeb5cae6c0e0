import { errorTable } from '@aigaq/kernel';

export const mailErrors = errorTable('mail', {
  bad_address: ['invalid', 'The address or the id of the letter has a forbidden form.'],
  refused: ['invalid', 'The mail server refuses this letter for good.'],
  unavailable: ['unavailable', 'The mail server cannot be reached or cannot take the letter now.'],
});
