import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NoticeView } from '@aigaq/api';
import { FileMailer, Mailer } from '@aigaq/mail';
import type { StoredEvent } from '@aigaq/events';
import { country, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { NotificationsModule } from '../src/notifications.module.js';

export const DISTRICT = 'akimat-kostanay-auliekol';
export const NOW = '2026-05-20T04:00:00.000Z';

let count = 0;

/** A fact of the tasks service, from its samples. */
export function told(name: string, by: { id: string; name: string } = PEOPLE.admin, fields: object = {}, time = NOW): StoredEvent {
  count += 1;
  const { type, payload } = JSON.parse(readFileSync(new URL(`../../../proto/tasks/v1/samples/${name}.json`, import.meta.url), 'utf8'));
  const id = `019f0000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  const key = payload.assignmentId ?? payload.rolloutId ?? payload.edition;
  return { type, payload: { ...payload, ...fields }, id, key, time, correlationId: id, actor: { id: by.id, name: by.name } };
}

export const letterBox = (): Promise<string> => mkdtemp(join(tmpdir(), 'aigaq-letters-'));

export async function startNotifications(mailer: Mailer | string): Promise<TestService> {
  const from = 'Айғақ <no-reply@aigaq.example>';
  const door = typeof mailer === 'string' ? new FileMailer({ folder: mailer, from }) : mailer;
  const service = await startService(NotificationsModule, { name: 'notifications', now: NOW, doors: [{ provide: Mailer, useValue: door }] });
  await service.tell(...country());
  return service;
}

export const inboxOf = async (service: TestService, person: { id: string; name: string }, query = ''): Promise<NoticeView[]> =>
  (await service.as(person).get(`/api/notifications/notices?limit=100${query}`)).body.items;

export async function newestOf(service: TestService, person: { id: string; name: string }): Promise<NoticeView> {
  const [newest] = await inboxOf(service, person);
  if (!newest) {
    throw new Error(`${person.name} has no notice`);
  }
  return newest;
}
