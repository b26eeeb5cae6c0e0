import { errorTable } from '@aigaq/kernel';

export const editionErrors = errorTable('edition', {
  unknown: ['not_found', 'There is no such edition of the card.'],
  published: ['conflict', 'A published edition never changes.'],
  not_published: ['conflict', 'Only a published edition can be rolled out.'],
  dates_missing: ['invalid', 'Some subtasks have no dates yet.'],
  dates_disordered: ['invalid', 'The days must follow each other: opens, due, locked.'],
  unknown_subtask: ['not_found', 'The card has no such subtask.'],
  unknown_form: ['invalid', 'The card has no such form.'],
  rule_empty: ['invalid', 'A rule of evidence asks for one document at least.'],
  rule_not_wanted: ['invalid', 'The Agency confirms this subtask itself; nothing is uploaded.'],
  rule_for_nobody: ['invalid', 'Bodies of that kind are not asked for this subtask.'],
  unknown_period: ['invalid', 'The card has no such subtask or period.'],
  bad_period: ['invalid', 'The id of a person or an analysis has small Latin letters, digits and hyphens, at most 60.'],
});
