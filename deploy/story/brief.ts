import { EvidenceView, pageOf } from '@aigaq/api';
import { auditorSeesEverything } from './audit-step.js';
import { countAssignments } from './card-step.js';
import { executorOpensAnAssignment, type Work } from './evidence-step.js';
import { everybodyIsTold, overviews, overviewsFollow, settled } from './overview-step.js';
import { AGENCY, scan } from './papers.js';
import type { Portal } from './portal.js';
import { coordinatorPassesOn, coordinatorReturns, curatorAccepts, submit } from './review-step.js';

/** When something may be killed: just after what is named was acknowledged. */
export type Moment = 'stored' | 'submitted' | 'returned' | 'passed-on' | 'accepted';

/** The heart of the story without its side scenes, disturbed at some moments. At the end each act is there, and there once. */
export async function tellBriefly(portal: Portal, year: number, disturb: (moment: Moment) => Promise<void>): Promise<void> {
  const work = await executorOpensAnAssignment(portal);
  const count = await countAssignments(portal);
  const before = await settled(() => overviews(portal, year), (views) => views[AGENCY]?.whole.total === count);
  const executor = portal.as('executor', 'kk');
  const subject = { type: 'assignment' as const, id: work.id };

  const first = await executor.store(subject, scan('t38'));
  await disturb('stored');
  expect((await executor.read(first.id)).state).toBe('checked');
  await submit(executor, work, [first.id]);
  await disturb('submitted');
  await coordinatorReturns(portal, work, 'Басқа құжат керек', { evidenceId: first.id, page: 1 });
  await disturb('returned');
  const second = await executor.upload(subject, scan('t38'));
  await submit(executor, work, [second.evidence.id]);
  await coordinatorPassesOn(portal, work);
  await disturb('passed-on');
  const accepted = await curatorAccepts(portal, work);
  const began = Date.now();
  await disturb('accepted');

  const acts = accepted.history.map(({ act }) => act).filter((act) => act !== 'opened');
  expect(acts).toEqual(['submitted', 'returned', 'submitted', 'passed-on', 'accepted']);
  await overviewsFollow(portal, { before, year, began, project: work.choice.subtask[0] ?? '' }, { accepted: 1, open: -1, inReview: 0, returned: 0 }, 120_000);
  await papersAreTwo(portal, work, [first.id, second.evidence.id]);
  await everybodyIsTold(portal, work, {
    executor2: { 'assignment.returned': 1, 'assignment.passed_on': 1, 'assignment.accepted': 1 },
    coordinator: { 'assignment.submitted': 2, 'assignment.accepted': 1 },
    curator2: { 'assignment.submitted': 1, 'assignment.accepted': 1 },
  });
  await auditorSeesEverything(portal, work, { AssignmentSubmitted: 2, AssignmentReturned: 1, AssignmentPassedOn: 1, AssignmentAccepted: 1 });
}

async function papersAreTwo(portal: Portal, { id }: Work, ids: string[]): Promise<void> {
  const query = new URLSearchParams({ subjectType: 'assignment', subjectId: id });
  const { items } = await portal.as('executor', 'kk').get(`/api/evidence/documents?${query}`, pageOf(EvidenceView));
  expect(items.map((paper) => [paper.id, paper.version, paper.state])).toEqual([
    [ids[1], 2, 'checked'],
    [ids[0], 1, 'checked'],
  ]);
}
