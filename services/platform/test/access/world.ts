import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceView, UploadView } from '@aigaq/api';
import { AuditModule } from '@aigaq/audit-service';
import { ComplianceModule } from '@aigaq/compliance-service';
import { EvidenceModule, ReadingSettings } from '@aigaq/evidence-service';
import type { Role } from '@aigaq/kernel';
import { FileMailer, Mailer } from '@aigaq/mail';
import { NotificationsModule } from '@aigaq/notifications-service';
import { DemonstrationSeed, OrganisationsModule } from '@aigaq/organisations-service';
import { ReportsModule } from '@aigaq/reports-service';
import { FileStore, fileStorePlugin, ObjectStore } from '@aigaq/storage';
import { TasksModule } from '@aigaq/tasks-service';
import { startService, type TestService } from '@aigaq/testing';
import { Module } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import { PDFDocument } from 'pdf-lib';
import { as, BODIES, ENTITY, type Person, SECOND_ADMIN, TARGETS } from './country.js';
import { draftOf, enterPeople, fillRegister } from './register.js';

const DATABASES = ['organisations', 'tasks', 'evidence', 'compliance', 'notifications', 'reports', 'audit'];
const NOW = '2026-05-20T04:00:00Z';

/** All services in one process; papers are stored and shown here, not read. */
@Module({ imports: [OrganisationsModule, TasksModule, EvidenceModule, ComplianceModule, NotificationsModule, ReportsModule, AuditModule] })
class Everything {}

const READING: ReadingSettings['command'] = {
  script: new URL('../../../evidence/src/reading/reading-process.ts', import.meta.url),
  execArgv: ['--conditions=source', '--import', new URL('../../../evidence/test/source-loader.mjs', import.meta.url).href],
};

/** The services with a country, a card that is rolled out, and for each body of the targets an assignment with a paper. */
export class World {
  private papers = new Map<string, string>();
  /** Who holds the first chair, by body. */
  heads: ReadonlyMap<string, string> = new Map();
  rolloutId = '';
  /** Begun by somebody of the ministry, and not at its end. */
  uploadId = '';

  private constructor(
    readonly service: TestService,
    private readonly store: FastifyInstance,
  ) {}

