import type { AuditRecordView, PageOf, RecordsFilter, RecordsQuery } from '@aigaq/api';
import { allFacts } from '@aigaq/contracts';
import { type BodyName, Directory } from '@aigaq/directory';
import type { StoredEvent } from '@aigaq/events';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { ChainWriter } from './chain-writer.service.js';
import { PeopleRepository } from './people.repository.js';
import type { AuditRecord } from './record.js';
import { idOf } from './record-place.js';
import { type RecordFilter, RecordsRepository } from './records.repository.js';
import { periodOf } from './search.js';

/** How many people of one name are looked for at once. */
const MOST_PEOPLE = 10;

@Injectable()
export class RecordsService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly writer: ChainWriter,
    private readonly people: PeopleRepository,
    private readonly directory: Directory,
  ) {}

  async append({ id, time, type, key, actor, correlationId, payload, record = {} }: StoredEvent): Promise<void> {
    const { organisationId = textIn(payload, 'organisationId') ?? '', ...rest } = record;
    await this.people.note(actor);
    await this.writer.append({ eventId: id, time, type, thingId: thingOf(key, payload), organisationId, actor, correlationId, payload, ...rest });
  }

  async list(actor: Actor, { limit, cursor, ...filter }: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    authorise(actor, 'audit.read');
    const found = await this.records.list(await this.search(filter), cursor, limit + 1);
    const page = found.slice(0, limit);
    const names = await this.directory.namesOf(page.flatMap(({ organisationId, under }) => [organisationId, under?.organisationId ?? '']).filter(Boolean));
    const last = page.at(-1);
    return { items: page.map((record) => viewOf(record, names)), nextCursor: found.length > limit && last ? `${last.time}/${idOf(last)}` : null };
  }

  /** What the words of an auditor mean; nobody of a name is an empty list, which finds nothing. */
  async search({ person, actorId, organisationId, thingId, type, from, to }: RecordsFilter): Promise<RecordFilter> {
    const named = person === undefined ? undefined : await this.people.find(person, MOST_PEOPLE);
    const actorIds = actorId === undefined ? named : [actorId].filter((id) => named?.includes(id) ?? true);
    return { actorIds, organisationId, thingId, types: type?.map(fullName), ...periodOf({ from, to }) };
  }
}

/** A read is told by the log of reads, but it is about the thing that was shown. */
function thingOf(key: string, payload: Record<string, unknown>): string {
  return textIn(payload, 'thingId') ?? key;
}

function textIn(payload: Record<string, unknown>, field: string): string | undefined {
  const value = payload[field];
  return typeof value === 'string' ? value : undefined;
}

/** People ask for `AssignmentSubmitted`; an unknown name finds nothing. */
function fullName(type: string): string {
  return allFacts().find((name) => name.endsWith(`.${type}`)) ?? type;
}

function viewOf({ eventId: _, type, under, changes = [], reason, from, ...record }: AuditRecord, names: ReadonlyMap<string, BodyName>): AuditRecordView {
  const nameOf = (id: string): BodyName | null => names.get(id) ?? null;
  return {
    ...record,
    type: type.split('.').at(-1) ?? type,
    under: under ? { ...under, organisation: nameOf(under.organisationId) } : null,
    organisation: nameOf(record.organisationId),
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    reason: reason ?? null,
    from: from ?? null,
  };
}
