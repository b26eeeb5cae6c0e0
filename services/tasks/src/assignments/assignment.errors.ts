import { errorTable } from '@aigaq/kernel';

export const assignmentErrors = errorTable('assignment', {
  unknown: ['not_found', 'There is no such assignment.'],
  wrong_status: ['conflict', 'This cannot be done in the present state of the assignment.'],
  not_open_yet: ['conflict', 'The period of the assignment has not begun.'],
  locked: ['conflict', 'The assignment is locked: its last day has passed.'],
  no_upload: ['invalid', 'This subtask has no upload: the Agency confirms it.'],
  no_evidence: ['invalid', 'A review needs evidence.'],
  evidence_missing: ['invalid', 'A document that the rule requires is missing.'],
  no_zero_case: ['invalid', 'The rule of this subtask does not know the case without facts.'],
  evidence_unknown: ['invalid', 'Some of the evidence does not belong to this assignment.'],
  evidence_unchecked: ['conflict', 'The evidence is still being read.'],
  not_executor: ['forbidden', 'Only an executor of the body may hand this in.'],
  not_reviewer: ['forbidden', 'The assignment waits for a reviewer of another body.'],
  own_work: ['forbidden', 'Nobody reviews an own submission.'],
  no_reviewing_body: ['conflict', 'No body is known that could review this.'],
  not_last_step: ['conflict', 'Only the last body of the chain accepts.'],
  last_step: ['conflict', 'The last body of the chain accepts; there is nobody to pass it on to.'],
});
