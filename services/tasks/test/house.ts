import { EvidenceCheckedSchema, EvidenceStoredSchema } from '@aigaq/contracts';
import { loadCard, subtasksOf } from '@aigaq/reference';
import { DatabaseSettings } from '@aigaq/service';
import { country, fact, factsOfDirectory, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { TasksModule } from '../src/tasks.module.js';

export const API = '/api/tasks';
export const DISTRICT = 'akimat-kostanay-auliekol';

/** A whole card for a small country, on a machine that has other work too. */

/** A body that nobody supervises, and the person who works for it. */
export const ORPHAN = 'qs-990940003178';
export const ORPHAN_OFFICER = {
  id: 'a19a9000-0000-4000-8000-000000000099',
  name: 'Одинокий',
  locale: 'ru',
  memberships: [{ organisationId: ORPHAN, role: 'compliance-officer' }],
} as const;

/** Sees a region's work as its head, and hands in elsewhere. */
export const HEAD_AND_EXECUTOR = {
  id: 'a19a9000-0000-4000-8000-000000000098',
  name: 'Басшы',
  locale: 'kk',
  memberships: [
    { organisationId: 'akimat-kostanay', role: 'head' },
    { organisationId: 'akimat-zhambyl-zhualy', role: 'executor' },
  ],
} as const;

/** Publishes what the first administrator prepared. */
export const SECOND_ADMIN = {
  id: 'a19a9000-0000-4000-8000-000000000019',
  name: 'Марат Жұмабеков',
  locale: 'kk',
  memberships: [{ organisationId: 'agency', role: 'agency-admin' }],
} as const;

/** The tasks service in a small country; with a prefix two of them share their databases. */
export async function startTasks(prefix?: string): Promise<TestService> {
  const database = new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix);
  const doors = prefix ? [{ provide: DatabaseSettings, useValue: database }] : [];
  const service = await startService(TasksModule, { name: 'tasks', now: '2026-05-20T04:00:00Z', doors });
  await service.tell(...country());
  const orphan = { id: ORPHAN, kind: 'quasi-state', name: { kk: 'Жетім', ru: 'Сирота' }, bin: '990940003178', regionId: 'kostanay' };
  await service.tell(...factsOfDirectory({ bodies: [orphan], people: [ORPHAN_OFFICER, HEAD_AND_EXECUTOR, SECOND_ADMIN] }));
  return service;
}

export async function publishCard(service: TestService): Promise<void> {
  const admin = service.as(PEOPLE.admin);
  await admin.post(`${API}/editions/import`, { edition: '2024' });
  await admin.put(`${API}/editions/2024/dates`, { year: 2026 });
  await publishDraft(service);
}

/** What is being prepared goes to the second administrator, who publishes it. */
export async function publishDraft(service: TestService): Promise<void> {
  expect((await service.as(PEOPLE.admin).post(`${API}/editions/2024/review`, {})).status).toBe(200);
  expect((await service.as(SECOND_ADMIN).post(`${API}/editions/2024/publish`, {})).status).toBe(200);
}

/** Runs a rollout to its end. */
export async function rollOut(service: TestService) {
  const { body } = await service.as(PEOPLE.admin).post(`${API}/editions/2024/rollouts`, { dryRun: false });
  return untilDone(service, body.id);
}

/** A service with the card published and its assignments rolled out. */
export async function startRolledOut(): Promise<TestService> {
  const service = await startTasks();
  await publishCard(service);
  await rollOut(service);
  return service;
}

/** A busy machine takes its time. */
const DONE_MS = 50_000;

export function untilDone(service: TestService, id: string) {
  return service.eventually(async () => {
    const { body } = await service.as(PEOPLE.admin).get(`${API}/rollouts/${id}`);
    expect(body.status).toBe('done');
    return body;
  }, DONE_MS);
}

export const idOf = (subtask: string, organisationId = DISTRICT, period = '2026'): string => `2024:${subtask}:${organisationId}:${period}`;
export const urlOf = (id: string, act = ''): string => `${API}/assignments/${encodeURIComponent(id)}${act && `/${act}`}`;

let papers = 0;

/** A paper for an assignment, as the evidence service tells of it. */
export async function paperFor(
  service: TestService,
  assignmentId: string,
  { by = PEOPLE.executor.id, verdict = 'passed' }: { by?: string; verdict?: string | null } = {},
): Promise<string> {
  papers += 1;
  const evidenceId = `019f0000-0000-7000-8000-${String(papers).padStart(12, '0')}`;
  const fields = { evidenceId, subject: { type: 'assignment', id: assignmentId }, sha256: String(papers).padStart(64, '0'), uploadedById: by };
  await service.tell(fact(EvidenceStoredSchema, fields, { key: evidenceId }));
  if (verdict !== null) {
    await service.tell(fact(EvidenceCheckedSchema, { ...fields, verdict }, { key: evidenceId }));
  }
  return evidenceId;
}

const NEEDED = new Map(
  subtasksOf(loadCard('2024')).map(({ code, evidence }) => [code, evidence.documents.filter(({ required }) => required).length]),
);

/** As many papers as the rule of the subtask requires. */
export function papersFor(service: TestService, assignmentId: string, options: { by?: string } = {}): Promise<string[]> {
  const needed = NEEDED.get(assignmentId.split(':')[1] ?? '') ?? 1;
  return Promise.all(Array.from({ length: Math.max(needed, 1) }, () => paperFor(service, assignmentId, options)));
}
