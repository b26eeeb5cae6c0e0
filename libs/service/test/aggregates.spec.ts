import { DomainError, SYSTEM } from '@aigaq/kernel';
import type { Connection } from 'mongoose';
import { type Aggregates, applyOnce, Copies, fromStored, type OutboxRelay } from '../src/index.js';
import { connect, withDatabase } from './database.js';
import { ABSENT, ACTOR, heard, notFound, purposes, type Thing, thing, thingsOf } from './things.js';
import { TestWire } from './wire.js';

withDatabase('deciding about a thing', () => {
  let connection: Connection;
  let things: Aggregates<Thing>;
  let relay: OutboxRelay;
  const taken = new DomainError('conflict', 'thing.exists', 'It is there.');
  const raw = (id: string): Promise<Record<string, unknown> | null> => connection.collection('things').findOne({ _id: id as never });
  beforeAll(async () => {
    connection = await connect();
    ({ things, relay } = thingsOf(connection, new TestWire()));
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  it('stores the state and its events in one document', async () => {
    const due = new Date('2026-10-01T00:00:00Z');
    const kept = await things.create(ACTOR, { next: { ...thing('a').next, due, parts: [{ name: 'x', size: 1 }] }, events: [heard('a', 'one')] }, () => taken);
    expect(kept).toEqual({ id: 'a', scope: ['agency'], status: 'new', due, parts: [{ name: 'x', size: 1 }], version: 1 });
    expect(await raw('a')).toEqual({
      _id: 'a', scope: ['agency'], status: 'new', due, parts: [{ name: 'x', size: 1 }], version: 1,
      outbox: [{ ...heard('a', 'one'), id: expect.any(String), time: expect.any(String), key: 'a', correlationId: expect.any(String), actor: { id: 'p1', name: 'Айгүл С.' },
        record: {
          reason: 'one',
          changes: [
            { field: 'due', before: null, after: due.toISOString() },
            { field: 'parts', before: null, after: [{ name: 'x', size: 1 }] },
            { field: 'status', before: null, after: 'new' },
          ],
        },
      }],
    });
    expect(await things.find('a')).toEqual(kept);
  });

  it('refuses a taken id with the error of the caller', async () => {
    await expect(things.create(ACTOR, thing('a'), () => taken)).rejects.toBe(taken);
  });

  it('sets what changed, removes what went, adds events, counts versions', async () => {
    await things.create(ACTOR, { next: { ...thing('b').next, note: 'old' }, events: [heard('b', 'one')] }, () => taken);
    const next = await things.change(ACTOR, 'b', ({ note: _, version, ...state }) => ({
      next: { ...state, status: 'done', due: new Date(5) },
      events: [heard('b', `made version ${version + 1}`)],
    }), { notFound });
    expect(next).toEqual({ id: 'b', scope: ['agency'], status: 'done', due: new Date(5), version: 2 });
    const stored = await raw('b');
    expect(Object.keys(stored ?? {}).sort()).toEqual(['_id', 'due', 'outbox', 'scope', 'status', 'version']);
    expect(purposes(stored?.['outbox'] as never)).toEqual(['one', 'made version 2']);
  });

  it('may tell events without a change of state', async () => {
    await things.create(ACTOR, thing('c'), () => taken);
    const next = await things.change(ACTOR, 'c', (state) => ({ next: state, events: [heard('c', 'seen')] }), { notFound });
    expect(next.version).toBe(2);
    expect(purposes((await raw('c'))?.['outbox'] as never)).toEqual(['seen']);
  });

  it('writes nothing when nothing is decided, and nothing when the rule refuses', async () => {
    const refusal = new DomainError('conflict', 'thing.wrong_status', 'No.');
    expect((await things.change(ACTOR, 'c', () => undefined, { notFound })).version).toBe(2);
    await expect(things.change(ACTOR, 'c', () => { throw refusal; }, { notFound })).rejects.toBe(refusal);
    expect((await raw('c'))?.['version']).toBe(2);
  });

  it('does not find what lies outside the scope, nor what is not there', async () => {
    const stranger = { where: { scope: { $in: ['akimat-x'] } }, notFound };
    await expect(things.change(ACTOR, 'a', () => undefined, stranger)).rejects.toBe(ABSENT);
    await expect(things.change(ACTOR, 'nothing', () => undefined, { notFound })).rejects.toBe(ABSENT);
    expect((await things.change(ACTOR, 'a', () => undefined, { where: { scope: { $in: ['agency'] } }, notFound })).id).toBe('a');
  });

  it('decides again after a lost race, so that both changes count', async () => {
    await things.create(ACTOR, { next: { ...thing('d').next, parts: [] }, events: [] }, () => taken);
    const add = (name: string): Promise<unknown> =>
      things.change(ACTOR, 'd', (state) => ({ next: { ...state, parts: [...(state.parts ?? []), { name, size: 1 }] }, events: [heard('d', name)] }), { notFound });
    await Promise.all(['x', 'y', 'z'].map(add));
    const stored = await raw('d');
    expect((stored?.['parts'] as { name: string }[]).map(({ name }) => name).sort()).toEqual(['x', 'y', 'z']);
    expect(purposes(stored?.['outbox'] as never).sort()).toEqual(['x', 'y', 'z']);
  });

  it('gives up after five lost races', async () => {
    const meddle = async (): Promise<undefined> => void (await connection.collection('things').updateOne({ _id: 'd' as never }, { $inc: { version: 1 } }));
    const decide = async (state: Thing) => {
      await meddle();
      return { next: { ...state, status: 'late' }, events: [] };
    };
    await expect(things.change(ACTOR, 'd', decide, { notFound })).rejects.toMatchObject({ code: 'aggregate.conflict' });
  });

  it('refuses a field that the schema does not name', async () => {
    const next = { ...thing('e').next, forgotten: 1 };
    await expect(things.create(ACTOR, { next, events: [] }, () => taken)).rejects.toThrow('does not name: forgotten');
  });

  it('lets listeners create or change, side by side, and take each event once', async () => {
    const listen = (eventId: string): Promise<unknown> =>
      things.put(SYSTEM, 'f', (state) => applyOnce(eventId, state ?? thing('f').next, (before) => ({ next: { ...before, parts: [...(before.parts ?? []), { name: eventId, size: 1 }] }, events: [] })));
    await Promise.all([listen('1'), listen('2'), listen('3')]);
    await listen('2');
    expect((await things.find('f'))?.parts?.map(({ name }) => name).sort()).toEqual(['1', '2', '3']);
  });

  it('makes documents for bulk inserts that it can read again', async () => {
    const documents = ['g', 'h'].map((id) => things.document(ACTOR, thing(id, 'new', [heard(id, 'bulk')])));
    await connection.collection('things').insertMany(documents as never);
    const lean = await connection.model('Thing').findById('g').lean();
    expect(fromStored<Thing>(lean as never)).toEqual(await things.find('g'));
    relay.nudge();
  });

  it('keeps copies of the newest version only', async () => {
    const copies = new Copies<{ name: string; kind?: string }>(connection.model('Thing'));
    expect(await copies.put('copy', 2, { name: 'two', kind: 'k' })).toBe(true);
    expect(await copies.put('copy', 1, { name: 'one' })).toBe(false);
    expect(await copies.put('copy', 2, { name: 'two again' })).toBe(false);
    expect(await copies.put('copy', 3, { name: 'three' })).toBe(true);
    expect(await copies.find('copy')).toEqual({ _id: 'copy', version: 3, name: 'three', kind: 'k' });
    expect((await Promise.all([5, 4, 6].map((version) => copies.put('race', version, { name: String(version) })))).includes(true)).toBe(true);
    expect((await copies.find('race'))?.version).toBe(6);
  });
});
