import { errorTable } from '@aigaq/kernel';

export const correctionErrors = errorTable('correction', {
  not_reviewer: ['forbidden', 'Only those who review papers of this body may correct what the machine read.'],
  own_paper: ['forbidden', 'Nobody reviews a paper of the own body or one that he uploaded.'],
  not_read: ['conflict', 'The machine has not read this paper yet.'],
  unknown_field: ['invalid', 'The paper has no such field to correct.'],
  wrong_value: ['invalid', 'This field cannot have this value.'],
  changed: ['conflict', 'Somebody else has corrected this field meanwhile.'],
  too_many: ['conflict', 'This paper has been corrected too often.'],
});
