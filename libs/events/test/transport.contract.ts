import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, SYSTEM } from '@aigaq/kernel';
import { type EventHandler, type EventTransport, type RetryRules, type StoredEvent, storeEvent } from '../src/index.js';

export const NAMED = 'aigaq.tasks.v1.Named';
export const OTHER = 'aigaq.tasks.v1.Other';
export const QUICK: Partial<RetryRules> = { tries: 3, firstPauseMs: 20, longestPauseMs: 50, outagePatienceMs: 5_000 };

export interface Stage {
  topic: string;
  /** A transport of a new process on the same broker or folder; stopped by the stage. */
  open(): EventTransport;
  close(): Promise<void>;
}

export function told(key: string, number = 0, type = NAMED): StoredEvent {
  return storeEvent({ type, payload: { number } }, { key, actor: SYSTEM });
}

export async function until(isTrue: () => boolean, patienceMs = 20_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!isTrue()) {
    if (Date.now() > end) {
      throw new Error('What was waited for did not happen.');
    }
    await pause(20);
  }
}

/** Handlers that do `work` with each event of one type. */
export function on(work: (event: StoredEvent) => unknown, type = NAMED): Map<string, EventHandler> {
  const handler = async (event: StoredEvent): Promise<void> => void (await work(event));
  return new Map([[type, handler]]);
}

const numberOf = (event: StoredEvent): number => Number(event.payload['number']);

/** What every event transport promises. `publishAll` may not be awaited in order, because the local one waits for the handlers. */
export function keepsTheTransportContract(openStage: () => Promise<Stage>): void {
  let stage: Stage;
  let transport: EventTransport;
  beforeEach(async () => {
    stage = await openStage();
    transport = stage.open();
  });
  afterEach(() => stage.close());

  it('brings an event, whole, to every group that listens to its type', async () => {
    const taken: [string, StoredEvent][] = [];
    for (const group of ['reports', 'audit']) {
      transport.subscribe(group, on((event) => taken.push([group, event])));
    }
    transport.subscribe('deaf', on((event) => taken.push(['deaf', event]), OTHER));
    await transport.start();
    const event = { ...told('a', 7), causationId: 'before', traceparent: '00-1-2-01', actor: { id: 'p', name: 'Әсел Қ.' } };
    await transport.publish(stage.topic, [event]);
    await until(() => taken.length === 2);
    expect(Object.fromEntries(taken)).toEqual({ reports: event, audit: event });
    expect(transport.isReady()).toBe(true);
  });

  it('keeps the order of a key, while a slow key does not hold up another', async () => {
    const taken: string[] = [];
    const gate = Promise.withResolvers<void>();
    transport.subscribe(
      'reports',
      on(async (event) => {
        await (event.key === 'slow' ? gate.promise : pause(Math.random() * 10));
        taken.push(`${event.key}${numberOf(event)}`);
      }),
    );
    await transport.start();
    const events = [told('slow', 0), ...[1, 2, 3, 4, 5].map((number) => told('quick', number)), told('slow', 6)];
    const published = events.map((event) => transport.publish(stage.topic, [event]));
    await until(() => taken.length === 5);
    gate.resolve();
    await Promise.all(published);
    await until(() => taken.length === 7);
    expect(taken).toEqual(['quick1', 'quick2', 'quick3', 'quick4', 'quick5', 'slow0', 'slow6']);
  });

  it('tries again after an unknown error', async () => {
    let calls = 0;
    transport.subscribe(
      'reports',
      on(() => {
        calls += 1;
        if (calls < 3) {
          throw new Error('a passing fault');
        }
      }),
    );
    await transport.start();
    await transport.publish(stage.topic, [told('a')]);
    await until(() => calls === 3);
    expect(await transport.deadLetters().list()).toEqual([]);
  });

  it('waits for a server that is away longer than for an unknown error', async () => {
    let calls = 0;
    const taken: number[] = [];
    transport.subscribe(
      'reports',
      on((event) => {
        calls += 1;
        if (calls < 6) {
          throw calls % 2 ? new DomainError('unavailable', 'store.unavailable', 'Away.') : Object.assign(new Error(), { code: 'ECONNREFUSED' });
        }
        taken.push(numberOf(event));
      }),
    );
    await transport.start();
    await transport.publish(stage.topic, [told('a', 1)]);
    await until(() => taken.length === 1);
    expect(calls).toBe(6);
  });

  it.each([
    ['refused', 1, () => new DomainError('conflict', 'task.wrong_status', 'No.'), 'task.wrong_status: No. {}'],
    ['exhausted', 3, () => new Error('broken'), 'Error: broken'],
  ])('lets what is %s become a dead letter after %d call(s), and its key go on', async (reason, tries, fault, error) => {
    const taken: number[] = [];
    let calls = 0;
    transport.subscribe(
      'reports',
      on((event) => {
        if (numberOf(event) === 1) {
          calls += 1;
          throw fault();
        }
        taken.push(numberOf(event));
      }),
    );
    await transport.start();
    const poisoned = told('a', 1);
    await transport.publish(stage.topic, [told('a', 0), poisoned, told('a', 2)]);
    await until(() => taken.length === 2);
    expect(taken).toEqual([0, 2]);
    expect(calls).toBe(tries);
    expect(await transport.deadLetters().list()).toEqual([
      { id: expect.any(String), topic: stage.topic, group: 'reports', reason, error, tries, time: expect.any(String), event: poisoned },
    ]);
  });

  it('replays a dead letter to the group that had refused it, and to no other', async () => {
    const taken: string[] = [];
    let isBroken = true;
    for (const group of ['reports', 'audit']) {
      transport.subscribe(
        group,
        on((event) => {
          if (group === 'reports' && isBroken) {
            throw new DomainError('invalid', 'report.broken', 'No.');
          }
          taken.push(`${group}${numberOf(event)}`);
        }),
      );
    }
    await transport.start();
    await transport.publish(stage.topic, [told('a', 1)]);
    await until(() => taken.length === 1);
    let letters = 0;
    while (letters === 0) {
      letters = (await transport.deadLetters().list()).length;
    }
    isBroken = false;
    expect(await transport.deadLetters().replay({ topic: stage.topic, group: 'audit' })).toBe(0);
    expect(await transport.deadLetters().replay({ topic: stage.topic, group: 'reports' })).toBe(1);
    await until(() => taken.length === 2);
    await pause(300);
    expect(taken).toEqual(['audit1', 'reports1']);
    expect(await transport.deadLetters().list()).toEqual([]);
  });

  it('ends although a handler waits for a server that is away', async () => {
    let calls = 0;
    transport.subscribe(
      'reports',
      on(() => {
        calls += 1;
        throw new DomainError('unavailable', 'store.unavailable', 'Away.');
      }),
    );
    await transport.start();
    const published = transport.publish(stage.topic, [told('a')]).catch(() => 'again');
    await until(() => calls > 1);
    await transport.stop();
    await published;
    const callsAtTheEnd = calls;
    await pause(200);
    expect(calls).toBe(callsAtTheEnd);
    expect(transport.isReady()).toBe(false);
  });
}
