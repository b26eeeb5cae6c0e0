import { type Actor, SYSTEM } from '@aigaq/kernel';
import { Aggregates, type Decided, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CALENDAR_YEAR } from './calendar-year.schema.js';
import type { CalendarYear } from './calendar-year.js';

const MOST_YEARS = 50;

@Injectable()
export class CalendarYearsRepository implements BeforeApplicationShutdown {
  private readonly years: Aggregates<CalendarYear>;
  private readonly memory: Followed<Stored<CalendarYear>, Kept<CalendarYear>>;

  constructor(
    @InjectModel(CALENDAR_YEAR, 'tasks') private readonly model: Model<Stored<CalendarYear>>,
    relay: OutboxRelay,
  ) {
    this.years = new Aggregates<CalendarYear>(model, relay);
    this.memory = new Followed(model, (stored) => fromStored<CalendarYear>(stored));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  /** All years as the database has them now, oldest first: for what is stored. */
  async all(): Promise<CalendarYear[]> {
    const stored = await this.model.find({}, { outbox: 0 }).sort({ _id: 1 }).limit(MOST_YEARS).lean<Stored<CalendarYear>[]>();
    return stored.map((document) => fromStored<CalendarYear>(document));
  }

  /** All years as they were a second ago at most: for what is shown. `revision` changes when one of them does. */
  async known(): Promise<{ years: CalendarYear[]; revision: number }> {
    const kept = await this.memory.all();
    const years = [...kept.values()].map(({ value }) => value);
    return { years: years.sort((a, b) => a.year - b.year), revision: this.memory.revision };
  }

  async put(actor: Actor, year: number, decide: (state: Kept<CalendarYear> | undefined) => Decided<CalendarYear>): Promise<CalendarYear | undefined> {
    const kept = await this.years.put(actor, String(year), decide);
    if (kept) {
      this.memory.put(kept.id, kept.version, kept);
    }
    return kept;
  }

  /** The service's own work on a year. */
  async note(year: number, decide: (state: CalendarYear) => Decided<CalendarYear>): Promise<void> {
    await this.put(SYSTEM, year, (state) => state && decide(state));
  }
}
