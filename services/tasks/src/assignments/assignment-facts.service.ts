import type { Day, WorkingCalendar } from '@aigaq/calendar';
import type { Evaluation } from '@aigaq/evidence-rule';
import type { CardSubtask } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { WorkingClock } from '../calendar/working-clock.service.js';
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
  constructor(
    private readonly editions: EditionsRepository,
    private readonly evidence: EvidenceFactsRepository,
    private readonly chains: ReviewChainsService,
    private readonly clock: WorkingClock,
  ) {}

  async rules(assignment: Assignment, seen?: number): Promise<RequestFacts & { subtask: CardSubtask }> {
    const now = this.clock.now();
    const limits = this.chains.of(assignment.edition);
    return { subtask: await this.subtask(assignment), now, seen, limits, calendar: await this.clock.calendar(), today: this.clock.today() };
  }

  async view(assignment: Assignment): Promise<Omit<ViewFacts, 'names'>> {
    return { subtask: await this.subtask(assignment), calendar: await this.clock.calendar(), today: this.clock.today() };
  }

  subtask(assignment: Assignment): Promise<CardSubtask> {
    return this.editions.subtaskOf(assignment);
  }

  /** How the papers stand by the rule: while it is worked on all of them, then those that were handed in. */
  async evaluation(assignment: Assignment, { evidence: rule }: CardSubtask): Promise<Evaluation> {
    const isWorkedOn = assignment.status === 'open' || assignment.status === 'returned';
    const evidence = await (isWorkedOn ? this.evidence.ofSubject(assignment.id) : this.evidence.named(assignment.evidenceIds));
    const hasNoFacts = !isWorkedOn && (assignment.zeroCase ?? false);
    return judge(assignment, rule, { evidence, hasNoFacts, workingDay: workingDayOf(await this.clock.calendar()) });
  }

  /** @throws assignment.evidence_missing */
  async mustBeComplete(assignment: Assignment, { evidence: rule }: CardSubtask, evidence: readonly EvidenceFact[], hasNoFacts: boolean): Promise<void> {
    const workingDay = workingDayOf(await this.clock.calendar());
    mustHoldWhatIsNeeded(assignment, rule, judge(assignment, rule, { evidence, hasNoFacts, workingDay }));
  }
}

const workingDayOf = (calendar: WorkingCalendar) => (from: string, count: number): string => calendar.addWorkingDays(from as Day, count);