  static async begin(): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'aigaq-access-'));
    const files = new FileStore({ folder: join(folder, 'store'), publicUrl: '/store' });
    await files.start();
    const store = fastify();
    await store.register(fileStorePlugin(files), { prefix: '/store' });
    const doors = [
      { provide: ObjectStore, useValue: files },
      { provide: ReadingSettings, useValue: new ReadingSettings({ command: READING }) },
      { provide: Mailer, useValue: new FileMailer({ folder: join(folder, 'mail'), from: 'Айғақ <no-reply@aigaq.example>' }) },
    ];
    const world = new World(await startService(Everything, { name: 'platform', databases: DATABASES, now: NOW, doors }), store);
    await world.settle();
    await world.rollOut();
    await world.amend();
    await world.handPapersIn();
    await world.planAnalyses();
    world.heads = await fillRegister(world.service);
    return world;
  }

  async end(): Promise<void> {
    await this.service.stop();
    await this.store.close();
  }

  assignmentOf(bodyId: string): string {
    return `2024:1.1.2:${bodyId}:2026`;
  }

  /** The first one that was planned in the year. */
  analysisOf(bodyId: string): string {
    return `${bodyId}:2026-1`;
  }

  acknowledgementOf(bodyId: string): string {
    return `2024:2:${bodyId}`;
  }

  paperOf(bodyId: string): string {
    return this.papers.get(bodyId) ?? '';
  }

  /** Whoever hands in for a body. */
  workerOf(bodyId: string): Person {
    return as(this.isEntity(bodyId) ? 'compliance-officer' : 'executor', bodyId);
  }

  announce(person: Person, assignmentId: string, size: number) {
    const subject = { type: 'assignment', id: assignmentId };
    return this.service.as(person).post('/api/evidence/uploads', { subject, fileName: 'order.pdf', mediaType: 'application/pdf', size });
  }

  /** Posts a file by a form of the store, as a browser does. */
  async post({ url, fields }: UploadView['form'], bytes: Uint8Array): Promise<number> {
    const data = new FormData();
    Object.entries(fields).forEach(([name, value]) => data.append(name, value));
    data.append('file', new Blob([Buffer.from(bytes)]), 'file');
    const request = new Request('http://store.example', { method: 'POST', body: data });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return (await this.store.inject({ method: 'POST', url, headers, payload: Buffer.from(await request.arrayBuffer()) })).statusCode;
  }

  async paper(person: Person, assignmentId: string): Promise<string> {
    const bytes = await pdf(assignmentId);
    const { body } = (await this.announce(person, assignmentId, bytes.length)) as { body: UploadView };
    await this.post(body.form, bytes);
    const { status, body: evidence } = (await this.service.as(person).post(`/api/evidence/uploads/${body.id}/complete`, {})) as { status: number; body: EvidenceView };
    expect({ status, evidence }).toMatchObject({ status: 201 });
    return evidence.id;
  }

  private isEntity(bodyId: string): boolean {
    return BODIES.find(({ id }) => id === bodyId)?.kind === 'quasi-state';
  }

  /** Bodies and people are entered by the rules of the register and told to all. */
  private async settle(): Promise<void> {
    await this.service.app.get(DemonstrationSeed).enterBodies(BODIES.map(draftOf));
    await enterPeople(this.service);
  }

  private async rollOut(): Promise<void> {
    const admin = this.as('agency-admin');
    await admin.post('/api/tasks/editions/import', { edition: '2024' });
    await admin.put('/api/tasks/editions/2024/dates', { year: 2026 });
    await this.publish();
    this.rolloutId = (await admin.post('/api/tasks/editions/2024/rollouts', { dryRun: false })).body.id;
    await this.service.eventually(async () => expect((await admin.get(`/api/tasks/rollouts/${this.rolloutId}`)).body.status).toBe('done'), 60_000);
  }

  private async publish(): Promise<void> {
    await this.as('agency-admin').post('/api/tasks/editions/2024/review', {});
    expect((await this.service.as(SECOND_ADMIN).post('/api/tasks/editions/2024/publish', {})).status).toBe(200);
  }

  /** The work of every body changes, so that each is asked to take note. */
  private async amend(): Promise<void> {
    const admin = this.as('agency-admin');
    const { body } = await admin.post('/api/tasks/editions/2024/amend', {});
    const description = { kk: 'Жаңа', ru: 'Новое' };
    await admin.post('/api/tasks/editions/2024/edits', { revision: body.revision, edits: [{ act: 'change', code: '1.1.2', fields: { description } }] });
    await this.publish();
    await this.service.eventually(async () => expect((await admin.get('/api/tasks/acknowledgements')).body.items.length).toBeGreaterThanOrEqual(TARGETS.length), 20_000);
  }

  private async handPapersIn(): Promise<void> {
    for (const body of TARGETS) {
      const worker = this.workerOf(body);
      // The rule of the subtask and the assignment come by events.
      await this.service.eventually(async () => expect((await this.announce(worker, this.assignmentOf(body), 1000)).status).toBe(201), 20_000);
      this.papers.set(body, await this.paper(worker, this.assignmentOf(body)));
    }
    this.uploadId = (await this.announce(as('executor', 'cgo-mf'), this.assignmentOf('cgo-mf'), 1000)).body.id;
    await this.service.eventually(async () => expect((await this.as('curator').get(`/api/compliance/entities/${ENTITY}`)).status).toBe(200), 20_000);
  }

  private async planAnalyses(): Promise<void> {
    for (const organisationId of TARGETS) {
      const planned = { organisationId, object: 'Отдел', start: '2026-06-10', end: '2026-07-03' };
      expect(await this.service.as(this.workerOf(organisationId)).post('/api/tasks/analyses', planned)).toMatchObject({ status: 201, body: { id: this.analysisOf(organisationId) } });
    }
  }

  private as(role: Role) {
    return this.service.as(as(role, 'agency'));
  }
}

/** One page that is unlike any other. */
export async function pdf(title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.addPage([595, 842]);
  return document.save();
}
