import type { AccountStatus, HeadView } from '@aigaq/api';
import { SYSTEM } from '@aigaq/kernel';
import type { TestService } from '@aigaq/testing';
import { openAccount } from '../../../organisations/src/accounts/account.js';
import { AccountsRepository } from '../../../organisations/src/accounts/accounts.repository.js';
import type { BodyDraft } from '../../../organisations/src/bodies/body.js';
import { BodiesRepository } from '../../../organisations/src/bodies/bodies.repository.js';
import { grantMembership } from '../../../organisations/src/memberships/membership.js';
import { MembershipsRepository } from '../../../organisations/src/memberships/memberships.repository.js';
import { as, type BodyOf, DISTRICT, LEFT, leftFrom, PEOPLE, type Person, TARGETS, worksIn } from './country.js';
import type { World } from './world.js';

export const CAMPAIGN = '2026-Q2';
/** The question whether somebody in the body still needs his role; it has its answer. */
export const questionAbout = (bodyId: string): string => `${CAMPAIGN}:${worksIn(bodyId).id}:${bodyId}:executor`;
/** A line of a name list that has ended. */
export const LINE = { personId: worksIn(DISTRICT).id, organisationId: DISTRICT, secrecy: 'tax', basis: 'Приказ № 1' } as const;
/** Who holds the first chair of the body. */
export const headOf = (world: World, bodyId: string): string => world.heads.get(bodyId) ?? 'nobody';

export function draftOf({ id, kind, parent, supervisor, region, bin }: BodyOf): BodyDraft {
  const names = { name: { kk: id, ru: id }, shortName: { kk: '', ru: '' } };
  const supervisorIds = supervisor === null ? [] : [supervisor];
  return { id, kind, legalForm: null, ...names, bin, parentId: parent, supervisorIds, regionId: region, validFrom: '2021-01-01' };
}

/** The roles of everybody, and the accounts of those about whom is asked; told to all. */
export async function enterPeople(service: TestService): Promise<void> {
  const bodies = service.app.get(BodiesRepository, { strict: false });
  const accounts = service.app.get(AccountsRepository, { strict: false });
  const memberships = service.app.get(MembershipsRepository, { strict: false });
  const places = new Map((await bodies.all()).map((body) => [body.id, body]));
  await memberships.grantAll(SYSTEM, [...PEOPLE, ...LEFT].flatMap(rolesOf));
  await accounts.createAll(SYSTEM, [
    ...TARGETS.map((id) => accountOf(worksIn(id), places.get(id)!, 'active')),
    ...TARGETS.map((id) => accountOf(leftFrom(id), places.get(id)!, 'deactivated')),
  ]);
  await service.eventually(async () => expect(await Promise.all([bodies, accounts, memberships].map((each) => each.untold()))).toEqual([0, 0, 0]), 120_000);
}

function accountOf(person: Person, body: { id: string; scope: readonly string[] }, status: AccountStatus) {
  const { id, name: firstName } = person;
  const draft = { id, username: id, firstName, lastName: '', patronymic: '', email: emailOf(person), locale: 'ru' as const, homeOrganisationId: body.id };
  return openAccount(draft, body, SYSTEM, { status, wanted: null });
}

const emailOf = ({ id }: Person): string => `${id.replaceAll('@', '.')}@example.kz`;

function rolesOf(person: Person) {
  const { id: personId, name: personName, memberships } = person;
  return memberships.map((role) => {
    const draft = { personId, personName, locale: 'ru' as const, email: emailOf(person), from: '2021-01-01', ...role };
    return grantMembership(draft, { id: role.organisationId, validUntil: null });
  });
}

/** Chairs, one of them vacant, in each body of the targets; a campaign with answers; a line of a name list. @returns the holders */
export async function fillRegister(service: TestService): Promise<Map<string, string>> {
  const admin = service.as(as('agency-admin', 'agency'));
  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await admin.post(`/api/organisations/${path}`, body);
    expect(answer).toMatchObject({ status: path.endsWith('answers') || path.endsWith('end') ? 200 : 201 });
    return answer.body as T;
  };
  const position = { kk: 'Басшы', ru: 'Руководитель' };
  const heads = new Map<string, string>();
  for (const id of TARGETS) {
    await post(`bodies/${id}/chairs`, { level: 'head-of-apparatus', position, from: '2021-01-01' });
    const head = { personName: { kk: 'А. Ахметов', ru: 'А. Ахметов' }, position, level: 'first-head', from: '2021-01-01' };
    heads.set(id, (await post<HeadView>(`bodies/${id}/heads`, head)).id);
  }
  await post('recertifications', { quarter: CAMPAIGN, deadline: '2026-06-30' });
  await service.eventually(async () => {
    const answers = TARGETS.map((id) => ({ questionId: questionAbout(id), answer: 'keep' }));
    const { results } = await post<{ results: { code: string | null }[] }>(`recertifications/${CAMPAIGN}/answers`, { answers });
    expect(results.filter(({ code }) => code !== null && code !== 'recertification.already_answered')).toEqual([]);
  }, 20_000);
  await post('clearances', { ...LINE, from: '2026-01-01' });
  await post(`clearances/${LINE.personId}:${LINE.organisationId}:${LINE.secrecy}/end`, { reason: 'Проверка' });
  return heads;
}
