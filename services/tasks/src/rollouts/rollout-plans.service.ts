import type { OrganisationKind } from '@aigaq/api';
import { type Body, Directory } from '@aigaq/directory';
import { Injectable } from '@nestjs/common';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { calendarOf, referencesOf } from '../calendar/calendar-year.js';
import { CalendarYearsRepository } from '../calendar/calendar-years.repository.js';
import { withCalendar } from '../calendar/recount-card.js';
import { editionErrors } from '../editions/edition.errors.js';
import type { Edition } from '../editions/edition.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { type Chunk, planRollout } from './plan.js';
import type { PlannedRollout, Rollout } from './rollout.js';

const AUDIENCES: OrganisationKind[] = [
  'agency-department',
  'central',
  'akimat-region',
  'akimat-republican-city',
  'akimat-district',
  'akimat-city',
  'quasi-state',
];

/** What a plan was made from, and the plan. */
export interface Plan {
  edition: Edition;
  bodies: Body[];
  chunks: Chunk[];
}

@Injectable()
export class RolloutPlans {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly directory: Directory,
    private readonly years: CalendarYearsRepository,
  ) {}

  /** A new plan for all bodies that live today. */
  async make(editionId: string, today: string): Promise<Plan & PlannedRollout> {
    const published = await this.editions.get(editionId);
    if (published.status !== 'published' || published.year === null) {
      throw editionErrors.not_published({ edition: editionId });
    }
    const { year } = published;
    const edition = withCalendar(published, calendarOf(await this.years.all()), today);
    const bodies = await this.directory.bodiesOf(AUDIENCES);
    const existing = await this.assignments.countOf(editionId, year);
    return { edition, year, bodies, chunks: planRollout(edition, bodies, today), plannedOn: today, existing };
  }

  /** The plan of a rollout as it was when it was ordered, with the calendars that it began with. */
  async again(rollout: Rollout): Promise<Plan & { calendars: string[] }> {
    const years = await this.years.all();
    const edition = withCalendar(await this.editions.get(rollout.edition), calendarOf(years, rollout.calendars), rollout.plannedOn);
    const bodies = await this.directory.bodies(rollout.bodyIds);
    return { edition, bodies, chunks: planRollout(edition, bodies, rollout.plannedOn), calendars: rollout.calendars ?? referencesOf(years) };
  }
}
