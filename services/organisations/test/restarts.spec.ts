import { AccountStatusChangedSchema, MembershipEndedSchema, MembershipGrantedSchema, MembershipHandedOverSchema, RecertificationAnsweredSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { deactivateAccount, openAccount } from '../src/accounts/account.js';
import { AccountsRepository } from '../src/accounts/accounts.repository.js';
import { AccountSettling } from '../src/accounts/account-settling.service.js';
import { BodiesRepository } from '../src/bodies/bodies.repository.js';
import { receiveMembership } from '../src/memberships/membership.js';
import { MembershipsRepository } from '../src/memberships/memberships.repository.js';
import { answerQuestion, beginRecertification, lapse } from '../src/recertification/recertification.js';
import { QuestionsRepository } from '../src/recertification/questions.repository.js';
import { RecertificationRounds } from '../src/recertification/recertification-rounds.service.js';
import { RecertificationsRepository } from '../src/recertification/recertifications.repository.js';
import { DISTRICT, type House, invite, membershipOf, startHouse, TODAY, TOMORROW, YESTERDAY } from './house.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 180_000);
afterAll(() => house.service.stop());

const ADMIN = { id: PEOPLE.admin.id, name: PEOPLE.admin.name, memberships: [] };
const get = <T>(type: new (...parts: never[]) => T): T => house.service.app.get(type);
const settle = () => get(AccountSettling).settleAll(() => false);
const heldBy = async (person: { id: string; name: string }): Promise<number> => (await house.service.as(person).get('/api/organisations/me')).body.memberships.length;
const accountOf = (id: string) => get(AccountsRepository).find(id);
/** The first write of an act, after which the process was killed. */
const district = async () => (await get(BodiesRepository).byIds([DISTRICT]))[0]!;

describe('a process that was killed after the first write', () => {
  it('of an invitation: the role is given and the account made, in the name of the one who invited', async () => {
    const draft = { id: 'a19a9000-0000-4000-8000-0000000000f1', username: 'f1', firstName: 'Ф', lastName: 'Один', patronymic: '', email: 'f1@example.kz', locale: 'ru' as const, homeOrganisationId: DISTRICT };
    const wanted = { organisationId: DISTRICT, role: 'executor' as const, from: TODAY, until: null };
    await get(AccountsRepository).create(ADMIN, openAccount(draft, await district(), ADMIN, { status: 'invited', wanted }));
    await settle();
    await settle();
    expect(await heldBy({ id: draft.id, name: 'Ф Один' })).toBe(1);
    expect(await accountOf(draft.id)).toMatchObject({ wanted: null, settled: true, roles: ['executor'] });
    expect(house.identity.accounts.get(draft.id)).toMatchObject({ username: 'f1', roles: ['executor'] });
    await house.service.eventually(() => {
      const granted = house.service.toldEvents().filter(({ type, payload }) => type === MembershipGrantedSchema.typeName && payload['personId'] === draft.id);
      expect(granted.map(({ actor }) => actor)).toEqual([{ id: ADMIN.id, name: ADMIN.name }]);
    });
  });

  it('of a deactivation: the roles end and the sessions too', async () => {
    const person = await invite(house);
    await get(AccountsRepository).change(ADMIN, person.id, (account) => deactivateAccount(account, ADMIN, 'Уволен'));
    await settle();
    expect(await heldBy(person)).toBe(0);
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: false, roles: [] });
    await house.service.eventually(() =>
      expect(house.service.told(MembershipEndedSchema)).toContainEqual(expect.objectContaining({ personId: person.id, until: YESTERDAY, reason: 'Уволен' })),
    );
  });

  it('of a hand-over: the role of the giver ends and the hand-over is told once', async () => {
    const [giver, receiver] = [await invite(house), await invite(house, { role: 'head' })];
    const given = (await get(MembershipsRepository).find(membershipOf(giver.id)))!;
    const source = { membershipId: given.id, personId: giver.id, reason: 'Перевод', by: { id: ADMIN.id, name: ADMIN.name }, isDone: false };
    const body = await district();
    const wanted = { personId: receiver.id, personName: receiver.name, locale: given.locale, email: given.email, organisationId: DISTRICT, role: given.role, from: TODAY, until: null };
    await get(MembershipsRepository).put(ADMIN, membershipOf(receiver.id), (held) => receiveMembership(held, wanted, body, source));
    await settle();
    await settle();
    expect([await heldBy(giver), await heldBy(receiver)]).toEqual([0, 2]);
    expect(house.identity.accounts.get(giver.id)?.roles).toEqual([]);
    await house.service.eventually(() => expect(house.service.told(MembershipHandedOverSchema).filter(({ toPersonId }) => toPersonId === receiver.id)).toHaveLength(1));
  });

  it('of a grant to somebody who was deactivated at the same moment: the role does not stay', async () => {
    const person = await invite(house);
    await get(AccountsRepository).change(ADMIN, person.id, (account) => deactivateAccount(account, ADMIN, 'Уволен'));
    await settle();
    await get(MembershipsRepository).put(ADMIN, membershipOf(person.id), (held) => ({ next: { ...held!, until: null, unsettled: true }, events: [] }));
    expect(await heldBy(person)).toBe(1);
    await settle();
    expect(await heldBy(person)).toBe(0);
  });
});

