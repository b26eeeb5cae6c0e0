import { errorTable } from '@aigaq/kernel';

export const recertificationErrors = errorTable('recertification', {
  not_found: ['not_found', 'There is no such campaign.'],
  already_begun: ['conflict', 'The campaign of this quarter has begun with another deadline.'],
  wrong_deadline: ['invalid', 'The deadline has to lie after today.'],
  closed: ['conflict', 'The deadline is over.'],
  unknown_question: ['not_found', 'There is no such question.'],
  already_answered: ['conflict', 'The question is answered already.'],
});
