import { despiteConflicts, isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { EVIDENCE_FACT } from './assignment.schema.js';
import type { EvidenceFact } from './submission.js';

const MOST_PAPERS = 100;

type StoredFact = Omit<EvidenceFact, 'id'> & { _id: string };

/** Own copy of what the evidence service tells about the papers of assignments. */
@Injectable()
export class EvidenceFactsRepository {
  constructor(@InjectModel(EVIDENCE_FACT, 'tasks') private readonly model: Model<StoredFact>) {}

  /** A paper came in; a verdict that is known already stays. */
  async stored({ id, verdict, ...fact }: EvidenceFact): Promise<void> {
    await this.put(id, { $set: fact, $setOnInsert: { verdict } });
  }

  async checked({ id, ...fact }: EvidenceFact): Promise<void> {
    await this.put(id, { $set: fact });
  }

  /** Of these papers, those that are known. */
  async named(ids: readonly string[]): Promise<EvidenceFact[]> {
    const stored = await this.model.find({ _id: { $in: [...ids] } }).limit(ids.length).lean<StoredFact[]>();
    return stored.map(({ _id, ...fact }) => ({ id: _id, ...fact }));
  }

  /** The papers of an assignment, the newest that a person could look through. */
  async ofSubject(subjectId: string): Promise<EvidenceFact[]> {
    const stored = await this.model.find({ subjectId }).sort({ _id: -1 }).limit(MOST_PAPERS).lean<StoredFact[]>();
    return stored.map(({ _id, ...fact }) => ({ id: _id, ...fact }));
  }

  /** Two facts of a new paper may be taken side by side: the later upsert finds the document of the first. */
  private async put(id: string, update: object): Promise<void> {
    const upsert = () => this.model.updateOne({ _id: id }, update, { upsert: true });
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
