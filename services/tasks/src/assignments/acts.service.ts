import type { AssignmentView, PlainAct, ReopenAssignment, ReturnAssignment, SubmitAssignment, TakeAssignment } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { AssignmentFacts } from './assignment-facts.service.js';
import type { Assignment } from './assignment.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { EvidenceFactsRepository } from './evidence-facts.repository.js';
import { reopenAssignment } from './reopening.js';
import { acceptAssignment, passOn, returnAssignment, type ReviewFacts } from './review.js';
import { placeAfter, stepNow, stepsOf } from './review-chain.js';
import { ReviewChainsService } from './review-chains.service.js';
import { submitAssignment } from './submission.js';
import { releaseAssignment, takeAssignment } from './taking.js';
import { undoLastAct } from './undo.js';
import { noteVerdict, restsOn } from './verdict-change.js';

/** What people do with one assignment: handing in and review. */
@Injectable()
export class ActsService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly stored: AssignmentsRepository,
    private readonly evidence: EvidenceFactsRepository,
    private readonly chains: ReviewChainsService,
    private readonly about: AssignmentFacts,
  ) {}

  async submit(actor: Actor, id: string, { evidenceIds, zeroCase, remark, seen }: SubmitAssignment): Promise<AssignmentView> {
    const evidence = await this.evidence.named(evidenceIds);
    return this.assignments.work(actor, id, async (assignment, by) => {
      const steps = await this.chains.stepsFor(assignment);
      const facts = await this.assignments.facts(assignment);
      const authors = [...assignment.authors, actor.id, ...evidence.map(({ uploadedById }) => uploadedById)];
      const first = (steps[0] ?? []).map(({ organisationId }) => organisationId);
      const vacant = await this.chains.vacantOf(first, authors, facts.subtask);
      const decision = submitAssignment(assignment, by, { evidenceIds, zeroCase, remark, seen }, { ...facts, evidence, steps, vacant, today: dayOf(facts.now) });
      await this.about.mustBeComplete(assignment, facts.subtask, evidence, zeroCase);
      return decision;
    });
  }

  return(actor: Actor, id: string, body: ReturnAssignment): Promise<AssignmentView> {
    return this.assignments.review(actor, id, this.decisions.return(actor, body));
  }

  passOn(actor: Actor, id: string, body: PlainAct): Promise<AssignmentView> {
    return this.assignments.review(actor, id, this.decisions['pass-on'](actor, body));
  }

  accept(actor: Actor, id: string, body: PlainAct): Promise<AssignmentView> {
    return this.assignments.review(actor, id, this.decisions.accept(actor, body));
  }

  take(actor: Actor, id: string, { over }: TakeAssignment): Promise<AssignmentView> {
    return this.assignments.review(actor, id, this.decisions.take(actor, { over }));
  }

  release(actor: Actor, id: string): Promise<AssignmentView> {
    return this.assignments.review(actor, id, async (assignment) => releaseAssignment(assignment, actor, await this.assignments.facts(assignment)));
  }

  reopen(actor: Actor, id: string, { remark, seen }: ReopenAssignment): Promise<AssignmentView> {
    return this.assignments.review(actor, id, async (assignment) => reopenAssignment(assignment, actor, remark, await this.assignments.facts(assignment, seen)));
  }

  undo(actor: Actor, id: string): Promise<AssignmentView> {
    return this.assignments.review(actor, id, this.decisions.undo(actor));
  }

  /** What is done to one, and in bulk to many. */
  readonly decisions = {
    return:
      (actor: Actor, { seen, ...why }: ReturnAssignment) =>
      async (assignment: Assignment) =>
        returnAssignment(assignment, actor, why, await this.assignments.facts(assignment, seen)),
    'pass-on':
      (actor: Actor, { seen }: PlainAct) =>
      async (assignment: Assignment) => {
        const facts = await this.assignments.facts(assignment, seen);
        return passOn(assignment, actor, { ...facts, vacant: await this.vacantNext(assignment, facts) });
      },
    accept:
      (actor: Actor, { seen }: PlainAct) =>
      async (assignment: Assignment) => {
        const evidence = await this.evidence.named(assignment.evidenceIds);
        return acceptAssignment(assignment, actor, evidence, await this.assignments.facts(assignment, seen));
      },
    take:
      (actor: Actor, { over }: TakeAssignment) =>
      async (assignment: Assignment) =>
        takeAssignment(assignment, actor, over, await this.assignments.facts(assignment)),
    undo: (actor: Actor) => async (assignment: Assignment) => undoLastAct(assignment, actor, await this.assignments.facts(assignment)),
  };

  /** The machine has spoken of a paper; if it was handed in, those who decide hear what is new. */
  noteVerdict(id: string, evidenceId: string): Promise<void> {
    return this.stored.note(id, async (assignment) => {
      if (!restsOn(assignment, evidenceId)) {
        return undefined;
      }
      const evidence = await this.evidence.named(assignment.evidenceIds);
      return noteVerdict(assignment, evidenceId, { ...(await this.assignments.facts(assignment)), evidence });
    });
  }

  /** Of the bodies to which it would go next, those in which nobody can review. */
  private async vacantNext(assignment: Assignment, { subtask }: ReviewFacts): Promise<ReadonlyMap<string, string>> {
    const isLast = assignment.reviewerId === null || placeAfter(assignment, assignment.reviewerId) === null;
    const next = isLast ? [] : (stepsOf(assignment)[stepNow(assignment) + 1] ?? []);
    return this.chains.vacantOf(next.map(({ organisationId }) => organisationId), assignment.authors, subtask);
  }
}
