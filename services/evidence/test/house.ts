import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadView } from '@aigaq/api';
import { AssignmentsOpenedSchema, CardPublishedSchema } from '@aigaq/contracts';
import { DatabaseSettings } from '@aigaq/service';
import { FileStore, fileStorePlugin, ObjectStore } from '@aigaq/storage';
import { country, fact, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { Module } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import { EvidenceModule, EvidenceWorkerModule, ReadingSettings } from '../src/evidence.module.js';

export const ASSIGNMENT = '2024:1.1.2:akimat-kostanay-auliekol:2026';
export const COMPLIANCE_DOCUMENT = 'qs-980140900002:3.2.1';
export const NOW = '2026-10-12T05:00:00Z';

type Reading = ConstructorParameters<typeof ReadingSettings>[0];

/** The reading process as it is in the sources. */
export const SOURCES: ReadingSettings['command'] = {
  script: new URL('../src/reading/reading-process.ts', import.meta.url),
  execArgv: ['--conditions=source', '--import', new URL('source-loader.mjs', import.meta.url).href],
};
/** A reading process that does what the first letters of the paper say: falls, hangs, or answers. */
export const SCRIPTED: ReadingSettings['command'] = { script: new URL('scripted-process.mjs', import.meta.url), execArgv: [] };
export const NOWHERE = { program: '/nowhere/tesseract', languageFolder: '/nowhere' };
export const scripted = (timeoutSeconds = 1): Reading => ({ tesseract: NOWHERE, timeoutSeconds, command: SCRIPTED });

@Module({ imports: [EvidenceModule, EvidenceWorkerModule] })
class WithWorker {}

/** Where a house keeps what it has, so that another one can go on after it was killed. */
export interface Kept {
  folder: string;
  /** Of its databases. */
  prefix: string;
}

export interface Announced {
  fileName?: string;
  mediaType?: string;
  size?: number;
  sha256?: string;
  subject?: { type: string; id: string };
}

/** The service, a store with its endpoint, and the facts that its neighbours told. */
export class House {
  private constructor(
    readonly service: TestService,
    readonly store: FileStore,
    private readonly storeEndpoint: FastifyInstance,
    readonly folder: string,
  ) {}

  static async open({ withWorker = false, reading = { command: SOURCES }, kept }: { withWorker?: boolean; reading?: Reading; kept?: Kept } = {}): Promise<House> {
    const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'aigaq-evidence-store-')));
    const store = new FileStore({ folder, publicUrl: '/store' });
    await store.start();
    const storeEndpoint = fastify({ bodyLimit: 80 * 1024 * 1024 });
    await storeEndpoint.register(fileStorePlugin(store), { prefix: '/store' });
    const doors = [
      { provide: ObjectStore, useValue: store },
      { provide: ReadingSettings, useValue: new ReadingSettings(reading) },
      ...(kept ? [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', kept.prefix) }] : []),
    ];
    const service = await startService(withWorker ? WithWorker : EvidenceModule, { name: 'evidence', now: NOW, doors });
    await service.tell(...country(), cardPublished(), ...['1.1.2', '2.1.1', '2.5.5'].map(assignmentsOpened));
    return new House(service, store, storeEndpoint, folder);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.storeEndpoint.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  announce(bytes: Uint8Array, announced: Announced = {}, person: { id: string; name: string } = PEOPLE.executor) {
    const body = { subject: { type: 'assignment', id: ASSIGNMENT }, fileName: 'order.pdf', mediaType: 'application/pdf', size: bytes.length, ...announced };
    return this.service.as(person).post('/api/evidence/uploads', body);
  }

  async post({ form }: UploadView, bytes: Uint8Array): Promise<{ status: number; code?: string }> {
    const data = new FormData();
    Object.entries(form.fields).forEach(([name, value]) => data.append(name, value));
    data.append('file', new Blob([Buffer.from(bytes)]), 'file');
    const request = new Request('http://store.example', { method: 'POST', body: data });
    const answer = await this.storeEndpoint.inject({
      method: 'POST',
      url: form.url,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: answer.statusCode, ...(answer.body && { code: answer.json<{ code: string }>().code }) };
  }

  complete(id: string, person: { id: string; name: string } = PEOPLE.executor) {
    return this.service.as(person).post(`/api/evidence/uploads/${id}/complete`, {});
  }

  /** The whole way of a file; gives the answer to `complete`. */
  async upload(bytes: Uint8Array, announced: Announced = {}, person: { id: string; name: string } = PEOPLE.executor) {
    const { body } = await this.announce(bytes, announced, person);
    await this.post(body as UploadView, bytes);
    return this.complete((body as UploadView).id, person);
  }

  /** Names of the files that lie in a bucket. */
  async filesIn(bucket: string): Promise<string[]> {
    const entries = await readdir(join(this.folder, bucket), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && entry.name !== 'lock').map(({ name }) => name);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function cardPublished() {
  const rule = { kinds: ['order'], signers: ['first-head'], signersByKind: { 'akimat-district': { levels: ['akim'] } }, approval: 'none', stamp: 'optional' };
  const title = { kk: 'Бұйрық', ru: 'Приказ' };
  const subtask = (code: string, secrecy = 'none') => ({ code, taskCode: code.slice(0, 3), projectCode: code.slice(0, 1), title, secrecy, rule });
  return fact(CardPublishedSchema, { edition: '2024', version: 1, subtasks: [subtask('1.1.2'), subtask('3.2.1'), subtask('2.1.1', 'restricted'), subtask('2.5.5', 'tax')] }, { key: '2024' });
}

function assignmentsOpened(subtaskCode: string) {
  const assignments = ['akimat-kostanay-auliekol', 'akimat-zhambyl-zhualy'].map((organisationId) => ({
    assignmentId: `2024:${subtaskCode}:${organisationId}:2026`,
    organisationId,
  }));
  const fields = { rolloutId: 'r1', chunk: 1, edition: '2024', subtaskCode, projectCode: subtaskCode.slice(0, 1), period: '2026', year: 2026, assignments };
  return fact(AssignmentsOpenedSchema, fields, { key: 'r1' });
}
