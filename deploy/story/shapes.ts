import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startCluster } from '../local/cluster.mjs';
import { startEmbedded } from '../local/embedded.mjs';
import { ARTEFACTS } from './artefacts.js';
import type { System } from './person.js';
import { until } from './persistence.js';

/** A shape that a test has started for itself, on a folder and ports of its own. */
export interface Shape extends System {
  dataFolder: string;
  kafkaBrokers: string;
  /** Process id by name; another one after it was started again. */
  pid(name: string): number;
  stop(): Promise<void>;
}

const RESTART_MILLISECONDS = 90_000;
const PORT = { embedded: 29720, browser: 29725, cluster: 29740 };

/** @param kind `browser` is the embedded shape on other ports, so that both can run */
export async function startShape(kind: keyof typeof PORT): Promise<Shape> {
  const dataFolder = mkdtempSync(join(tmpdir(), `aigaq-story-${kind}-`));
  const options = { dataFolder, durable: kind !== 'browser', log: () => undefined };
  const start = () => (kind === 'cluster' ? cluster({ ...options, basePort: PORT.cluster }) : embedded({ ...options, port: PORT[kind] }));
  const shape = await start().catch((error: unknown) => {
    keepLogs(kind, dataFolder);
    throw error;
  });
  const stop = async () => {
    await shape.stop();
    keepLogs(kind, dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { ...shape, dataFolder, stop };
}

/**
 * Kills a process of the shape as a failing machine does, and goes on at once: its supervisor starts it again meanwhile.
 * @returns resolves when it is back
 */
export async function kill(shape: Shape, name: string): Promise<() => Promise<void>> {
  await until(() => Promise.resolve(isAlive(shape.pid(name))), Boolean, RESTART_MILLISECONDS);
  const pid = shape.pid(name);
  process.kill(pid, 'SIGKILL');
  return async () => {
    await until(() => Promise.resolve(shape.pid(name)), (now) => now !== pid, RESTART_MILLISECONDS, 20);
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

type Started = Omit<Shape, 'dataFolder'>;

async function embedded(options: Parameters<typeof startEmbedded>[0]): Promise<Started> {
  const running = await startEmbedded(options);
  const pid = (name: string) => (running.processes as Record<string, number | undefined>)[name] ?? 0;
  return { address: running.address, issuer: running.issuer, kafkaBrokers: '', pid, stop: () => running.stop() };
}

async function cluster(options: Parameters<typeof startCluster>[0]): Promise<Started> {
  const running = await startCluster(options);
  const pid = (name: string) => running.processes[name]?.pid ?? 0;
  return { address: running.address, issuer: running.issuer, kafkaBrokers: running.kafkaBrokers, pid, stop: () => running.stop() };
}

/** What the processes wrote stays when the data go. */
function keepLogs(kind: string, dataFolder: string): void {
  const target = join(ARTEFACTS, `logs-${kind}`);
  mkdirSync(target, { recursive: true });
  for (const file of globSync('{*,*/*}.log', { cwd: dataFolder })) {
    copyFileSync(join(dataFolder, file), join(target, basename(file)));
  }
}
