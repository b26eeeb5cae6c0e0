import type { EvidenceView, Place } from '@aigaq/api';
import { auditorSeesEverything, auditorSeesThePaper, strangerSeesNothing } from './audit-step.js';
import { agencyRollsOutTheCard } from './card-step.js';
import { officerRegistersADocument, scoreRises } from './compliance-step.js';
import { executorOpensAnAssignment, executorUploads } from './evidence-step.js';
import { everybodyIsTold, noticePath, overviews, type Overviews, overviewsFollow, settled } from './overview-step.js';
import { AGENCY, scan } from './papers.js';
import { personComesAndGoes } from './people-step.js';
import type { System } from './person.js';
import { Portal } from './portal.js';
import { coordinatorCorrects, coordinatorPassesOn, coordinatorReturns, copyBecomesReady, curatorAccepts, nobodyReviewsAnOwnSubmission, submit } from './review-step.js';

/** What the story measures, in milliseconds. */
export interface Told {
  assignmentId: string;
  uploadToVerdict: number[];
  returnToNotice: number;
  acceptToOverview: number;
  /** What the parts of the story took, waiting included. */
  laps: Record<string, number>;
}

export interface Scenes {
  /** Four more papers, until half of the region's entities have one: takes a minute or two. */
  scoreRises?: boolean;
}

const REMARK = 'Қолы жоқ: құжатқа бірінші басшы қол қоюы керек';

/** The main job, end to end, as product.md tells it. Can be told again on the same data. */
export async function tellStory(system: System, scenes: Scenes = {}): Promise<Told> {
  const portal = new Portal(system);
  try {
    return await tell(portal, new Date().getFullYear(), scenes);
  } finally {
    portal.close();
  }
}

async function tell(portal: Portal, year: number, { scoreRises: withScore = false }: Scenes): Promise<Told> {
  const { laps, lap } = stopwatch();
  const count = await agencyRollsOutTheCard(portal, year, () => Promise.resolve());
  lap('rollout');

  const work = await executorOpensAnAssignment(portal);
  const live = await portal.listenAs('executor', 'kk');
  const unsigned = await executorUploads(portal, work, scan(work.choice.unsigned), 'failed');
  await submit(portal.as('executor', 'kk'), work, [unsigned.evidence.id]);
  lap('first submission');

  await coordinatorReturns(portal, work, REMARK, placeOn(unsigned.evidence));
  const returned = Date.now();
  const notice = await live.notice('assignment.returned', noticePath(work));
  const returnToNotice = Date.now() - returned;
  expect(notice.text.kk).toContain(REMARK);

  const inOrder = await executorUploads(portal, work, scan(work.choice.inOrder), 'passed');
  expect(inOrder.evidence.version).toBe(unsigned.evidence.version + 1);
  await submit(portal.as('both', 'kk'), work, [inOrder.evidence.id]);
  lap('second submission');
  await nobodyReviewsAnOwnSubmission(portal, work);
  await coordinatorCorrects(portal, inOrder.evidence);
  await coordinatorPassesOn(portal, work);
  const isThere = (views: Overviews) => views[AGENCY]?.whole.total === count && Object.values(views).every(({ whole }) => whole.inReview > 0);
  const before = await settled(() => overviews(portal, year), isThere);
  lap('overviews settled');
  await curatorAccepts(portal, work);
  const following = { before, year, began: Date.now(), project: work.choice.subtask[0] ?? '' };
  const acceptToOverview = await overviewsFollow(portal, following, { accepted: 1, inReview: -1, total: 0 });
  expect(acceptToOverview).toBeLessThan(5_000);
  await everybodyIsTold(portal, work, {
    executor: { 'assignment.returned': 1, 'assignment.passed_on': 1, 'assignment.accepted': 1 },
    executor2: { 'assignment.returned': 1, 'assignment.passed_on': 1, 'assignment.accepted': 1 },
    coordinator: { 'assignment.submitted': 2, 'assignment.accepted': 1 },
    curator: { 'assignment.submitted': 1 },
    curator2: { 'assignment.submitted': 1, 'assignment.accepted': 1 },
  });
  lap('review, overview, notices');

  const registered = await officerRegistersADocument(portal);
  if (withScore) {
    await scoreRises(portal, registered.code);
  }
  lap('compliance');

  await auditorSeesEverything(portal, work, { AssignmentSubmitted: 2, AssignmentReturned: 1, AssignmentPassedOn: 1, AssignmentAccepted: 1 });
  await copyBecomesReady(portal, inOrder.evidence);
  await auditorSeesThePaper(portal, inOrder.evidence.id);
  await strangerSeesNothing(portal, work, inOrder.evidence.id);
  lap('audit, stranger');
  await personComesAndGoes(portal);
  lap('somebody comes and goes');
  return { assignmentId: work.id, uploadToVerdict: [unsigned.milliseconds, inOrder.milliseconds], returnToNotice, acceptToOverview, laps };
}

/** Where the reviewer points: the first doubt that the machine has shown a place for. */
function placeOn({ id, check }: EvidenceView): Place {
  const placed = check?.findings.filter(({ box, page }) => box !== null && page !== null) ?? [];
  const finding = placed.find(({ outcome }) => outcome === 'failed') ?? placed[0];
  return { evidenceId: id, page: finding?.page ?? 1, ...(finding?.box ? { box: finding.box } : {}) };
}

function stopwatch() {
  const laps: Record<string, number> = {};
  let last = Date.now();
  const lap = (name: string) => {
    laps[name] = Date.now() - last;
    process.stdout.write(`  story: ${name} ${laps[name]} ms\n`);
    last = Date.now();
  };
  return { laps, lap };
}
