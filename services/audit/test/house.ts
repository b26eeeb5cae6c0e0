import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditRecordView, VerificationView } from '@aigaq/api';
import type { EventRecord, StoredEvent } from '@aigaq/events';
import { DatabaseSettings, type Door } from '@aigaq/service';
import { FileStore, ObjectStore } from '@aigaq/storage';
import { type Answer, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AuditModule } from '../src/audit.module.js';

export const ASSIGNMENT = '2024:1.1.2:akimat-kostanay-auliekol:2026';
export const RECORDS = '/api/audit/records';
export const NOW = '2026-05-20T05:00:00Z';

let count = 0;

export interface Told {
  by?: { id: string; name: string };
  time?: string;
  key?: string;
  record?: EventRecord;
}

/** A sample of the tasks service, as it would come off the wire. */
export function told(name: string, { by = PEOPLE.executor, time = '2026-05-20T04:00:00.000Z', key, record }: Told = {}): StoredEvent {
  count += 1;
  const { type, payload } = JSON.parse(readFileSync(new URL(`../../../proto/tasks/v1/samples/${name}.json`, import.meta.url), 'utf8'));
  const id = `019f0000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  const thing = key ?? payload.assignmentId ?? payload.rolloutId ?? payload.edition;
  return { type, payload, id, key: thing, time, correlationId: `c${count}`, actor: { id: by.id, name: by.name }, ...(record && { record }) };
}

/** The audit service with a store of its own. */
export class AuditHouse {
  private constructor(
    readonly service: TestService,
    readonly store: FileStore,
    private readonly folder: string,
  ) {}

  static async open({ prefix, doors = [], now = NOW }: { prefix?: string; doors?: readonly Door[]; now?: string } = {}): Promise<AuditHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'aigaq-audit-store-'));
    const store = new FileStore({ folder, publicUrl: '/store' });
    await store.start();
    const database = prefix ? [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix) }] : [];
    const service = await startService(AuditModule, { name: 'audit', now, doors: [{ provide: ObjectStore, useValue: store }, ...database, ...doors] });
    return new AuditHouse(service, store, folder);
  }

  static newPrefix = (): string => `aigaqtest_${randomBytes(4).toString('hex')}`;

  get auditor() {
    return this.service.as(PEOPLE.auditor);
  }

  async list(query = ''): Promise<AuditRecordView[]> {
    return (await this.get(`${RECORDS}?limit=100${query}`)).body.items;
  }

  async get(path: string): Promise<Answer> {
    return this.auditor.get(path);
  }

  async verify(period: object = {}): Promise<VerificationView> {
    return (await this.auditor.post('/api/audit/verification', period)).body;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at documents as they are
  collection(name: string): any {
    const connection: Connection = this.service.app.get(getConnectionToken('audit'), { strict: false });
    return connection.collection(name);
  }

  async close({ keepData = false } = {}): Promise<void> {
    await (keepData ? this.service.app.close() : this.service.stop());
    await rm(this.folder, { recursive: true, force: true });
  }
}
