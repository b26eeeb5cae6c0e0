import type { OrganisationKind } from '@aigaq/api';
import { type Body, Directory } from '@aigaq/directory';
import { type BodyGroup, loadBodyGroups } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { calendarOf, referencesOf } from '../calendar/calendar-year.js';
import { CalendarYearsRepository } from '../calendar/calendar-years.repository.js';
import { withCalendar } from '../calendar/recount-card.js';
import { editionErrors } from '../editions/edition.errors.js';
import { type Edition, versionId } from '../editions/edition.js';
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
  groups: BodyGroup[];
}

@Injectable()
export class RolloutPlans {
  private readonly groups = loadBodyGroups();

  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly directory: Directory,
    private readonly years: CalendarYearsRepository,
  ) {}

  /** A new plan for all bodies that live today. */
  async make(editionId: string, today: string): Promise<Plan & PlannedRollout> {
    const published = await this.editions.shown(editionId);
    if (published.status !== 'published' || published.year === null) {
      throw editionErrors.not_published({ edition: editionId });
    }
    const { year } = published;
    const edition = withCalendar(published, calendarOf(await this.years.all()), today);
    const bodies = await this.bodies();
    const existing = await this.assignments.countOf(editionId, year);
    return { edition, year, bodies, groups: this.groups, chunks: planRollout(edition, bodies, today, this.groups), plannedOn: today, existing };
  }

  /** All bodies that can be in an audience and live today. */
  bodies(): Promise<Body[]> {
    return this.directory.bodiesOf(AUDIENCES);
  }

  /** The plan of a rollout as it was when it was ordered, with the calendars that it began with. */
  async again(rollout: Rollout): Promise<Plan & { calendars: string[] }> {
    const years = await this.years.all();
    const published = await this.editions.get(versionId(rollout.edition, rollout.cardVersion ?? 1));
    const edition = withCalendar(published, calendarOf(years, rollout.calendars), rollout.plannedOn);
    const bodies = await this.directory.bodies(rollout.bodyIds);
    const chunks = planRollout(edition, bodies, rollout.plannedOn, this.groups);
    return { edition, bodies, groups: this.groups, chunks, calendars: rollout.calendars ?? referencesOf(years) };
  }
}
