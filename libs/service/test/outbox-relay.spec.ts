import { setTimeout as pause } from 'node:timers/promises';
import { event, CheckRequestedSchema } from '@aigaq/contracts';
import { type StoredEvent, storeEvent } from '@aigaq/events';
import { SetClock } from '@aigaq/kernel';
import { Logger } from '@nestjs/common';
import type { Connection } from 'mongoose';
import { AccessLog, type OutboxRelay } from '../src/index.js';
import { connect, until, withDatabase } from './database.js';
import { ABSENT, ACTOR, heard, notFound, purposes, thing, thingsOf } from './things.js';
import { TestWire } from './wire.js';

Logger.overrideLogger(false);

withDatabase('relaying the outbox', () => {
  let connection: Connection;
  let wire: TestWire;
  const relays: OutboxRelay[] = [];
  const open = (own = wire) => {
    const opened = thingsOf(connection, own);
    relays.push(opened.relay);
    return opened;
  };
  const outboxOf = async (id: string): Promise<StoredEvent[]> =>
    ((await connection.collection('things').findOne({ _id: id as never }))?.['outbox'] ?? []) as StoredEvent[];
  beforeEach(async () => {
    connection = await connect();
    wire = new TestWire();
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.beforeApplicationShutdown()));
    await connection.dropDatabase();
    await connection.close();
  });

  it('tells events in the order of their decisions and takes them out, without touching the version', async () => {
    const { things, relay } = open();
    relay.onApplicationBootstrap();
    await things.create(ACTOR, thing('a', 'new', [heard('a', '0'), heard('a', '1')]), () => ABSENT);
    for (const number of ['2', '3', '4']) {
      await things.change(ACTOR, 'a', (state) => ({ next: { ...state, status: number }, events: [heard('a', number)] }), { notFound });
    }
    await until(() => wire.published.length === 5);
    expect(purposes(wire.published)).toEqual(['0', '1', '2', '3', '4']);
    await until(async () => (await outboxOf('a')).length === 0);
    expect((await things.find('a'))?.version).toBe(4);
  });

  it('tells soon after the write', async () => {
    const { things, relay } = open();
    relay.onApplicationBootstrap();
    await things.create(ACTOR, thing('warm', 'new', [heard('warm', '0')]), () => ABSENT);
    await until(() => wire.published.length === 1);
    const began = Date.now();
    await things.create(ACTOR, thing('b', 'new', [heard('b', '1')]), () => ABSENT);
    await until(() => wire.published.length === 2);
    expect(Date.now() - began).toBeLessThan(400);
  });

  it('tells what a killed process left behind, also when it was killed between telling and taking out', async () => {
    const before = open();
    await before.things.create(ACTOR, thing('a', 'new', [heard('a', 'once'), heard('a', 'twice')]), () => ABSENT);
    // Killed after its events went out: they are still in the outbox.
    await wire.publish('audit.events', await outboxOf('a'));
    open().relay.onApplicationBootstrap();
    await until(() => wire.published.length === 4);
    expect(purposes(wire.published)).toEqual(['once', 'twice', 'once', 'twice']);
    expect(new Set(wire.published.map(({ id }) => id)).size).toBe(2);
    await until(async () => (await outboxOf('a')).length === 0);
  });

  it('goes on when the wire fails, and keeps the order', async () => {
    let failures = 0;
    wire.before = () => (failures++ < 3 ? Promise.reject(new Error('away')) : Promise.resolve());
    const { things, relay } = open();
    relay.onApplicationBootstrap();
    await things.create(ACTOR, thing('a', 'new', [heard('a', '1')]), () => ABSENT);
    await things.change(ACTOR, 'a', (state) => ({ next: state, events: [heard('a', '2')] }), { notFound });
    await until(() => wire.published.length >= 2);
    expect(purposes(wire.published)).toEqual(['1', '2']);
  });

  it('does not let one thing, or slow work, hold back the others', async () => {
    const gate = Promise.withResolvers<void>();
    wire.before = (topic, [first]) => (topic === 'evidence.checking' || first?.key === 'stuck' ? gate.promise : Promise.resolve());
    const { things, relay } = open();
    relay.onApplicationBootstrap();
    const work = event(CheckRequestedSchema, { evidenceId: 'e' });
    for (let number = 0; number < 30; number += 1) {
      await things.create(ACTOR, thing(`e${number}`, 'new', [work]), () => ABSENT);
    }
    await things.change(ACTOR, 'e29', (state) => ({ next: state, events: [heard('e29', 'news')] }), { notFound });
    await things.create(ACTOR, thing('stuck', 'new', [heard('stuck', 'held')]), () => ABSENT);
    await things.create(ACTOR, thing('free', 'new', [heard('free', 'free')]), () => ABSENT);
    await until(() => wire.published.length === 2);
    expect(purposes(wire.published).sort()).toEqual(['free', 'news']);
    gate.resolve();
    await until(() => wire.published.length === 33);
  });

  it('is done by one process at a time; another takes over at once after an end, within seconds after a kill', async () => {
    const first = new TestWire();
    const second = new TestWire();
    const one = open(first);
    const two = open(second);
    one.relay.onApplicationBootstrap();
    await until(async () => (await connection.collection('leases').countDocuments()) === 1);
    two.relay.onApplicationBootstrap();
    for (let number = 0; number < 10; number += 1) {
      await two.things.create(ACTOR, thing(`a${number}`, 'new', [heard('a', String(number))]), () => ABSENT);
    }
    await until(() => first.published.length === 10);
    await pause(1_200);
    expect(second.published).toEqual([]);
    expect(first.published).toHaveLength(10);

    await one.relay.beforeApplicationShutdown();
    const began = Date.now();
    await two.things.create(ACTOR, thing('b', 'new', [heard('b', 'after')]), () => ABSENT);
    await until(() => second.published.length === 1);
    expect(Date.now() - began).toBeLessThan(2_000);

    // Killed: the lease stays and runs out.
    await two.relay.beforeApplicationShutdown();
    await connection.collection('leases').insertOne({ _id: 'outbox-relay' as never, holder: 'killed', until: new Date(Date.now() + 5_000) });
    const third = new TestWire();
    const three = open(third);
    three.relay.onApplicationBootstrap();
    await three.things.create(ACTOR, thing('c', 'new', [heard('c', 'later')]), () => ABSENT);
    await until(() => third.published.length === 1, 8_000);
  });

  it('finds many pending things quickly', async () => {
    const { things, relay } = open();
    const quiet = Array.from({ length: 20_000 }, (_, number) => things.document(ACTOR, thing(`quiet-${number}`)));
    const loud = Array.from({ length: 1_000 }, (_, number) => things.document(ACTOR, thing(`loud-${number}`, 'new', [heard('x', String(number))])));
    await connection.collection('things').insertMany([...quiet, ...loud] as never, { ordered: false });
    const began = Date.now();
    relay.onApplicationBootstrap();
    await until(() => wire.published.length === 1_000, 30_000);
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(new Set(wire.published.map(({ id }) => id)).size).toBe(1_000);
    const look = Date.now();
    await connection.collection('things').find({ 'outbox.id': { $gt: '' } }).toArray();
    expect(Date.now() - look).toBeLessThan(500);
  }, 60_000);

  it('goes through more than one look reads or one queue holds', async () => {
    const { things, relay } = open();
    const loud = Array.from({ length: 8_000 }, (_, number) => things.document(ACTOR, thing(`loud-${number}`, 'new', [heard('x', String(number))])));
    await connection.collection('things').insertMany(loud as never, { ordered: false });
    relay.onApplicationBootstrap();
    await until(() => wire.published.length === 8_000, 60_000);
    expect(new Set(wire.published.map(({ id }) => id)).size).toBe(8_000);
    await until(async () => (await connection.collection('things').countDocuments({ 'outbox.id': { $gt: '' } })) === 0, 60_000);
  }, 120_000);

  it('leaves an event that this version does not know, and tells the others', async () => {
    const { things, relay } = open();
    const unknown = storeEvent({ type: 'aigaq.tasks.v9.Unheard', payload: {} }, { key: 'a', actor: ACTOR });
    await connection.collection('things').insertOne({ ...things.document(ACTOR, thing('a')), outbox: [unknown] } as never);
    relay.onApplicationBootstrap();
    await things.change(ACTOR, 'a', (state) => ({ next: state, events: [heard('a', 'known')] }), { notFound });
    await until(() => wire.published.length === 1);
    await until(async () => (await outboxOf('a')).length === 1);
    expect(await outboxOf('a')).toEqual([unknown]);
  });

  it('tells who read what, and removes the record then', async () => {
    const { relay } = open();
    const log = new AccessLog(connection, relay, new SetClock(new Date('2026-03-01T09:00:00Z')));
    await log.record(ACTOR, { act: 'read', thing: 'evidence', id: 'e1', organisationId: 'agency' });
    expect(await connection.collection('reads').countDocuments()).toBe(1);
    relay.onApplicationBootstrap();
    await until(() => wire.published.length === 1);
    expect(wire.published[0]).toMatchObject({
      type: 'aigaq.audit.v1.ObjectRead',
      key: 'e1',
      actor: { id: 'p1', name: 'Айгүл С.' },
      payload: { actorId: 'p1', actorName: 'Айгүл С.', act: 'read', thing: 'evidence', thingId: 'e1', organisationId: 'agency', readAt: '2026-03-01T09:00:00Z' },
    });
    await until(async () => (await connection.collection('reads').countDocuments()) === 0);
  });
});
