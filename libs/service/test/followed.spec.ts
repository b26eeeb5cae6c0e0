import type { Connection } from 'mongoose';
import { Aggregates, aggregateSchema, Followed, OutboxRelay, type Stored } from '../src/index.js';
import { connect, withDatabase } from './database.js';
import { ABSENT, ACTOR, notFound, type Thing, thing, THING_FIELDS } from './things.js';
import { TestWire } from './wire.js';

const there = () => ABSENT;
const status = ({ status: now }: Stored<Thing>): string => now;

withDatabase('a collection that is kept in memory', () => {
  let connection: Connection;
  let things: Aggregates<Thing>;
  let followed: Followed<Stored<Thing>, string>;
  beforeAll(async () => {
    connection = await connect();
    const model = connection.model('Followed', aggregateSchema(THING_FIELDS, 'followed', { followed: true }));
    things = new Aggregates<Thing>(model, new OutboxRelay(connection, new TestWire(), 'test'));
    followed = new Followed(model, status, { groupOf: (value) => value });
    await things.create(ACTOR, thing('a'), there);
  });
  afterAll(async () => {
    await followed.end();
    await connection.dropDatabase();
    await connection.close();
  });

  const seen = async (id: string, wanted: string): Promise<void> => {
    for (const end = Date.now() + 4_000; Date.now() < end && (await followed.get(id)) !== wanted; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await followed.get(id)).toBe(wanted);
  };

  it('has all that was there', async () => {
    expect(await followed.get('a')).toBe('new');
    expect(await followed.get('b')).toBeUndefined();
  });

  it('sees what others add and change', async () => {
    await things.create(ACTOR, thing('b'), there);
    await things.change(ACTOR, 'a', ({ version: _, ...state }) => ({ next: { ...state, status: 'done' }, events: [] }), { notFound });
    await seen('b', 'new');
    await seen('a', 'done');
  });

  it('sees at once what was written, when asked to look', async () => {
    await things.create(ACTOR, thing('d', 'late'), there);
    await followed.refresh();
    expect(await followed.get('d')).toBe('late');
    expect(await followed.group('late')).toEqual(['late']);
    expect(await followed.group('nothing')).toEqual([]);
  });

  it('takes an own write at once, and never an older one over it', async () => {
    const before = followed.revision;
    followed.put('c', 2, 'second');
    followed.put('c', 1, 'first');
    expect(await followed.get('c')).toBe('second');
    expect(followed.revision).toBe(before + 1);
  });
});

describe('a database that went away', () => {
  const documents = [{ ...thing('a').next, _id: 'a', version: 1, outbox: [] }];
  let isAway = false;
  const find = () => (isAway ? Promise.reject(new Error('away')) : documents);
  const collection = { find: () => ({ [Symbol.asyncIterator]: async function* () { yield* await find(); } }) };
  const model = { modelName: 'Away', collection: { name: 'away' }, db: { collection: () => collection }, schema: { paths: {} } };

  it('is answered for from memory for a moment, then said', async () => {
    const followed = new Followed(model as never, status, { pace: { lookMs: 10, staleMs: 100 } });
    expect(await followed.get('a')).toBe('new');
    isAway = true;
    expect(await followed.get('a')).toBe('new');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await expect(followed.get('a')).rejects.toMatchObject({ kind: 'unavailable', code: 'server.unavailable' });
    isAway = false;
    expect(await followed.get('a')).toBe('new');
    await followed.end();
  });
});
