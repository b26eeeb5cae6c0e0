import { AccountRow, AssignmentRow, MeView, pageOf, TemporaryPassword } from '@aigaq/api';
import { z } from 'zod';
import { loginByHttp, refreshByHttp, type Tokens } from './login.mjs';
import { DISTRICT } from './papers.js';
import { until } from './persistence.js';
import { CLIENT, type System } from './person.js';
import type { Portal } from './portal.js';

const ACCOUNTS = '/api/organisations/accounts';
const NEW_PASSWORD = 'Tek-Ozim-2026';
/** A deactivated person loses access within a minute. */
const GONE_MILLISECONDS = 60_000;

/** 7. A coordinator brings somebody in below himself: he signs in, sees his work, and is shut out again. */
export async function personComesAndGoes(portal: Portal): Promise<void> {
  const coordinator = portal.as('coordinator', 'kk');
  const account = await coordinator.act(ACCOUNTS, newcomer(), AccountRow);
  await nobodyReachesBeyondHisOwn(portal, account);
  await until(() => coordinator.get(`${ACCOUNTS}/${account.id}`, AccountRow), ({ provisioned }) => provisioned, GONE_MILLISECONDS, 250);
  const { temporaryPassword } = await coordinator.act(`${ACCOUNTS}/${account.id}/temporary-password`, {}, TemporaryPassword);

  const tokens = await firstLogin(portal.system, account.username, temporaryPassword);
  const me = await until(() => get(portal.system, tokens, '/api/organisations/me', MeView), ({ memberships }) => memberships.length > 0, 20_000, 250);
  expect(me.memberships).toMatchObject([{ role: 'executor', organisation: { id: DISTRICT } }]);
  const work = await until(() => get(portal.system, tokens, '/api/tasks/assignments?view=queue', pageOf(AssignmentRow)), ({ items }) => items.length > 0, 20_000, 250);

  await coordinator.act(`${ACCOUNTS}/${account.id}/deactivate`, { reason: 'Жұмыстан босатылды' }, AccountRow);
  const gone = Date.now();
  await isShutOut(portal.system, tokens, `/api/tasks/assignments/${work.items[0]?.id ?? ''}`);
  process.stdout.write(`  story: a deactivated person was shut out after ${Date.now() - gone} ms\n`);
}

function newcomer() {
  const username = `newcomer-${Date.now().toString(36)}`;
  return {
    username,
    firstName: 'Жанар',
    lastName: 'Төлегенова',
    email: `${username}@example.kz`,
    locale: 'kk',
    organisationId: DISTRICT,
    role: 'executor',
    from: '2026-01-01',
  };
}

async function nobodyReachesBeyondHisOwn(portal: Portal, { id }: AccountRow): Promise<void> {
  const refusal = async (username: string, path: string, body: object) => {
    const { status } = await portal.as(username).refusalOf({ method: 'POST', path, body });
    return status;
  };
  const role = { personId: id, organisationId: 'agency', role: 'agency-admin', from: '2026-01-01' };
  expect(await refusal('coordinator', '/api/organisations/memberships', role)).toBeGreaterThanOrEqual(403);
  expect(await refusal('stranger-coordinator', `${ACCOUNTS}/${id}/deactivate`, { reason: 'not mine' })).toBe(404);
  expect(await refusal('executor', ACCOUNTS, newcomer())).toBe(403);
}

/** With the password that has to be changed at once. */
function firstLogin({ issuer, address }: System, username: string, password: string): Promise<Tokens> {
  const redirectUri = `${address}/signed-in`;
  return loginByHttp({ issuer, clientId: CLIENT, redirectUri, username, password, newPassword: NEW_PASSWORD, locale: 'kk' });
}

/** His token is still within its time, but opens nothing; new ones are not given, and nobody signs in. */
async function isShutOut(system: System, tokens: Tokens, path: string): Promise<void> {
  const status = async () => (await fetch(new URL(path, system.address), bearer(tokens))).status;
  await until(status, (now) => now !== 200, GONE_MILLISECONDS, 250);
  const { issuer } = system;
  await until(() => succeeds(refreshByHttp({ issuer, clientId: CLIENT, refreshToken: tokens.refreshToken })), (isGiven) => !isGiven, GONE_MILLISECONDS, 500);
}

function succeeds(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(() => true, () => false);
}

async function get<T extends z.ZodType>(system: System, tokens: Tokens, path: string, view: T): Promise<z.infer<T>> {
  const response = await fetch(new URL(path, system.address), bearer(tokens));
  return view.parse(await response.json());
}

function bearer({ accessToken }: Tokens): RequestInit {
  return { headers: { authorization: `Bearer ${accessToken}`, 'accept-language': 'kk' } };
}
