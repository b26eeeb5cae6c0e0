import type { QuestionView } from '@aigaq/api';
import { AccountStatusChangedSchema, MembershipEndedSchema, RecertificationAnsweredSchema, RecertificationBegunSchema, RecertificationDueSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { RecertificationRounds } from '../src/recertification/recertification-rounds.service.js';
import { DISTRICT, FOREIGN_DISTRICT, type House, invite, membershipOf, REGION, startHouse, TODAY } from './house.js';

const CAMPAIGNS = '/api/organisations/recertifications';
const QUARTER = '2026-Q4';
const DEADLINE = '2026-10-31';

let house: House;
beforeEach(async () => {
  house = await startHouse();
}, 180_000);
afterEach(() => house.service.stop());

type Person = { id: string; name: string };
const as = (person: Person) => house.service.as(person);
const rounds = () => house.service.app.get(RecertificationRounds).look();
const campaignFor = async (person: Person) => (await as(person).get(CAMPAIGNS)).body.items[0];
const questions = async (person: Person, query = ''): Promise<QuestionView[]> => (await as(person).get(`${CAMPAIGNS}/${QUARTER}/questions?limit=100${query}`)).body.items;
const question = (personId: string, organisationId = DISTRICT, role = 'executor') => `${QUARTER}:${membershipOf(personId, organisationId, role)}`;
const answer = (person: Person, answers: Record<string, string>) =>
  as(person).post(`${CAMPAIGNS}/${QUARTER}/answers`, { answers: Object.entries(answers).map(([questionId, given]) => ({ questionId, answer: given })) });

/** Every role of the demonstration is asked about when this resolves. */
async function begin(asked = 20): Promise<void> {
  const { status } = await as(PEOPLE.admin).post(CAMPAIGNS, { quarter: QUARTER, deadline: DEADLINE });
  expect(status).toBe(201);
  await house.service.eventually(async () => expect((await campaignFor(PEOPLE.admin)).counts.asked).toBe(asked));
}

/** The demonstration has two; here the first is to be the last. */
async function endSecondAdministrator(): Promise<void> {
  const second = membershipOf('a19a9000-0000-4000-8000-000000000019', 'agency', 'agency-admin');
  expect((await as(PEOPLE.admin).post(`/api/organisations/memberships/${second}/end`, { reason: 'Перевод' })).status).toBe(200);
}

async function passDay(instant: string): Promise<void> {
  house.service.clock.set(new Date(instant));
  // A look may still be at work from before.
  await house.service.eventually(async () => {
    rounds();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await campaignFor(PEOPLE.admin)).status).toBe('closed');
  });
}

describe('beginning a campaign', () => {
  it('asks about every role in force, once, however often it is begun', async () => {
    const gone = await invite(house);
    await as(PEOPLE.admin).post(`/api/organisations/memberships/${membershipOf(gone.id)}/end`, { reason: 'Перевод' });
    await begin();
    const again = await as(PEOPLE.admin).post(CAMPAIGNS, { quarter: QUARTER, deadline: DEADLINE });
    expect(again.body).toEqual({ id: QUARTER, quarter: QUARTER, deadline: DEADLINE, status: 'open', counts: { asked: 20, kept: 0, ended: 0, unanswered: 20 } });
    await house.service.eventually(() => expect(house.service.told(RecertificationBegunSchema)).toEqual([expect.objectContaining({ quarter: QUARTER, deadline: DEADLINE })]));
    expect((await as(PEOPLE.admin).get(CAMPAIGNS)).body.items).toHaveLength(1);
  });

  it.each([
    [403, 'act.forbidden', PEOPLE.coordinator, { quarter: QUARTER, deadline: DEADLINE }],
    [400, 'recertification.wrong_deadline', PEOPLE.admin, { quarter: QUARTER, deadline: TODAY }],
    [400, 'request.invalid', PEOPLE.admin, { quarter: '2026-5', deadline: DEADLINE }],
  ])('is refused: %s %s', async (status, code, by, body) => {
    expect((await as(by).post(CAMPAIGNS, body)).body).toMatchObject({ status, code });
  });

  it('is refused with another deadline', async () => {
    await begin();
    expect((await as(PEOPLE.admin).post(CAMPAIGNS, { quarter: QUARTER, deadline: '2026-11-30' })).body).toMatchObject({ status: 409, code: 'recertification.already_begun' });
  });
});

