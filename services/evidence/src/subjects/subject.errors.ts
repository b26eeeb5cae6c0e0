import { errorTable } from '@aigaq/kernel';

export const subjectErrors = errorTable('subject', {
  unknown: ['not_found', 'There is nothing of that name to be proved.'],
  rule_unknown: ['unavailable', 'The rule for this paper has not arrived yet.'],
});
