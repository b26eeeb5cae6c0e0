import type { AssignmentRow, AssignmentsQuery, AssignmentView, PageOf, ReturnAssignment } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { type Body, type BodyName, bodyNameOn, Directory, type Member } from '@aigaq/directory';
import { type Act, covers, maySee, mustBeListed, requireCleared, under } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { type CardSubtask, subtasksOf } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { WorkingClock } from '../calendar/working-clock.service.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { assignmentErrors } from './assignment.errors.js';
import type { Assignment } from './assignment.js';
import { assignmentRow, assignmentView, maskedRow, reviewingBodies, type ViewFacts } from './assignment.view.js';
import { cursorOf, listRequest } from './assignments.lists.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { EvidenceFactsRepository } from './evidence-facts.repository.js';
import { acceptAssignment, AGENCY, passOn, returnAssignment, type ReviewFacts, reviewingRole } from './review.js';
import { submitAssignment } from './submission.js';
import { noteVerdict, restsOn } from './verdict-change.js';

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly evidence: EvidenceFactsRepository,
    private readonly directory: Directory,
    private readonly clock: WorkingClock,
  ) {}

  async list(actor: Actor, query: AssignmentsQuery): Promise<PageOf<AssignmentRow>> {
    const found = await this.assignments.list(actor, listRequest(actor, query));
    const page = found.slice(0, query.limit);
    const bodies = await this.directory.bodies([...new Set(page.flatMap(bodiesOf))]);
    const rows = await Promise.all(page.map(async (each) => this.rowOf(actor, each, { ...(await this.viewFacts(each)), names: this.namesFor(each, bodies) })));
    const last = page.at(-1);
    return { items: rows, nextCursor: found.length > query.limit && last ? cursorOf(query.view, last) : null };
  }

  /** @throws assignment.unknown; of what is secret also secret.not_listed and secret.purpose_needed */
  async view(actor: Actor, id: string, purpose: string | undefined): Promise<AssignmentView> {
    const assignment = await this.assignments.get(actor, id);
    requireCleared(actor, (await this.subtask(assignment)).secrecy, purpose);
    return this.viewOf(actor, assignment);
  }

  async submit(actor: Actor, id: string, evidenceIds: readonly string[]): Promise<AssignmentView> {
    const evidence = await this.evidence.named(evidenceIds);
    return this.change(actor, 'assignment.submit', id, async (assignment) => {
      if (!covers(actor, 'assignment.submit', assignment)) {
        throw assignmentErrors.not_executor({ assignmentId: id });
      }
      const chain = await this.chainOf(assignment.organisationId);
      const facts = await this.reviewFacts(assignment);
      return submitAssignment(assignment, under(actor, 'assignment.submit', assignment), evidenceIds, { ...facts, evidence, chain, today: dayOf(facts.now) });
    });
  }

  return(actor: Actor, id: string, why: ReturnAssignment): Promise<AssignmentView> {
    return this.review(actor, id, async (assignment) => returnAssignment(assignment, actor, why, await this.reviewFacts(assignment)));
  }

  passOn(actor: Actor, id: string): Promise<AssignmentView> {
    return this.review(actor, id, async (assignment) => passOn(assignment, actor, await this.reviewFacts(assignment)));
  }

  accept(actor: Actor, id: string): Promise<AssignmentView> {
    return this.review(actor, id, async (assignment) => {
      const evidence = await this.evidence.named(assignment.evidenceIds);
      return acceptAssignment(assignment, actor, evidence, await this.reviewFacts(assignment));
    });
  }

  /** The machine has spoken of a paper; if it was handed in, those who decide hear what is new. */
  noteVerdict(id: string, evidenceId: string): Promise<void> {
    return this.assignments.note(id, async (assignment) => {
      if (!restsOn(assignment, evidenceId)) {
        return undefined;
      }
      const evidence = await this.evidence.named(assignment.evidenceIds);
      return noteVerdict(assignment, evidenceId, { ...(await this.reviewFacts(assignment)), evidence });
    });
  }

  /** Whose turn it is says the chain; nobody's is what his role does not reach: not even the state of the work is told then. */
  private review(actor: Actor, id: string, decide: (state: Assignment) => Promise<Decision<Assignment>>): Promise<AssignmentView> {
    return this.change(actor, 'assignment.review', id, (assignment) => {
      if (!covers(actor, 'assignment.review', assignment)) {
        throw assignmentErrors.not_reviewer({ assignmentId: id });
      }
      return decide(assignment);
    });
  }

  private async change(actor: Actor, act: Act, id: string, decide: (state: Assignment) => Promise<Decision<Assignment>>): Promise<AssignmentView> {
    const changed = await this.assignments.change(actor, act, id, async (assignment) => {
      mustBeListed(actor, (await this.subtask(assignment)).secrecy);
      return decide(assignment);
    });
    return this.viewOf(actor, changed);
  }

  private rowOf(actor: Actor, assignment: Assignment, facts: ViewFacts): AssignmentRow {
    return maySee(actor, facts.subtask.secrecy) ? assignmentRow(assignment, facts) : maskedRow(assignment, facts);
  }

  private async viewOf(actor: Actor, assignment: Assignment): Promise<AssignmentView> {
    const chain = await this.chainOf(assignment.organisationId);
    const reviewing = reviewingBodies(assignment, chain);
    const acted = assignment.history.flatMap(({ organisationId, from }) => [organisationId ?? [], from ?? []].flat());
    const names = this.namesFor(assignment, await this.directory.bodies([...bodiesOf(assignment), ...reviewing, ...acted]));
    const maySubmit = covers(actor, 'assignment.submit', assignment);
    const facts = await this.viewFacts(assignment);
    const vacant = await this.vacantOf(reviewing, assignment, facts.subtask);
    return assignmentView(assignment, { ...facts, names, actor, maySubmit, chain, vacant });
  }

  /** Whoever acts is called as today, the body whose work it is as it was called at the end of the period. */
  private namesFor({ organisationId, dueOn }: Assignment, bodies: readonly Body[]): Map<string, BodyName> {
    const today = dayOf(this.clock.now());
    const then = dueOn < today ? dueOn : today;
    return new Map(bodies.map((body) => [body.id, bodyNameOn(body, body.id === organisationId ? then : today)]));
  }

  /** The bodies in which nobody can review: nobody at all, or authors of the work only, or of what is secret nobody who is on the name list. */
  private async vacantOf(reviewing: readonly string[], { authors }: Assignment, { secrecy }: CardSubtask): Promise<Set<string>> {
    const [curators, coordinators] = await Promise.all([
      this.directory.membersOfEach([AGENCY], [reviewingRole(AGENCY)]),
      this.directory.membersOfEach(reviewing.filter((id) => id !== AGENCY), ['coordinator']),
    ]);
    const members = new Map([...curators, ...coordinators]);
    const ids = [...members.values()].flat().map(({ personId }) => personId);
    const cleared = secrecy === 'none' ? new Set(ids) : await this.directory.clearedOf(ids, secrecy);
    const canReview = ({ personId }: Member): boolean => cleared.has(personId) && !authors.includes(personId);
    return new Set(reviewing.filter((id) => !members.get(id)?.some(canReview)));
  }

  private async chainOf(organisationId: string): Promise<string[]> {
    const body = await this.directory.body(organisationId);
    return body ? (await this.directory.reportingLine(body)).map(({ id }) => id) : [];
  }

  private async reviewFacts(assignment: Assignment): Promise<ReviewFacts> {
    return { subtask: await this.subtask(assignment), now: this.clock.now() };
  }

  private async viewFacts(assignment: Assignment): Promise<Omit<ViewFacts, 'names'>> {
    return { subtask: await this.subtask(assignment), calendar: await this.clock.calendar(), today: dayOf(this.clock.now()) };
  }

  private async subtask({ edition, subtask }: Assignment): Promise<CardSubtask> {
    const { card } = await this.editions.get(edition);
    const found = subtasksOf(card).find(({ code }) => code === subtask);
    if (!found) {
      throw new Error(`edition ${edition} has no subtask ${subtask}`);
    }
    return found;
  }
}

function bodiesOf({ organisationId, reviewerId }: Assignment): string[] {
  return reviewerId ? [organisationId, reviewerId] : [organisationId];
}
