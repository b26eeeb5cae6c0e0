import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { sortableId } from '@aigaq/kernel';
import { tellBriefly } from './brief.js';
import { ROOT } from './artefacts.js';
import { Portal } from './portal.js';
import { until } from './persistence.js';
import type { Shape } from './shapes.js';

const TOPIC = 'tasks.events';

/** What cannot be read, and what a listener can never take, is put aside with the reason while everything else goes on. */
export function buriesPoison(shape: () => Shape): void {
  it('each partition goes on, the letters say why, and are handed back by a command', async () => {
    await poisonEveryPartition(shape());
    await tellBriefly(new Portal(shape()), new Date().getFullYear(), () => Promise.resolve());

    const both = (list: string) => /undecodable/.test(list) && /exhausted/.test(list);
    const list = await until(() => dead(shape(), 'list'), both, 120_000, 1_000);
    expect(list).toContain('not an event');
    expect(list).toContain('a fact about a body without the body');
    expect(list).toContain('key poison');

    const answer = await dead(shape(), 'replay', TOPIC, '--group', 'audit');
    expect(answer).toMatch(/[1-9]\d* dead letter\(s\) handed back/);
    await until(() => dead(shape(), 'list'), (again) => /audit {2}undecodable/.test(again), 60_000, 1_000);
  });
}

/** Undecodable bytes, and a well-formed event that every copy of the directory must refuse: a body is registered, but which? */
async function poisonEveryPartition({ kafkaBrokers }: Shape): Promise<void> {
  const kafka = new Kafka({ brokers: [kafkaBrokers], clientId: 'poison', logLevel: logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([admin.connect(), producer.connect()]);
  const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] });
  const partitions = topics[0]?.partitions.map(({ partitionId }) => partitionId) ?? [];
  const messages = partitions.flatMap((partition) => [
    { partition, key: 'poison', value: '"not an event"' },
    { partition, key: 'poison', value: '{}', headers: headersOf('aigaq.organisations.v1.OrganisationRegistered') },
  ]);
  await producer.send({ topic: TOPIC, messages });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
}

function headersOf(type: string): Record<string, string> {
  return { id: sortableId(), type, time: new Date().toISOString(), 'correlation-id': sortableId(), 'actor-id': 'poisoner', 'actor-name': 'Poisoner' };
}

/** `npm run dead`. */
async function dead({ kafkaBrokers }: Shape, ...args: string[]): Promise<string> {
  const program = join(ROOT, 'libs/events/dist/dead.js');
  const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin/node'), [program, ...args], { env: { ...process.env, KAFKA_BROKERS: kafkaBrokers } });
  return stdout;
}
