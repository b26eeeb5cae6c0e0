import { errorTable } from '@aigaq/kernel';

export const editionErrors = errorTable('edition', {
  unknown: ['not_found', 'There is no such edition of the card.'],
  published: ['conflict', 'A published edition never changes.'],
  not_published: ['conflict', 'Only a published edition can be rolled out.'],
  dates_missing: ['invalid', 'Some subtasks have no dates yet.'],
  dates_disordered: ['invalid', 'The days must follow each other: opens, due, locked.'],
  unknown_period: ['invalid', 'The card has no such subtask or period.'],
  bad_period: ['invalid', 'The id of a person or an analysis has small Latin letters, digits and hyphens, at most 60.'],
});
