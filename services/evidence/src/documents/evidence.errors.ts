import { errorTable } from '@aigaq/kernel';

export const evidenceErrors = errorTable('evidence', {
  unknown: ['not_found', 'There is no such evidence.'],
  taken: ['conflict', 'This evidence, or its place among the papers of the subject, is taken.'],
  no_file: ['not_found', 'The paper has no such file.'],
  no_page: ['not_found', 'The paper has no such page.'],
  copy_making: ['conflict', 'The searchable copy is being made.'],
  copy_withheld: ['conflict', 'What is secret has no searchable copy and stands in no index.'],
  copy_impossible: ['conflict', 'No searchable copy of this paper can be made.'],
});
