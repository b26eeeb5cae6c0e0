import { type Actor, Clock } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { Injectable } from '@nestjs/common';

/** Portals ask anew whenever something changes: within this time it is one read. */
const ONE_READ_MILLISECONDS = 10 * 60_000;
const KEPT = 20_000;

/** Who looked at the numbers of which body; each process remembers for itself. */
@Injectable()
export class OverviewReads {
  private readonly recorded = new Map<string, number>();

  constructor(
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor, organisationId: string): Promise<void> {
    const key = `${actor.id} ${organisationId}`;
    const now = this.clock.now().getTime();
    if (Math.abs(now - (this.recorded.get(key) ?? -Infinity)) < ONE_READ_MILLISECONDS) {
      return;
    }
    await this.accessLog.record(actor, { act: 'read', thing: 'overview', id: organisationId, organisationId });
    if (this.recorded.size >= KEPT) {
      this.recorded.clear();
    }
    this.recorded.set(key, now);
  }
}
