import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const controllers = globSync('services/*/src/**/*.controller.ts', { cwd: root }).sort();

/** Their services record by themselves (what is shown is a stream, or one record stands for many looks), or there is nothing to record. */
const BY_THEMSELVES: Readonly<Record<string, readonly string[]>> = {
  'documents.controller.ts': [':id/file', ':id/files/:number', ':id/pages/:page', ':id/thumbnails/:page'],
  'copies.controller.ts': [':id/searchable', ':id/text'],
  'overview.controller.ts': [':organisationId'],
  // One's own, which nobody else is shown.
  'drafts.controller.ts': [':id/draft'],
  // Of the card, which is published to everybody; a draft only its administrators see.
  'editions.controller.ts': [':edition/diff', ':edition/impact', ':edition/comparison'],
  'roots.controller.ts': [':day/file'],
};

/** Endpoints that show one thing, with the decorators that stand between them and their method. */
function shownThings(file: string): { path: string; decorators: string }[] {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  return [...text.matchAll(/@Get\('([^']*:[^']*)'\)\n((?: {2}@.*\n)*)/g)].map(([, path = '', decorators = '']) => ({ path, decorators }));
}

describe('what is shown', () => {
  it.each(controllers.filter((file) => shownThings(file).length > 0))('by %s is recorded', (file) => {
    const exempt = BY_THEMSELVES[file.split('/').at(-1) ?? ''] ?? [];
    const unrecorded = shownThings(file).filter(({ path, decorators }) => !decorators.includes('@Reads(') && !exempt.includes(path));
    expect(unrecorded.map(({ path }) => path)).toEqual([]);
  });
});
