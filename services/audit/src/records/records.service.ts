import type { AuditRecordView, PageOf, RecordsQuery, VerificationView } from '@aigaq/api';
import { allFacts } from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { type AuditRecord, verifyChain } from './record.js';
import { RecordsRepository } from './records.repository.js';

@Injectable()
export class RecordsService {
  constructor(private readonly records: RecordsRepository) {}

  append({ id, time, type, key, actor, correlationId, payload }: StoredEvent): Promise<void> {
    return this.records.append({ eventId: id, time, type, thingId: thingOf(key, payload), actor, correlationId, payload });
  }

  async list(actor: Actor, { limit, cursor, thingId, actorId, type }: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    authorise(actor, 'audit.read');
    const before = cursor === undefined ? undefined : Number.parseInt(cursor, 10) || undefined;
    const found = await this.records.list({ thingId, 'actor.id': actorId, type: fullName(type) }, before, limit + 1);
    const page = found.slice(0, limit);
    return { items: page.map(viewOf), nextCursor: found.length > limit ? String(page.at(-1)?.number) : null };
  }

  async verify(actor: Actor): Promise<VerificationView> {
    authorise(actor, 'audit.read');
    return verifyChain(this.records.all());
  }
}

/** A read is told by the log of reads, but it is about the thing that was shown. */
function thingOf(key: string, payload: Record<string, unknown>): string {
  return typeof payload['thingId'] === 'string' ? payload['thingId'] : key;
}

/** People ask for `AssignmentSubmitted`; an unknown name finds nothing. */
function fullName(type: string | undefined): string | undefined {
  return type && (allFacts().find((name) => name.endsWith(`.${type}`)) ?? type);
}

function viewOf({ eventId: _, ...record }: AuditRecord): AuditRecordView {
  return { ...record, type: record.type.split('.').at(-1) ?? record.type };
}