describe('days that pass', () => {
  it('begin and end roles in the identity server by themselves, and tell a hand-over on its day', async () => {
    const [giver, receiver] = [await invite(house), await invite(house, { role: 'ethics-officer', until: TODAY })];
    const path = `/api/organisations/memberships/${membershipOf(giver.id)}/hand-over`;
    expect((await house.service.as(PEOPLE.coordinator).post(path, { toPersonId: receiver.id, from: TOMORROW, reason: 'Перевод' })).status).toBe(200);
    const handedOver = () => house.service.told(MembershipHandedOverSchema).filter(({ toPersonId }) => toPersonId === receiver.id);
    await settle();
    expect([await heldBy(giver), handedOver()]).toEqual([1, []]);
    expect(house.identity.accounts.get(receiver.id)?.roles).toEqual(['ethics-officer']);
    house.service.clock.set(new Date('2026-10-13T05:00:00Z'));
    await settle();
    expect([await heldBy(giver), await heldBy(receiver)]).toEqual([0, 1]);
    expect(house.identity.accounts.get(giver.id)?.roles).toEqual([]);
    expect(house.identity.accounts.get(receiver.id)?.roles).toEqual(['executor']);
    await house.service.eventually(() => expect(handedOver()).toHaveLength(1));
  });
});

describe('an identity server that is away', () => {
  it('hinders nobody here, and hears of everything when it is back', async () => {
    house.identity.isAway = true;
    const person = await invite(house, { from: '2026-10-13' });
    expect([person.provisioned, await heldBy(person)]).toEqual([false, 1]);
    await house.service.as(PEOPLE.coordinator).post(`/api/organisations/accounts/${person.id}/deactivate`, { reason: 'Уволен' });
    expect(await heldBy(person)).toBe(0);
    await settle();
    expect(house.identity.accounts.has(person.id)).toBe(false);
    house.identity.isAway = false;
    await settle();
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: false, roles: [] });
    expect((await house.service.as(PEOPLE.coordinator).get(`/api/organisations/accounts/${person.id}`)).body.provisioned).toBe(true);
  });
});

describe('a campaign that a killed process left', () => {
  const look = async (check: () => Promise<void>) =>
    house.service.eventually(async () => {
      get(RecertificationRounds).look();
      await check();
    });

  it('asks the rest, ends what was answered, and deactivates who has nothing left', async () => {
    const [first, second] = [await invite(house, { from: '2026-10-13' }), await invite(house, { from: '2026-10-13' })];
    const campaigns = get(RecertificationsRepository);
    const questions = get(QuestionsRepository);
    await campaigns.put(ADMIN, '2026-Q4', () => beginRecertification('2026-Q4', '2026-10-20', '2026-10-13'));
    const counts = async () => (await house.service.as(PEOPLE.admin).get('/api/organisations/recertifications')).body.items[0].counts;
    await look(async () => expect((await counts()).asked).toBeGreaterThanOrEqual(21));
    // As if the first piece had been made twice and the last not at all.
    await campaigns.change(ADMIN, '2026-Q4', (campaign) => ({ next: { ...campaign, askedUpTo: '', isAsked: false }, events: [] }));
    const { asked } = await counts();
    await look(async () => expect((await campaigns.get('2026-Q4')).isAsked).toBe(true));
    expect((await counts()).asked).toBe(asked);
    // Two answers were stored; their consequences were not drawn.
    const now = house.service.clock.now();
    await questions.change(ADMIN, `2026-Q4:${membershipOf(first.id)}`, (question) => answerQuestion(question, 'end', ADMIN, now));
    await questions.change(ADMIN, `2026-Q4:${membershipOf(second.id)}`, (question) => lapse(question, now));
    await look(async () => expect([await heldBy(first), await heldBy(second)]).toEqual([0, 0]));
    await look(async () => expect([(await accountOf(first.id))?.status, (await accountOf(second.id))?.status]).toEqual(['active', 'deactivated']));
    await house.service.eventually(() => {
      expect(house.identity.accounts.get(second.id)).toMatchObject({ enabled: false });
      expect(house.service.told(RecertificationAnsweredSchema).map(({ answer }) => answer)).toEqual(['end', 'lapsed']);
      expect(house.service.told(AccountStatusChangedSchema)).toContainEqual(expect.objectContaining({ personId: second.id, status: 'deactivated' }));
    });
  }, 60_000);
});
