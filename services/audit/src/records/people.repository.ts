import { despiteConflicts } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { nameWords } from './name-words.js';
import { AUDIT_PERSON } from './record.schema.js';

interface StoredPerson {
  _id: string;
  name: string;
  words: string[];
}

const KEPT = 50_000;

/** Everybody who has acted. */
@Injectable()
export class PeopleRepository {
  private readonly known = new Map<string, string>();

  constructor(@InjectModel(AUDIT_PERSON, 'audit') private readonly model: Model<StoredPerson>) {}

  /** Under a new name he is found by the old one too. */
  async note({ id, name }: { id: string; name: string }): Promise<void> {
    if (this.known.get(id) === name) {
      return;
    }
    const change = { $set: { name }, $addToSet: { words: { $each: nameWords(name) } } };
    await despiteConflicts(() => this.model.collection.updateOne({ _id: id as never }, change as never, { upsert: true }));
    if (this.known.size >= KEPT) {
      this.known.clear();
    }
    this.known.set(id, name);
  }

  /** Ids of those in whose names every word is begun; and who has this very id. */
  async find(person: string, limit: number): Promise<string[]> {
    const words = nameWords(person).map((word) => ({ words: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } }));
    const found = await this.model
      .find({ $or: [{ _id: person }, ...(words.length > 0 ? [{ $and: words }] : [])] }, { _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }
}
