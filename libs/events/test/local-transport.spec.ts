import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@aigaq/kernel';
import { LocalTransport } from '../src/index.js';
import { RemoteDeadLetters } from '../src/local/dead-letter-file.js';
import { keepsTheTransportContract, NAMED, on, QUICK, type Stage, told, until } from './transport.contract.js';

async function openStage(): Promise<Stage & { folder: string; open(): LocalTransport }> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-events-'));
  const open: LocalTransport[] = [];
  return {
    folder,
    topic: 'tasks.events',
    open: () => {
      const transport = new LocalTransport({ folder, retries: QUICK });
      open.push(transport);
      return transport;
    },
    close: async () => {
      await Promise.all(open.map((transport) => transport.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

describe('LocalTransport', () => {
  keepsTheTransportContract(openStage);

  it('has published an event when every group has taken it', async () => {
    const stage = await openStage();
    const transport = stage.open();
    const gate = Promise.withResolvers<void>();
    transport.subscribe('reports', new Map([[NAMED, () => gate.promise]]));
    const published = transport.publish('tasks.events', [told('a')]).then(() => 'published');
    await transport.start();
    expect(await Promise.race([published, new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))])).toBe('waiting');
    gate.resolve();
    expect(await published).toBe('published');
    await stage.close();
  });

  it('refuses to publish after its end, so that the event stays in the outbox', async () => {
    const stage = await openStage();
    const transport = stage.open();
    transport.subscribe('reports', new Map([[NAMED, () => Promise.resolve()]]));
    await transport.start();
    await transport.stop();
    await expect(transport.publish('tasks.events', [told('a')])).rejects.toMatchObject({ code: 'event.stopped' });
    await stage.close();
  });

  it('keeps dead letters over a restart and replays them when another process asks for it', async () => {
    const stage = await openStage();
    const first = stage.open();
    first.subscribe('reports', new Map([[NAMED, () => Promise.reject(new DomainError('invalid', 'report.broken', 'No.'))]]));
    await first.start();
    await first.publish('tasks.events', [told('a', 5)]);
    await first.stop();
    // The process was killed while it wrote.
    await appendFile(join(stage.folder, 'dead-letters.jsonl'), '{"id":"half');

    const outside = new RemoteDeadLetters(stage.folder);
    expect(await outside.list()).toMatchObject([{ group: 'reports', reason: 'refused', event: { payload: { number: 5 } } }]);
    expect(await outside.replay({ topic: 'tasks.events' })).toBe(1);

    const second = stage.open();
    const taken: unknown[] = [];
    second.subscribe('reports', on((event) => taken.push(event.payload['number'])));
    await second.start();
    await until(() => taken.length === 1, 5_000);
    expect(taken).toEqual([5]);
    await stage.close();
  });
});
