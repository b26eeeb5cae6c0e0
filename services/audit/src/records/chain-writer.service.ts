import { isOutage } from '@aigaq/events';
import { Clock } from '@aigaq/kernel';
import { despiteConflicts } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { type AuditRecord, type ChainHead, link, partitionOf, type RecordedFact } from './record.js';
import { RecordsRepository } from './records.repository.js';

interface Waiting {
  fact: RecordedFact;
  done: () => void;
  failed: (error: unknown) => void;
}

const BATCH = 500;

/**
 * Puts facts into their chains, each once. Whatever waits is written in one go: one writer per process, and other processes are
 * kept apart by the primary key.
 */
@Injectable()
export class ChainWriter {
  private readonly heads = new Map<number, ChainHead>();
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly records: RecordsRepository,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the fact is in the record. */
  append(fact: RecordedFact): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ fact, done, failed });
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.isWriting) {
      return;
    }
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH);
      this.waiting = this.waiting.slice(BATCH);
      await this.settle(batch);
    }
    this.isWriting = false;
  }

  /** A fact that cannot be written must not keep those beside it out of the record: they are tried one by one. */
  private async settle(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.write(batch.map(({ fact }) => fact));
      batch.forEach(({ done }) => done());
    } catch (error) {
      this.heads.clear();
      if (batch.length === 1 || isOutage(error)) {
        batch.forEach(({ failed }) => failed(error));
        return;
      }
      for (const one of batch) {
        await this.settle([one]);
      }
    }
  }

  private async write(facts: readonly RecordedFact[]): Promise<void> {
    for (let left = once(facts); left.length > 0; ) {
      const records = await this.linked(left);
      if (await despiteConflicts(() => this.records.insert(records))) {
        return;
      }
      // Either an event is recorded already, or another process took a place.
      this.heads.clear();
      const recorded = await this.records.recorded(left.map(({ eventId }) => eventId));
      left = left.filter(({ eventId }) => !recorded.has(eventId));
    }
  }

  private async linked(facts: readonly RecordedFact[]): Promise<AuditRecord[]> {
    const now = this.clock.now();
    const records: AuditRecord[] = [];
    for (const fact of facts) {
      const partition = partitionOf(fact.thingId);
      const record = link(this.heads.get(partition) ?? (await this.records.head(partition)), fact, now);
      this.heads.set(partition, { number: record.number, hash: record.hash });
      records.push(record);
    }
    return records;
  }
}

function once(facts: readonly RecordedFact[]): RecordedFact[] {
  return [...new Map(facts.map((fact) => [fact.eventId, fact])).values()];
}
