import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ARTEFACTS = join(ROOT, '.artefacts');

/** Keeps something for the reader of a run. */
export function keep(name: string, what: unknown): void {
  mkdirSync(ARTEFACTS, { recursive: true });
  writeFileSync(join(ARTEFACTS, name), `${JSON.stringify(what, null, 2)}\n`);
}
