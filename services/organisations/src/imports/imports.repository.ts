import { type Actor, type Decision, SYSTEM } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { finishImport, type RegisterImport } from './import.js';

const UNFINISHED = { state: 'accepted' } as const;

@Injectable()
export class ImportsRepository {
  private readonly imports: Aggregates<RegisterImport>;

  constructor(
    @InjectModel('RegisterImport', 'organisations') private readonly model: Model<Stored<RegisterImport>>,
    relay: OutboxRelay,
  ) {
    this.imports = new Aggregates<RegisterImport>(model, relay);
  }

  accept(actor: Actor, decision: Decision<RegisterImport>): Promise<Kept<RegisterImport>> {
    return this.imports.create(actor, decision, () => {
      throw new Error('an import has an id of its own');
    });
  }

  async finish(id: string): Promise<void> {
    await this.imports.put(SYSTEM, id, (accepted) => accepted && finishImport(accepted));
  }

  async isUnfinished(): Promise<boolean> {
    return (await this.model.exists(UNFINISHED)) !== null;
  }

  /** The oldest one that is not carried out. */
  async unfinished(): Promise<Kept<RegisterImport> | undefined> {
    const found = await this.model.findOne(UNFINISHED, { outbox: 0 }).sort({ _id: 1 }).lean<Stored<RegisterImport> | null>();
    return found ? fromStored<RegisterImport>(found) : undefined;
  }
}
