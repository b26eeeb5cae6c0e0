import type { AskRequest, AssignmentView, GrantRequest, PlainAct, RefuseRequest } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { askRequest, endExcuse, grantRequest, refuseRequest, withdrawRequest } from './requests.js';
import { ReviewChainsService } from './review-chains.service.js';

/** More time, and what does not apply: asked for, decided, ended. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly stored: AssignmentsRepository,
    private readonly chains: ReviewChainsService,
  ) {}

  ask(actor: Actor, id: string, asked: AskRequest): Promise<AssignmentView> {
    return this.assignments.work(actor, id, async (assignment, by) => {
      const decider = await this.chains.deciderOf(assignment, asked.kind);
      return askRequest(assignment, by, asked, decider, await this.assignments.facts(assignment));
    });
  }

  withdraw(actor: Actor, id: string, { seen }: PlainAct): Promise<AssignmentView> {
    return this.assignments.work(actor, id, async (assignment, by) => withdrawRequest(assignment, by, await this.assignments.facts(assignment, seen)));
  }

  grant(actor: Actor, id: string, { day, seen }: GrantRequest): Promise<AssignmentView> {
    return this.assignments.review(actor, id, async (assignment) => grantRequest(assignment, actor, day, await this.assignments.facts(assignment, seen)));
  }

  refuse(actor: Actor, id: string, { remark, seen }: RefuseRequest): Promise<AssignmentView> {
    return this.assignments.review(actor, id, async (assignment) => refuseRequest(assignment, actor, remark, await this.assignments.facts(assignment, seen)));
  }

  /** The day has passed until which it did not apply. */
  end(id: string): Promise<void> {
    return this.stored.note(id, async (assignment) => endExcuse(assignment, await this.assignments.facts(assignment)));
  }
}
