import { despiteConflicts, isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Notice } from './notice.js';
import { NOTICE } from './notice.schema.js';

type StoredNotice = Omit<Notice, 'id'> & { _id: string; mailRefusal: string | null };

/** Where a page of the inbox ends. */
export interface InboxPlace {
  raisedAt: Date;
  id: string;
}

@Injectable()
export class NoticesRepository {
  constructor(@InjectModel(NOTICE, 'notifications') private readonly model: Model<StoredNotice>) {}

  /** Stores what is not there yet and gives back what was new. */
  async add(notices: readonly Notice[]): Promise<Notice[]> {
    const added = await Promise.all(notices.map((notice) => this.addOne(notice)));
    return added.flatMap((notice) => notice ?? []);
  }

  async list(personId: string, isUnread: boolean, after: InboxPlace | undefined, limit: number): Promise<Notice[]> {
    const older = after && { $or: [{ raisedAt: { $lt: after.raisedAt } }, { raisedAt: after.raisedAt, _id: { $lt: after.id } }] };
    const stored = await this.model
      .find({ personId, ...(isUnread ? { readAt: null } : {}), ...older })
      .sort({ raisedAt: -1, _id: -1 })
      .limit(limit)
      .lean<StoredNotice[]>();
    return stored.map(fromStored);
  }

  countUnread(personId: string): Promise<number> {
    return this.model.countDocuments({ personId, readAt: null }).exec();
  }

  /** Oldest first. */
  async unreadFor(personId: string, organisationId: string, limit: number): Promise<Notice[]> {
    return (await this.model.find({ personId, readAt: null, organisationIds: organisationId }).sort({ raisedAt: 1 }).limit(limit).lean<StoredNotice[]>()).map(fromStored);
  }

  async markEachRead(personId: string, ids: readonly string[], now: Date): Promise<void> {
    await this.model.updateMany({ _id: { $in: [...ids] }, personId, readAt: null }, { $set: { readAt: now } });
  }

  /** @returns whether the person has such a notice */
  async markRead(personId: string, id: string, now: Date): Promise<boolean> {
    const found = await this.model.exists({ _id: id, personId });
    await this.model.updateOne({ _id: id, personId, readAt: null }, { $set: { readAt: now } });
    return found !== null;
  }

  async markAllRead(personId: string, now: Date): Promise<void> {
    await this.model.updateMany({ personId, readAt: null }, { $set: { readAt: now } });
  }

  async waitingForMail(limit: number): Promise<Notice[]> {
    return (await this.model.find({ mailedAt: null, mailRefusal: null }).sort({ raisedAt: 1 }).limit(limit).lean<StoredNotice[]>()).map(fromStored);
  }

  async markMailed(id: string, now: Date): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: { mailedAt: now } });
  }

  /** The letter can never be sent: it waits no longer. */
  async markRefused(id: string, code: string): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: { mailRefusal: code } });
  }

  private async addOne({ id, ...notice }: Notice): Promise<Notice | undefined> {
    try {
      await despiteConflicts(() => this.model.collection.insertOne({ _id: id, ...notice, mailRefusal: null } as never));
      return { id, ...notice };
    } catch (error) {
      if (isDuplicate(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function fromStored({ _id, mailRefusal: _, ...notice }: StoredNotice): Notice {
  return { id: _id, ...notice };
}
