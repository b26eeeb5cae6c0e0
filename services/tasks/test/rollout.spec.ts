import { randomBytes } from 'node:crypto';
import { AssignmentsOpenedSchema, decodeEvent, RolloutStartedSchema } from '@aigaq/contracts';
import type { AssignmentsOpened } from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import { factsOfDirectory, PEOPLE, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { RolloutsRepository } from '../src/rollouts/rollouts.repository.js';
import { API, publishCard, rollOut, startTasks, untilDone } from './house.js';

const order = (service: TestService, dryRun = false) => service.as(PEOPLE.admin).post(`${API}/editions/2024/rollouts`, { dryRun });
const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

function storedIn(service: TestService) {
  const connection: Connection = service.app.get(getConnectionToken('tasks'), { strict: false });
  return connection.collection<{ _id: string }>('assignments');
}

/** Ids of all that was told; a redelivered event counts once. */
function openedIds(events: readonly StoredEvent[]): string[] {
  const opened = events.filter(({ type }) => type === AssignmentsOpenedSchema.typeName);
  const once = new Map(opened.map((event) => [event.id, event]));
  return [...once.values()].flatMap(({ type, payload }) =>
    (decodeEvent(type, payload) as AssignmentsOpened).assignments.map(({ assignmentId }) => assignmentId),
  );
}

describe('rolling out', () => {
  let service: TestService;
  let planned: number;

  beforeAll(async () => {
    service = await startTasks();
    await publishCard(service);
  }, 60_000);
  afterAll(() => service.stop());

  it('counts first, and stores nothing', async () => {
    const { status, body } = await order(service, true);
    expect(status).toBe(202);
    expect(body).toMatchObject({ id: null, edition: '2024', year: 2026, status: 'planned', existing: 0, stored: 0 });
    // One central body, two regions, two districts, twelve entities.
    expect(body.bySubtask['1.1.2']).toBe(17);
    expect(body.bySubtask['4.2.2']).toBe(5);
    expect([sumOf(body.byKind), sumOf(body.bySubtask), sumOf(body.byRegion)]).toEqual([body.planned, body.planned, body.planned]);
    // The months and the quarter that are locked by 20 May.
    expect(body.locked).toBeGreaterThan(0);
    expect(await storedIn(service).countDocuments({})).toBe(0);
    planned = body.planned;
  });

  it('stores and tells each assignment once', async () => {
    const body = await rollOut(service);
    expect(body).toMatchObject({ status: 'done', planned, stored: planned, existing: 0 });
    expect(sumOf(body.byKind)).toBe(planned);
    await service.eventually(() => expect(openedIds(service.toldEvents())).toHaveLength(planned));
    const ids = (await storedIn(service).find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    expect([...new Set(openedIds(service.toldEvents()))].sort()).toEqual(ids.sort());
    expect(service.told(RolloutStartedSchema)).toMatchObject([{ edition: '2024', year: 2026, planned }]);
  });

  it('adds nothing when it is repeated, also twice at once', async () => {
    const orders = await Promise.all([order(service), order(service)]);
    const done = await Promise.all(orders.map(({ body }) => untilDone(service, body.id)));
    expect(done.map(({ existing, stored }) => [existing, stored])).toEqual([[planned, 0], [planned, 0]]);
    expect(await storedIn(service).countDocuments({})).toBe(planned);
    expect(openedIds(service.toldEvents())).toHaveLength(planned);
  });

  it('gives a body that joins later its own', async () => {
    const joined = { id: 'akimat-zhambyl-moiynkum', kind: 'akimat-district', name: { kk: 'М', ru: 'М' }, parentId: 'akimat-zhambyl', ancestorIds: ['akimat-zhambyl', 'agency'] };
    await service.tell(...factsOfDirectory({ bodies: [joined] }));
    const { stored } = await rollOut(service);
    const added = await storedIn(service).find({ organisationId: joined.id }).toArray();
    expect(added).toHaveLength(stored);
    expect(added[0]).toMatchObject({ scope: [joined.id, 'akimat-zhambyl', 'agency'], status: 'open' });
  });

  it('does not know other rollouts', async () => {
    expect(await service.as(PEOPLE.admin).get(`${API}/rollouts/none`)).toMatchObject({ status: 404, body: { code: 'rollout.unknown' } });
    expect(await service.as(PEOPLE.executor).get(`${API}/rollouts/none`)).toMatchObject({ status: 403 });
  });
});

describe('two rollouts at once from nothing', () => {
  it('store and tell each assignment once', async () => {
    const service = await startTasks();
    await publishCard(service);
    const [first, second] = await Promise.all([order(service), order(service)]);
    const done = [await untilDone(service, first.body.id), await untilDone(service, second.body.id)];
    const { planned } = done[0];
    expect(done[0].stored + done[1].stored).toBe(planned);
    await service.eventually(() => expect(openedIds(service.toldEvents())).toHaveLength(planned));
    expect(new Set(openedIds(service.toldEvents())).size).toBe(planned);
    expect(await storedIn(service).countDocuments({})).toBe(planned);
    await service.stop();
  }, 60_000);
});

describe('a rollout that is interrupted', () => {
  /** From the chunk on, chunks are still stored but no longer recorded: the moment at which a process is killed. */
  function dieBeforeRecording(service: TestService, fromChunk: number): () => number {
    const rollouts = service.app.get(RolloutsRepository, { strict: false });
    const change = rollouts.change.bind(rollouts);
    let asked = 0;
    rollouts.change = (...parts) => {
      asked += 1;
      return asked > fromChunk ? Promise.reject(new Error('killed')) : change(...parts);
    };
    return () => asked;
  }

  it('goes on exactly where it stopped', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const killed = await startTasks(prefix);
    await publishCard(killed);
    const asked = dieBeforeRecording(killed, 7);
    const { body } = await order(killed);
    await killed.eventually(() => expect(asked()).toBeGreaterThan(7));
    const half = await storedIn(killed).countDocuments({});
    await killed.app.close();

    const next = await startTasks(prefix);
    const done = await untilDone(next, body.id);
    expect(half).toBeLessThan(done.planned);
    expect(done.stored).toBe(done.planned);
    const told = () => openedIds([...killed.toldEvents(), ...next.toldEvents()]);
    await next.eventually(() => expect(told()).toHaveLength(done.planned));
    const ids = (await storedIn(next).find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    expect(told().sort()).toEqual(ids.sort());
    await next.stop();
  }, 60_000);

  it('by an outage goes on by itself', async () => {
    const service = await startTasks();
    await publishCard(service);
    const rollouts = service.app.get(RolloutsRepository, { strict: false });
    const change = rollouts.change.bind(rollouts);
    let failures = 2;
    rollouts.change = (...parts) => {
      failures -= 1;
      return failures === 0 ? Promise.reject(new Error('the database is away')) : change(...parts);
    };
    const { body } = await order(service);
    const done = await untilDone(service, body.id);
    expect(done.stored).toBe(done.planned);
    await service.stop();
  }, 60_000);
});
