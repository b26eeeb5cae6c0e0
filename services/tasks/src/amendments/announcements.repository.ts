import { SYSTEM } from '@aigaq/kernel';
import { Aggregates, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AmendedVersion } from './acknowledgement.js';
import { ANNOUNCEMENT } from './amendment.schema.js';
import { type Announcement, announceTo } from './announcement.js';

@Injectable()
export class AnnouncementsRepository {
  private readonly announcements: Aggregates<Announcement>;

  constructor(@InjectModel(ANNOUNCEMENT, 'tasks') model: Model<Stored<Announcement>>, relay: OutboxRelay) {
    this.announcements = new Aggregates<Announcement>(model, relay);
  }

  /** Where it was begun already, as far as it is. */
  async begin({ id, edition, cardVersion }: AmendedVersion): Promise<Kept<Announcement>> {
    const next: Announcement = { id, edition, cardVersion, status: 'running', lastBody: '', bodies: 0 };
    const begun = await this.announcements.put(SYSTEM, id, (state) => (state ? undefined : { next, events: [] }));
    return begun ?? { ...next, version: 1 };
  }

  /** Another process may have come as far meanwhile: then nothing is told twice. */
  async advance({ id, lastBody }: Announcement, organisationIds: readonly string[], isLast: boolean): Promise<Kept<Announcement>> {
    const advanced = await this.announcements.put(SYSTEM, id, (state) => (state?.lastBody === lastBody ? announceTo(state, organisationIds, isLast) : undefined));
    if (!advanced) {
      throw new Error(`announcement ${id} is gone`);
    }
    return advanced;
  }
}
