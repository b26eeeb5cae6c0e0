import { errorTable } from '@aigaq/kernel';

export const editionErrors = errorTable('edition', {
  unknown: ['not_found', 'There is no such edition of the card.'],
  published: ['conflict', 'A published edition never changes.'],
  in_review: ['conflict', 'The version is under review: send it back before it is changed.'],
  not_in_review: ['conflict', 'Only what was sent for review is published or sent back.'],
  own_work: ['forbidden', 'Whoever changed the card last, or sent it for review, does not publish it.'],
  draft_exists: ['conflict', 'The next version of this edition is being prepared already.'],
  taken: ['conflict', 'There is such an edition already.'],
  no_map: ['invalid', 'The edition was not made from an older one, so it has no map of codes.'],
  changed_meanwhile: ['conflict', 'Somebody else has changed the draft meanwhile.'],
  not_published: ['conflict', 'Only a published edition can be rolled out.'],
  dates_missing: ['invalid', 'Some subtasks have no dates yet.'],
  empty_part: ['invalid', 'A project has tasks, and a task has subtasks.'],
  dates_disordered: ['invalid', 'The days must follow each other: opens, due, locked.'],
  unknown_period: ['invalid', 'The card has no such subtask or period.'],
  other_year: ['invalid', 'An amendment is of the same year as the version that it amends.'],
  unknown_code: ['invalid', 'The card has nothing with this code.'],
  code_taken: ['invalid', 'The code is taken.'],
  wrong_parent: ['invalid', 'It cannot stand there.'],
  not_empty: ['invalid', 'Something stands below it: remove that first.'],
});
