import { errorTable } from '@aigaq/kernel';

export const entityErrors = errorTable('entity', {
  not_found: ['not_found', 'There is no such entity.'],
});

export const documentErrors = errorTable('document', {
  unknown_code: ['not_found', 'The programme does not ask for such a document.'],
  wrong_dates: ['invalid', 'The last day lies before the first.'],
  not_yet_in_force: ['invalid', 'The document is not in force yet.'],
  already_expired: ['invalid', 'The document is no longer in force.'],
  evidence_unknown: ['invalid', 'There is no such evidence of this entity.'],
  evidence_of_other_document: ['invalid', 'The evidence was uploaded for another document.'],
  evidence_unchecked: ['conflict', 'The evidence is still being read.'],
  evidence_failed: ['conflict', 'The check of the evidence failed.'],
});
