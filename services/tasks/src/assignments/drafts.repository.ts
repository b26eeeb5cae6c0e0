import type { SaveDraft } from '@aigaq/api';
import { despiteConflicts, isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { DRAFT } from './assignment.schema.js';

export interface Draft extends SaveDraft {
  submissions: number;
  savedAt: Date;
}

type StoredDraft = Draft & { _id: string };

const keyOf = (assignmentId: string, personId: string): string => `${assignmentId} ${personId}`;

@Injectable()
export class DraftsRepository {
  constructor(@InjectModel(DRAFT, 'tasks') private readonly model: Model<StoredDraft>) {}

  async find(assignmentId: string, personId: string): Promise<Draft | undefined> {
    return (await this.model.findById(keyOf(assignmentId, personId)).lean<StoredDraft>()) ?? undefined;
  }

  /** The newest wins: a person has one pair of hands. */
  async save(assignmentId: string, personId: string, draft: Draft): Promise<void> {
    const upsert = () => this.model.updateOne({ _id: keyOf(assignmentId, personId) }, { $set: draft }, { upsert: true });
    await despiteConflicts(async () => {
      try {
        await upsert();
      } catch (error) {
        if (!isDuplicate(error)) {
          throw error;
        }
        await upsert();
      }
    });
  }
}
