import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { startDatabase } from './launcher.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aigaq-launcher-'));
const quiet = () => undefined;
let port: number;
let database: Awaited<ReturnType<typeof startDatabase>>;

beforeAll(async () => {
  port = await freePort();
  database = await startDatabase({ dataFolder: folder, port, log: quiet });
}, 60_000);

afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('the launched database', () => {
  it.each(['postgres', 'ferretdb'] as const)('loses no acknowledged write when %s is killed, and comes back by itself', async (victim) => {
    const client = new mongo.MongoClient(database.uri);
    const things = client.db('killed').collection<{ _id: number; key: number }>(victim);
    await things.createIndex({ key: 1 }, { unique: true });
    const acknowledged: number[] = [];
    let next = 0;
    let isEnough = false;
    const writers = Array.from({ length: 8 }, async () => {
      while (!isEnough) {
        const id = next++;
        const isStored = await things.insertOne({ _id: id, key: id }).then(() => true, () => pause(20, false));
        acknowledged.push(...(isStored ? [id] : []));
      }
    });
    await pause(700);
    const before = { pid: database.processes[victim], acknowledged: acknowledged.length };
    process.kill(before.pid, 'SIGKILL');
    await pause(3_000);
    isEnough = true;
    await Promise.all(writers);
    const stored = new Set((await things.find().toArray()).map((thing) => thing._id));
    await client.close();
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(before.acknowledged);
    expect(database.processes[victim]).not.toBe(before.pid);
  });

  it('refuses a second launcher on the same data', async () => {
    await expect(startDatabase({ dataFolder: folder, port: port + 1, log: quiet })).rejects.toThrow(/are in use by another Aigaq/);
  });

  it('refuses a port that another program has', async () => {
    await expect(startDatabase({ dataFolder: join(folder, 'other'), port, log: quiet })).rejects.toThrow(/is taken by another program/);
  });
});
