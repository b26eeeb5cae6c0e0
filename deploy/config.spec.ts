import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

const SERVICES = ['organisations', 'tasks', 'evidence', 'compliance', 'notifications', 'reports', 'audit', 'platform'];
const root = fileURLToPath(new URL('..', import.meta.url));
const example = readFileSync(`${root}/.env.example`, 'utf8');
const ofProcesses = example.slice(example.indexOf('# --- The service processes'));
const named = [...ofProcesses.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);

async function variablesOf(service: string): Promise<string[]> {
  const schemas = (await import(`../services/${service}/src/config.ts`)) as Record<string, z.ZodObject>;
  return Object.values(schemas).flatMap(({ shape }) => Object.keys(shape));
}

describe('.env.example', () => {
  it.each(SERVICES)('names every variable that %s reads', async (service) => {
    const missing = (await variablesOf(service)).filter((name) => !named.includes(name));
    expect(missing).toEqual([]);
  });

  it('names no variable that nobody reads', async () => {
    const read = (await Promise.all(SERVICES.map(variablesOf))).flat();
    expect(named.filter((name) => !read.includes(name ?? ''))).toEqual([]);
  });
});
