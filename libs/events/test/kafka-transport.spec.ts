import { setTimeout as pause } from 'node:timers/promises';
import { sortableId } from '@aigaq/kernel';
import { Kafka, logLevel } from 'kafkajs';
import { type EventTransport, KafkaTransport } from '../src/index.js';
import { keepsTheTransportContract, NAMED, on, QUICK, type Stage, told, until } from './transport.contract.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',').filter(Boolean);

/** A topic and group names of its own, as if the broker were new; one partition, so that every message is in the way of the next. */
function openStage(): Promise<Stage> {
  const run = sortableId().slice(-12);
  const topic = `test-${run}.events`;
  const open: EventTransport[] = [];
  return Promise.resolve({
    topic,
    open: () => {
      const transport = new KafkaTransport({ brokers, clientId: 'test', retries: QUICK, partitions: 1, topicOf: () => topic });
      const own = ownOf(transport, topic);
      open.push(own);
      return own;
    },
    close: async () => void (await Promise.all(open.map((transport) => transport.stop()))),
  });
}

/** The broker is shared by all tests, so each sees the dead letters of its own topic only. */
function ownOf(transport: KafkaTransport, topic: string): EventTransport {
  const letters = transport.deadLetters();
  transport.deadLetters = () => ({
    list: async () => (await letters.list()).filter((letter) => letter.topic === topic),
    replay: (which) => letters.replay(which),
  });
  return transport;
}

(brokers.length > 0 ? describe : describe.skip)('KafkaTransport', () => {
  const kafka = new Kafka({ brokers, clientId: 'test', logLevel: logLevel.NOTHING });
  keepsTheTransportContract(openStage);

  it.each([
    ['a body that is not JSON', 'not json', { id: '1', type: NAMED, time: 't', 'correlation-id': 'c', 'actor-id': 'a' }],
    ['no headers', '{}', {}],
  ])('sets %s aside at once and goes on', async (_, value, headers) => {
    const stage = await openStage();
    const transport = stage.open();
    const taken: unknown[] = [];
    transport.subscribe('reports', on((event) => taken.push(event.payload['number'])));
    await transport.start();
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic: stage.topic, messages: [{ key: 'a', value, headers }] });
    await producer.disconnect();
    await transport.publish(stage.topic, [told('a', 2)]);
    await until(() => taken.length === 1);
    expect(await transport.deadLetters().list()).toMatchObject([{ reason: 'undecodable', group: 'reports', raw: value, tries: 0 }]);
    await stage.close();
  });

  it('lets a handler work for 20 seconds without losing its place in the group', async () => {
    const stage = await openStage();
    const transport = stage.open();
    const taken: unknown[] = [];
    transport.subscribe(
      'reports',
      new Map([
        [
          NAMED,
          async (event) => {
            await pause(event.payload['number'] === 1 ? 20_000 : 0);
            taken.push(event.payload['number']);
          },
        ],
      ]),
    );
    await transport.start();
    const admin = kafka.admin();
    await admin.connect();
    const memberOf = async (): Promise<unknown> => (await admin.describeGroups(['reports'])).groups[0]?.members.map(({ memberId }) => memberId);
    const members = await memberOf();
    await transport.publish(stage.topic, [told('a', 1), told('a', 2)]);
    await until(() => taken.length === 2, 30_000);
    expect(taken).toEqual([1, 2]);
    expect(await memberOf()).toEqual(members);
    await admin.disconnect();
    await stage.close();
  });

  it('goes on where the group stopped: nothing lost, nothing done twice', async () => {
    const stage = await openStage();
    const taken: unknown[] = [];
    for (const numbers of [[1, 2, 3], [4, 5, 6]]) {
      const transport = stage.open();
      const before = taken.length;
      transport.subscribe('reports', on((event) => taken.push(event.payload['number'])));
      await transport.start();
      await transport.publish(stage.topic, numbers.map((number) => told('a', number)));
      await until(() => taken.length === before + 3);
      await transport.stop();
    }
    expect(taken).toEqual([1, 2, 3, 4, 5, 6]);
    await stage.close();
  });
});
