import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../database/duplicate.js';

export const LEASE_MS = 5_000;

interface LeaseDocument {
  _id: string;
  holder: string;
  until: Date;
}

/** A right that one process at a time has. Times are the machines' own, so their clocks must agree within a second or two. */
export class Lease {
  private readonly holder = randomUUID();
  private heldUntil = 0;

  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  isHeld(): boolean {
    return Date.now() < this.heldUntil;
  }

  /** Takes or prolongs it; false when another process has it. */
  async take(): Promise<boolean> {
    const now = Date.now();
    const until = new Date(now + LEASE_MS);
    try {
      await this.leases().updateOne(
        { _id: this.name, $or: [{ holder: this.holder }, { until: { $lt: new Date(now) } }] },
        { $set: { holder: this.holder, until } },
        { upsert: true },
      );
    } catch (error) {
      if (isDuplicate(error)) {
        this.heldUntil = 0;
        return false;
      }
      throw error;
    }
    // One second is left for the write that was begun at the last moment.
    this.heldUntil = until.getTime() - 1_000;
    return true;
  }

  /** So that the next process need not wait. */
  async release(): Promise<void> {
    this.heldUntil = 0;
    await this.leases().deleteOne({ _id: this.name, holder: this.holder });
  }

  private leases() {
    return this.connection.collection<LeaseDocument>('leases');
  }
}
