import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BodyName, OverviewView } from '@aigaq/api';
import { ObjectReadSchema, OrganisationChangedSchema } from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import { DatabaseSettings } from '@aigaq/service';
import { country, fact, factsOfDirectory, PEOPLE, startService, type TestPerson, type TestService } from '@aigaq/testing';
import { FactsRepository } from '../src/overview/facts.repository.js';
import { RollUpsRepository } from '../src/overview/roll-ups.repository.js';
import { RollUpsService } from '../src/overview/roll-ups.service.js';
import { ReportsModule } from '../src/reports.module.js';

const DISTRICT = 'akimat-kostanay-auliekol';
const REGION = 'akimat-kostanay';
const NOTHING = { total: 0, accepted: 0, inReview: 0, returned: 0, open: 0, onTime: 0, late: 0, overdue: 0 };
const NOW = '2026-05-20T04:00:00Z';

const sample = (name: string) => JSON.parse(readFileSync(new URL(`../../../proto/tasks/v1/samples/${name}.json`, import.meta.url), 'utf8'));

let count = 0;

/** The next event of the story; ids sort in the order of the calls. */
function next(name: string, fields: object = {}): StoredEvent {
  count += 1;
  const { type, payload } = sample(name);
  const id = `019f0000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  const key = payload.assignmentId ?? payload.rolloutId;
  return { type, payload: { ...payload, ...fields }, id, key, time: NOW, correlationId: id, actor: { id: 'p', name: 'P' } };
}

const start = (prefix?: string): Promise<TestService> =>
  startService(ReportsModule, {
    name: 'reports',
    now: NOW,
    doors: prefix ? [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix) }] : [],
  });
const overview = (service: TestService, person: TestPerson, id: string, query = '') => service.as(person).get(`/api/reports/overview/${id}${query}`);
const shows = (service: TestService, id: string, whole: object, own: object = {}) =>
  service.eventually(async () => {
    const { body } = await overview(service, PEOPLE.analyst, id);
    expect(body).toMatchObject({ whole: { ...NOTHING, ...whole }, own });
    return body;
  });

describe('the overview', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await start();
    await service.tell(...country());
  }, 60_000);
  afterAll(() => service.stop());

  it('is empty before a rollout, with all projects', async () => {
    const { status, body } = await overview(service, PEOPLE.analyst, 'agency');
    expect(status).toBe(200);
    expect(body).toMatchObject({ organisation: { id: 'agency' }, ancestors: [], edition: '2024', year: 2026, whole: NOTHING, own: NOTHING, children: [] });
    expect(body.projects.map(({ code, tally }: OverviewView['projects'][number]) => [code, tally.total])).toEqual([['1', 0], ['2', 0], ['3', 0], ['4', 0]]);
  });

  it('counts what was opened, up to the country', async () => {
    const opened = next('AssignmentsOpened');
    await service.tell(opened, opened);
    await shows(service, DISTRICT, { total: 1, open: 1 }, { total: 1 });
    await shows(service, REGION, { total: 2, open: 2 }, { total: 1 });
    const { children } = await shows(service, 'agency', { total: 2, open: 2 }, { total: 0 });
    expect(children.map(({ organisation, tally }: OverviewView['children'][number]) => [organisation.id, tally.total])).toEqual([[REGION, 2]]);
  });

  it('follows the work, however often it is told', async () => {
    const submitted = next('AssignmentSubmitted');
    await service.tell(submitted, submitted);
    await shows(service, 'agency', { total: 2, open: 1, inReview: 1, onTime: 1 });
    const returned = next('AssignmentReturned');
    await service.tell(returned, submitted, returned);
    await shows(service, 'agency', { total: 2, open: 1, returned: 1, onTime: 1 });
    await service.tell(next('AssignmentSubmitted', { submission: 2 }), returned);
    await shows(service, 'agency', { total: 2, open: 1, inReview: 1, onTime: 1 });
  });

  it('shows the verdict in district, region and country within 5 seconds', async () => {
    const began = Date.now();
    await service.tell(next('AssignmentPassedOn'), next('AssignmentAccepted'));
    const done = { accepted: 1, onTime: 1 };
    await shows(service, DISTRICT, { total: 1, ...done });
    await shows(service, REGION, { total: 2, open: 1, ...done });
    const body = await shows(service, 'agency', { total: 2, open: 1, ...done });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(body.projects[0]).toMatchObject({ code: '1', tally: { total: 2, accepted: 1 } });
  });

  it('keeps the newest of two facts that come in the wrong order', async () => {
    const id = `2024:2.3.1:${DISTRICT}:2026-H1`;
    const submitted = next('AssignmentSubmitted', { assignmentId: id, onTime: false });
    const accepted = next('AssignmentAccepted', { assignmentId: id, onTime: false });
    await service.tell(accepted, submitted);
    const work = { total: 2, accepted: 2, onTime: 1, late: 1 };
    await shows(service, DISTRICT, work);
    // And its opening last of all.
    await service.tell(next('AssignmentsOpened', { subtaskCode: '2.3.1', projectCode: '2', period: '2026-H1', assignments: [{ assignmentId: id, organisationId: DISTRICT }] }));
    const { projects } = await shows(service, DISTRICT, work);
    expect(projects[1]).toMatchObject({ code: '2', tally: { total: 1, accepted: 1, late: 1 } });
  });

  it('makes what is open overdue when its day has passed', async () => {
    service.clock.set(new Date('2026-05-29T18:59:00Z'));
    service.app.get(RollUpsService, { strict: false }).nudge();
    await shows(service, REGION, { total: 3, open: 1, accepted: 2, onTime: 1, late: 1 });
    // 19:00 UTC is midnight in Almaty.
    service.clock.set(new Date('2026-05-29T19:00:00Z'));
    await shows(service, REGION, { total: 3, open: 1, accepted: 2, onTime: 1, late: 1, overdue: 1 });
    await shows(service, 'agency', { total: 3, open: 1, accepted: 2, onTime: 1, late: 1, overdue: 1 });
    service.clock.set(new Date(NOW));
    await shows(service, 'agency', { total: 3, open: 1, accepted: 2, onTime: 1, late: 1 });
  });

  it.each([
    ['an executor his own body', PEOPLE.executor, DISTRICT, 200, []],
    ['an executor not the region', PEOPLE.executor, REGION, 404, []],
    ['a coordinator his region', PEOPLE.coordinator, REGION, 200, []],
    ['a coordinator what is below', PEOPLE.coordinator, DISTRICT, 200, [REGION]],
    ['a coordinator not the country', PEOPLE.coordinator, 'agency', 404, []],
    ['a curator everything', PEOPLE.curator, DISTRICT, 200, ['agency', REGION]],
    ['a stranger nothing', PEOPLE.stranger, DISTRICT, 404, []],
    ['another region nothing', PEOPLE.strangerCoordinator, REGION, 404, []],
    ['the second supervisor his entity', PEOPLE.ministryCoordinator, 'qs-980140900002', 200, []],
    ['nobody a body that does not exist', PEOPLE.curator, 'nothing', 404, []],
  ])('shows %s', async (_, person, id, status, ancestors) => {
    const answer = await overview(service, person, id);
    expect(answer).toMatchObject(status === 200 ? { status } : { status, body: { code: 'overview.unknown' } });
    expect((answer.body.ancestors ?? []).map((body: BodyName) => body.id)).toEqual(ancestors);
  });

  it('shows an officer of the region its own numbers, and none of those below', async () => {
    const [officer, head] = [await overview(service, PEOPLE.ethics, REGION), await overview(service, PEOPLE.head, REGION)];
    expect(head.body.children).not.toEqual([]);
    expect([officer.status, officer.body.children, officer.body.whole]).toEqual([200, [], officer.body.own]);
    const totals: number[] = officer.body.projects.map(({ tally }: OverviewView['projects'][number]) => tally.total);
    expect(totals.reduce((sum, each) => sum + each)).toBe(officer.body.own.total);
  });

  it('does not know other editions, and years without a rollout are empty', async () => {
    expect(await overview(service, PEOPLE.analyst, 'agency', '?edition=2019')).toMatchObject({ status: 404, body: { code: 'overview.unknown' } });
    expect((await overview(service, PEOPLE.analyst, 'agency', '?year=2030')).body).toMatchObject({ year: 2030, whole: NOTHING });
  });

  it('records who looked, once for many refreshes', async () => {
    const reads = () => service.told(ObjectReadSchema).filter(({ actorId, thingId }) => actorId === PEOPLE.head.id && thingId === REGION);
    await overview(service, PEOPLE.head, REGION);
    await overview(service, PEOPLE.head, REGION);
    await service.eventually(() => expect(reads()).toMatchObject([{ thing: 'overview', act: 'read', organisationId: REGION }]));
    service.clock.set(new Date('2026-05-20T04:10:00Z'));
    await overview(service, PEOPLE.head, REGION);
    await service.eventually(() => expect(reads()).toHaveLength(2));
  });
});

describe('whatever happens in between', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await start();
  }, 60_000);
  afterEach(() => service.stop());

  it('assignments that are told before their bodies are counted when these come, in any order', async () => {
    await service.tell(next('AssignmentsOpened'), next('AssignmentSubmitted'));
    await service.tell(...country().filter(({ key }) => key === DISTRICT));
    await service.tell(...factsOfDirectory({ people: [PEOPLE.analyst] }));
    await service.tell(...country().filter(({ key }) => key === REGION));
    await service.tell(...country().filter(({ key }) => key === 'agency'));
    await shows(service, 'agency', { total: 2, open: 1, inReview: 1, onTime: 1 });
  });

  it('where somebody acted is counted first, whatever else changed', async () => {
    await service.tell(...country());
    const facts = service.app.get(FactsRepository, { strict: false });
    const [clean, dirty] = [facts.clean.bind(facts), facts.dirty.bind(facts)];
    const [counted, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asked: (readonly string[] | undefined)[] = [];
    facts.dirty = (limit, bodies) => {
      asked.push(bodies);
      return dirty(limit, bodies);
    };
    facts.clean = async (rows) => {
      counted.resolve();
      await held.promise;
      return clean(rows);
    };
    await service.tell(next('AssignmentsOpened'));
    await counted.promise;
    const before = asked.length;
    await service.tell(next('AssignmentSubmitted'));
    held.resolve();
    await shows(service, 'agency', { total: 2, open: 1, inReview: 1, onTime: 1 });
    expect(asked[before]).toEqual([DISTRICT]);
  });

  it('a crash between the numbers and the cleaning costs a repetition, nothing else', async () => {
    await service.tell(...country());
    const facts = service.app.get(FactsRepository, { strict: false });
    const clean = facts.clean.bind(facts);
    let failures = 0;
    facts.clean = (rows) => {
      failures += 1;
      return failures < 3 ? Promise.reject(new Error('killed')) : clean(rows);
    };
    await service.tell(next('AssignmentsOpened'));
    await service.tell(next('AssignmentSubmitted'));
    await service.eventually(async () => {
      expect(failures).toBeGreaterThanOrEqual(3);
      expect(await facts.dirty(10)).toEqual([]);
    });
    await shows(service, 'agency', { total: 2, open: 1, inReview: 1, onTime: 1 });
  });
});

describe('two processes on one database', () => {
  it('count again when the other was faster: numbers read earlier never replace newer ones', async () => {
    const service = await start();
    const rollUps = service.app.get(RollUpsRepository, { strict: false });
    const body = { organisationId: DISTRICT, edition: '2024', year: 2026, parentId: REGION };
    const numbers = (total: number) => ({ '1': { ...NOTHING, total } });
    let looks = 0;
    const slow = async () => {
      looks += 1;
      if (looks > 1) {
        return numbers(2);
      }
      await rollUps.count(body, () => Promise.resolve(numbers(2)), new Date(NOW));
      return numbers(1);
    };
    await rollUps.count(body, slow, new Date(NOW));
    expect(looks).toBe(2);
    expect(await rollUps.find(DISTRICT, '2024', 2026)).toMatchObject({ whole: numbers(2), version: 2 });
    await service.stop();
  }, 60_000);

  it('end with the right numbers', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const [first, second] = [await start(prefix), await start(prefix)];
    await first.tell(...country());
    await first.tell(next('AssignmentsOpened'));
    const others = Array.from({ length: 30 }, (_, number) => `2024:1.2.${number}:${DISTRICT}:2026`);
    const submitted = others.map((assignmentId) => next('AssignmentSubmitted', { assignmentId }));
    await Promise.all(submitted.map((event, number) => (number % 2 === 0 ? first : second).tell(event)));
    await shows(second, DISTRICT, { total: 31, open: 1, inReview: 30, onTime: 30 });
    await shows(first, 'agency', { total: 32, open: 2, inReview: 30, onTime: 30 });
    await second.app.close();
    await first.stop();
  }, 60_000);
});

describe('the overview when a body moves', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await start();
    await service.tell(...country());
  }, 60_000);
  afterAll(() => service.stop());

  it('counts it under its new superior and no longer under the old one', async () => {
    await service.tell(next('AssignmentsOpened'));
    await shows(service, REGION, { total: 2, open: 2 }, { total: 1 });
    const organisation = { id: DISTRICT, kind: 'akimat-district', name: { kk: 'Ә', ru: 'А' }, parentId: 'akimat-zhambyl', ancestorIds: ['akimat-zhambyl', 'agency'], version: 2 };
    await service.tell(fact(OrganisationChangedSchema, { organisation }, { key: DISTRICT }));
    await shows(service, 'akimat-zhambyl', { total: 1, open: 1 }, { total: 0 });
    await shows(service, REGION, { total: 1, open: 1 }, { total: 1 });
    await shows(service, 'agency', { total: 2, open: 2 });
  });
});