describe('the questions', () => {
  it('are shown to who answers for the body, with the day on which the person was last seen', async () => {
    await as(PEOPLE.executor).get('/api/organisations/me');
    await begin();
    const shown = await questions(PEOPLE.coordinator, `&organisationId=${DISTRICT}&answered=false`);
    expect(shown.map(({ id }) => id)).toEqual([question(PEOPLE.executor.id), question(PEOPLE.executor2.id), question(PEOPLE.both.id)]);
    expect(shown[0]).toEqual({
      id: question(PEOPLE.executor.id),
      person: { id: PEOPLE.executor.id, name: PEOPLE.executor.name },
      organisation: expect.objectContaining({ id: DISTRICT }),
      role: 'executor',
      since: '2021-01-01',
      lastSeen: '2026-10-12T05:00:00.000Z',
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
    expect((await campaignFor(PEOPLE.strangerCoordinator)).counts).toEqual({ asked: 2, kept: 0, ended: 0, unanswered: 2 });
    expect(await questions(PEOPLE.coordinator, `&organisationId=${FOREIGN_DISTRICT}`)).toEqual([]);
    expect((await as(PEOPLE.executor).get(CAMPAIGNS)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    expect((await as(PEOPLE.coordinator).get(`${CAMPAIGNS}/2020-Q1/questions`)).body).toMatchObject({ status: 404, code: 'recertification.not_found' });
  });

  it('are answered each by itself; nobody answers for himself, beside himself or elsewhere', async () => {
    await begin();
    const { status, body } = await answer(PEOPLE.both, {
      [question(PEOPLE.executor.id)]: 'keep',
      [question(PEOPLE.executor2.id)]: 'end',
      [question(PEOPLE.both.id)]: 'keep',
      [question(PEOPLE.both.id, REGION, 'coordinator')]: 'keep',
      [question(PEOPLE.coordinator.id, REGION, 'coordinator')]: 'end',
      [question(PEOPLE.stranger.id, FOREIGN_DISTRICT)]: 'end',
      [question(PEOPLE.admin.id, 'agency', 'agency-admin')]: 'end',
      [`2020-Q1:${membershipOf(PEOPLE.executor.id)}`]: 'end',
    });
    expect(status).toBe(200);
    expect(body.results.map(({ taken, code }: { taken: boolean; code: string | null }) => code ?? taken)).toEqual([
      true,
      true,
      'membership.own_person',
      'membership.own_person',
      'membership.not_grantable',
      'recertification.unknown_question',
      'recertification.unknown_question',
      'recertification.unknown_question',
    ]);
    expect((await as(PEOPLE.executor2).get('/api/organisations/me')).body.memberships).toEqual([]);
    expect((await as(PEOPLE.executor).get('/api/organisations/me')).body.memberships).toHaveLength(1);
    expect((await campaignFor(PEOPLE.admin)).counts).toEqual({ asked: 20, kept: 1, ended: 1, unanswered: 18 });
    expect((await questions(PEOPLE.coordinator, '&answered=true')).map(({ answer: given, answeredBy }) => [given, answeredBy])).toEqual([
      ['keep', { id: PEOPLE.both.id, name: PEOPLE.both.name }],
      ['end', { id: PEOPLE.both.id, name: PEOPLE.both.name }],
    ]);
    expect((await answer(PEOPLE.coordinator, { [question(PEOPLE.executor.id)]: 'end' })).body.results[0]).toMatchObject({ taken: false, code: 'recertification.already_answered' });
    await house.service.eventually(() => {
      expect(house.service.told(RecertificationAnsweredSchema).map(({ personId, answer: given }) => [personId, given])).toEqual(
        expect.arrayContaining([[PEOPLE.executor.id, 'keep'], [PEOPLE.executor2.id, 'end']]),
      );
    });
  });

  it('of two who answer at the same moment one is taken', async () => {
    await begin();
    const answers = await Promise.all([PEOPLE.coordinator, PEOPLE.both].map((by) => answer(by, { [question(PEOPLE.executor.id)]: 'keep' })));
    expect(answers.map(({ body }) => body.results[0].code).sort()).toEqual([null, 'recertification.already_answered'].sort());
  });
});

describe('the deadline', () => {
  it('is reminded of five days before, once', async () => {
    await begin();
    rounds();
    expect(house.service.told(RecertificationDueSchema)).toEqual([]);
    house.service.clock.set(new Date('2026-10-26T05:00:00Z'));
    await house.service.eventually(async () => {
      rounds();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(house.service.told(RecertificationDueSchema)).toEqual([expect.objectContaining({ quarter: QUARTER, deadline: DEADLINE })]);
    });
    rounds();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(house.service.told(RecertificationDueSchema)).toHaveLength(1);
  });

  it('ends what nobody answered, deactivates who has nothing left, and leaves the last administrator', async () => {
    await endSecondAdministrator();
    await begin(19);
    await answer(PEOPLE.coordinator, { [question(PEOPLE.executor.id)]: 'keep' });
    // In Almaty the 31st is still going on.
    house.service.clock.set(new Date('2026-10-31T18:59:00Z'));
    rounds();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await campaignFor(PEOPLE.admin)).status).toBe('open');

    await passDay('2026-10-31T19:01:00Z');
    expect(await campaignFor(PEOPLE.admin)).toMatchObject({ status: 'closed', counts: { asked: 19, kept: 1, ended: 17, unanswered: 1 } });
    const still = await Promise.all(Object.entries(PEOPLE).map(async ([name, person]) => [name, (await as(person).get('/api/organisations/me')).body.memberships.length]));
    expect(still.filter(([, held]) => held > 0)).toEqual([['admin', 1], ['executor', 1]]);
    expect(house.identity.accounts.get(PEOPLE.stranger.id)).toMatchObject({ enabled: false, roles: [] });
    expect(house.identity.accounts.get(PEOPLE.executor.id)).toMatchObject({ enabled: true, roles: ['executor'] });
    await house.service.eventually(() => {
      expect(house.service.told(AccountStatusChangedSchema).filter(({ status }) => status === 'deactivated')).toHaveLength(16);
      expect(house.service.told(MembershipEndedSchema)).toHaveLength(18);
    });
    expect((await answer(PEOPLE.admin, { [question(PEOPLE.stranger.id, FOREIGN_DISTRICT)]: 'keep' })).body).toMatchObject({ status: 409, code: 'recertification.closed' });
  });

  it('does not touch a role that was given anew since', async () => {
    const person = await invite(house);
    await endSecondAdministrator();
    await begin(20);
    const path = `/api/organisations/memberships`;
    house.service.clock.set(new Date('2026-10-20T05:00:00Z'));
    await as(PEOPLE.coordinator).post(`${path}/${membershipOf(person.id)}/end`, { reason: 'Перевод' });
    await as(PEOPLE.coordinator).post(path, { personId: person.id, organisationId: DISTRICT, role: 'executor', from: '2026-10-20' });
    await passDay('2026-11-02T05:00:00Z');
    expect((await as(person).get('/api/organisations/me')).body.memberships).toHaveLength(1);
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: true });
  });
});
