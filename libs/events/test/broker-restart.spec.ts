import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { KafkaTransport } from '../src/index.js';
import { on, told, until } from './transport.contract.js';

const PORT = 29_110;
const TOPIC = 'restart.events';
jest.setTimeout(180_000);

/** Has a broker of its own, since it kills it; runs where the others have one. */
(process.env['KAFKA_BROKERS'] ? describe : describe.skip)('a broker that is killed in the middle', () => {
  let folder: string;
  let broker: ChildProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aigaq-broker-'));
    const script = join(process.cwd(), 'libs/events/test/broker.mjs');
    broker = fork(script, [folder, String(PORT)], { execArgv: [], stdio: 'ignore' });
    await once(broker, 'message');
  });
  afterAll(async () => {
    broker.disconnect();
    await once(broker, 'exit');
    await rm(folder, { recursive: true });
  });

  it('costs no event that was acknowledged; telling and listening go on by themselves', async () => {
    const transport = new KafkaTransport({ brokers: [`127.0.0.1:${PORT}`], clientId: 'test', partitions: 3, topicOf: () => TOPIC });
    const taken = new Set<number>();
    transport.subscribe('reports', on((event) => taken.add(Number(event.payload['number']))));
    await transport.start();
    const teller = new Teller(transport);
    await until(() => teller.acknowledged.size > 20 && taken.size > 20);

    broker.send('kill');
    await until(() => teller.failures > 0, 60_000);
    expect(transport.isReady()).toBe(false);
    const before = teller.acknowledged.size;
    await until(() => teller.acknowledged.size > before + 20, 90_000);
    await teller.stop();
    await until(() => [...teller.acknowledged].every((number) => taken.has(number)), 60_000);
    await until(() => transport.isReady());
    await transport.stop();
  });
});

/** Tells one event after the other of five things, each until it is acknowledged, as the relay does. */
class Teller {
  readonly acknowledged = new Set<number>();
  failures = 0;
  private isStopped = false;
  private readonly telling: Promise<void>[];

  constructor(private readonly transport: KafkaTransport) {
    this.telling = [0, 1, 2, 3, 4].map((thing) => this.tell(thing));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.telling);
  }

  private async tell(thing: number): Promise<void> {
    for (let number = thing; !this.isStopped; number += 5) {
      const event = told(`thing-${thing}`, number);
      while (!(await this.isTold(event))) {
        await pause(500);
      }
      this.acknowledged.add(number);
      await pause(100);
    }
  }

  private async isTold(event: ReturnType<typeof told>): Promise<boolean> {
    try {
      await this.transport.publish(TOPIC, [event]);
      return true;
    } catch {
      this.failures += 1;
      return false;
    }
  }
}
