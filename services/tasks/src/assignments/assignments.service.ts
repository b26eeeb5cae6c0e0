import type { AssignmentRow, AssignmentsQuery, AssignmentView, PageOf } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { type Body, type BodyName, bodyNameOn, Directory } from '@aigaq/directory';
import { type Act, covers, maySee, mustBeListed, requireCleared, under } from '@aigaq/identity';
import { type Actor, type Decision, DomainError } from '@aigaq/kernel';
import type { CardSubtask } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { WorkingClock } from '../calendar/working-clock.service.js';
import { AssignmentFacts } from './assignment-facts.service.js';
import { assignmentErrors } from './assignment.errors.js';
import type { Assignment, ReviewParty } from './assignment.js';
import { assignmentRow, assignmentView, maskedRow, reviewingSteps, type ViewFacts } from './assignment.view.js';
import { cursorOf, listRequest } from './assignments.lists.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { type RequestFacts } from './requests.js';
import { decidingNow } from './review-chain.js';
import { ReviewChainsService } from './review-chains.service.js';

type Decided = Decision<Assignment> | undefined | Promise<Decision<Assignment> | undefined>;

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly about: AssignmentFacts,
    private readonly chains: ReviewChainsService,
    private readonly directory: Directory,
    private readonly clock: WorkingClock,
  ) {}

  async list(actor: Actor, query: AssignmentsQuery): Promise<PageOf<AssignmentRow>> {
    const found = await this.assignments.list(actor, listRequest(actor, query));
    const page = found.slice(0, query.limit);
    const bodies = await this.directory.bodies([...new Set(page.flatMap(bodiesOf))]);
    const rows = await Promise.all(page.map(async (each) => this.rowOf(actor, each, { ...(await this.about.view(each)), names: this.namesFor(each, bodies) })));
    const last = page.at(-1);
    return { items: rows, nextCursor: found.length > query.limit && last ? cursorOf(query.view, last) : null };
  }

  /** @throws assignment.unknown; of what is secret also secret.not_listed and secret.purpose_needed */
  async view(actor: Actor, id: string, purpose: string | undefined): Promise<AssignmentView> {
    const assignment = await this.assignments.get(actor, id);
    requireCleared(actor, (await this.about.subtask(assignment)).secrecy, purpose);
    return this.viewOf(actor, assignment);
  }

  /** An assignment for which the person hands in. @throws assignment.unknown, not_executor; of what is secret secret.not_listed */
  async ofWork(actor: Actor, id: string): Promise<Assignment> {
    const assignment = await this.assignments.get(actor, id);
    mustBeListed(actor, (await this.about.subtask(assignment)).secrecy);
    if (!covers(actor, 'assignment.submit', assignment)) {
      throw assignmentErrors.not_executor({ assignmentId: id });
    }
    return assignment;
  }

  /** What a person does with work of the bodies for which he hands in. */
  work(actor: Actor, id: string, decide: (state: Assignment, by: Actor) => Decided): Promise<AssignmentView> {
    return this.change(actor, 'assignment.submit', id, (assignment) => {
      if (!covers(actor, 'assignment.submit', assignment)) {
        throw assignmentErrors.not_executor({ assignmentId: id });
      }
      return decide(assignment, under(actor, 'assignment.submit', assignment));
    });
  }

  /** Whose turn it is says the chain; nobody's is what his role does not reach: not even the state of the work is told then. */
  review(actor: Actor, id: string, decide: (state: Assignment) => Decided): Promise<AssignmentView> {
    return this.change(actor, 'assignment.review', id, this.inReach(actor, decide));
  }

  private inReach(actor: Actor, decide: (state: Assignment) => Decided): (state: Assignment) => Decided {
    return (assignment) => {
      if (!covers(actor, 'assignment.review', assignment)) {
        throw assignmentErrors.not_reviewer({ assignmentId: assignment.id });
      }
      return decide(assignment);
    };
  }

  /** As `review`, without storing anything. @returns whether it would change anything */
  async wouldReview(actor: Actor, id: string, decide: (state: Assignment) => Decided): Promise<boolean> {
    const assignment = await this.assignments.get(actor, id);
    return (await this.reviewed(actor, assignment, decide)) !== undefined;
  }

  /** As `review`, without showing it. @returns whether it changed anything */
  async reviewUnseen(actor: Actor, id: string, decide: (state: Assignment) => Decided): Promise<boolean> {
    let isChanged = false;
    await this.assignments.change(actor, 'assignment.review', id, async (assignment) => {
      const decision = await this.reviewed(actor, assignment, decide);
      isChanged = decision !== undefined;
      return decision;
    });
    return isChanged;
  }

  private async reviewed(actor: Actor, assignment: Assignment, decide: (state: Assignment) => Decided): Promise<Decision<Assignment> | undefined> {
    mustBeListed(actor, (await this.about.subtask(assignment)).secrecy);
    return this.inReach(actor, decide)(assignment);
  }

  facts(assignment: Assignment, seen?: number): Promise<RequestFacts & { subtask: CardSubtask }> {
    return this.about.rules(assignment, seen);
  }

  private async change(actor: Actor, act: Act, id: string, decide: (state: Assignment) => Decided): Promise<AssignmentView> {
    const changed = await this.assignments.change(actor, act, id, async (assignment) => {
      mustBeListed(actor, (await this.about.subtask(assignment)).secrecy);
      return decide(assignment);
    });
    return this.viewOf(actor, changed);
  }

  private rowOf(actor: Actor, assignment: Assignment, facts: ViewFacts): AssignmentRow {
    return maySee(actor, facts.subtask.secrecy) ? assignmentRow(assignment, facts) : maskedRow(assignment, facts);
  }

  private async viewOf(actor: Actor, assignment: Assignment): Promise<AssignmentView> {
    const steps = await this.stepsOr(assignment);
    const reviewing = reviewingSteps(assignment, steps).flat().map(({ organisationId }) => organisationId);
    const acted = assignment.history.flatMap(({ organisationId, from }) => [organisationId ?? [], from ?? []].flat());
    const deciding = [...(assignment.request ? [assignment.request.to] : []), ...decidingNow(assignment)];
    const names = this.namesFor(assignment, await this.directory.bodies([...bodiesOf(assignment), ...reviewing, ...acted, ...deciding]));
    const maySubmit = covers(actor, 'assignment.submit', assignment);
    const facts = await this.facts(assignment);
    const vacant = new Set((await this.chains.vacantOf(reviewing, assignment.authors, facts.subtask)).keys());
    const evaluation = await this.about.evaluation(assignment, facts.subtask);
    return assignmentView(assignment, { ...facts, names, actor, maySubmit, steps, vacant, evaluation });
  }

  /** Who would review; nobody where no body is known, which handing in refuses. */
  private async stepsOr(assignment: Assignment): Promise<ReviewParty[][]> {
    try {
      return await this.chains.stepsFor(assignment);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'assignment.no_reviewing_body') {
        return [];
      }
      throw error;
    }
  }

  /** Whoever acts is called as today, the body whose work it is as it was called at the end of the period. */
  private namesFor({ organisationId, dueOn }: Assignment, bodies: readonly Body[]): Map<string, BodyName> {
    const today = dayOf(this.clock.now());
    const then = dueOn < today ? dueOn : today;
    return new Map(bodies.map((body) => [body.id, bodyNameOn(body, body.id === organisationId ? then : today)]));
  }
}

function bodiesOf({ organisationId, reviewerId }: Assignment): string[] {
  return reviewerId ? [organisationId, reviewerId] : [organisationId];
}
