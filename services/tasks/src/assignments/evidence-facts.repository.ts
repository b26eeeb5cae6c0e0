import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { EVIDENCE_FACT } from './assignment.schema.js';
import type { EvidenceFact } from './submission.js';

type StoredFact = Omit<EvidenceFact, 'id'> & { _id: string };

/** Own copy of what the evidence service tells about the papers of assignments. */
@Injectable()
export class EvidenceFactsRepository {
  constructor(@InjectModel(EVIDENCE_FACT, 'tasks') private readonly model: Model<StoredFact>) {}

  /** A paper came in; a verdict that is known already stays. */
  async stored({ id, verdict, ...fact }: EvidenceFact): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: fact, $setOnInsert: { verdict } }, { upsert: true });
  }

  async checked({ id, ...fact }: EvidenceFact): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: fact }, { upsert: true });
  }

  async ofAssignment(assignmentId: string): Promise<EvidenceFact[]> {
    const stored = await this.model.find({ subjectId: assignmentId }).sort({ _id: -1 }).limit(200).lean<StoredFact[]>();
    return stored.map(({ _id, ...fact }) => ({ id: _id, ...fact }));
  }
}
