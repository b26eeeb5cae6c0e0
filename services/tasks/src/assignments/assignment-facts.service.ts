import { type Day, dayOf, WorkingCalendar } from '@aigaq/calendar';
import type { Evaluation } from '@aigaq/evidence-rule';
import { Clock } from '@aigaq/kernel';
import { type CardSubtask, loadCalendar, subtasksOf } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { versionId } from '../editions/edition.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import type { Assignment } from './assignment.js';
import type { ViewFacts } from './assignment.view.js';
import { EvidenceFactsRepository } from './evidence-facts.repository.js';
import { type RequestFacts } from './requests.js';
import { judge, mustHoldWhatIsNeeded } from './requirements.js';
import { ReviewChainsService } from './review-chains.service.js';
import type { EvidenceFact } from './submission.js';

/** What rules and views need to know besides the assignment itself. */
@Injectable()
export class AssignmentFacts {
  private readonly calendar = WorkingCalendar.from(loadCalendar());
  private readonly workingDay = (from: string, count: number): string => this.calendar.addWorkingDays(from as Day, count);

  constructor(
    private readonly editions: EditionsRepository,
    private readonly evidence: EvidenceFactsRepository,
    private readonly chains: ReviewChainsService,
    private readonly clock: Clock,
  ) {}

  async rules(assignment: Assignment, seen?: number): Promise<RequestFacts & { subtask: CardSubtask }> {
    const now = this.clock.now();
    const limits = this.chains.of(assignment.edition);
    return { subtask: await this.subtask(assignment), now, seen, limits, calendar: this.calendar, today: dayOf(now) };
  }

  async view(assignment: Assignment): Promise<Omit<ViewFacts, 'names'>> {
    return { subtask: await this.subtask(assignment), calendar: this.calendar, today: dayOf(this.clock.now()) };
  }

  /** The subtask as the version of the card says it by which the assignment was given. */
  async subtask({ edition, cardVersion, subtask }: Assignment): Promise<CardSubtask> {
    const { card } = await this.editions.get(versionId(edition, cardVersion ?? 1));
    const found = subtasksOf(card).find(({ code }) => code === subtask);
    if (!found) {
      throw new Error(`edition ${edition} has no subtask ${subtask}`);
    }
    return found;
  }

  /** How the papers stand by the rule: while it is worked on all of them, then those that were handed in. */
  async evaluation(assignment: Assignment, { evidence: rule }: CardSubtask): Promise<Evaluation> {
    const isWorkedOn = assignment.status === 'open' || assignment.status === 'returned';
    const evidence = await (isWorkedOn ? this.evidence.ofSubject(assignment.id) : this.evidence.named(assignment.evidenceIds));
    const hasNoFacts = !isWorkedOn && (assignment.zeroCase ?? false);
    return judge(assignment, rule, { evidence, hasNoFacts, workingDay: this.workingDay });
  }

  /** @throws assignment.evidence_missing */
  mustBeComplete(assignment: Assignment, { evidence: rule }: CardSubtask, evidence: readonly EvidenceFact[], hasNoFacts: boolean): void {
    mustHoldWhatIsNeeded(assignment, rule, judge(assignment, rule, { evidence, hasNoFacts, workingDay: this.workingDay }));
  }
}
