import { readFileSync } from 'node:fs';
import { PlatformModule } from '../platform.module.js';
import { accessTable } from './access-table.js';
import { openApiDocument } from './document.js';
import { routesOfModule } from './routes.js';

const routes = routesOfModule(PlatformModule);
const written = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'));

describe('the table of accesses', () => {
  it('is up to date: else run `npm run openapi`', () => {
    expect(accessTable(routes)).toBe(readFileSync(new URL('../../../../docs/access.md', import.meta.url), 'utf8'));
  });
});

describe('the description of all endpoints', () => {
  it('is up to date: else run `npm run openapi`', () => {
    expect(openApiDocument(routes, '1')).toEqual(written);
  });

  it('names every endpoint once', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });

  it('refers only to forms that it has', () => {
    const references = [...JSON.stringify(written).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, id]) => id);
    expect(references.filter((id) => !(id! in written.components.schemas))).toEqual([]);
    expect(JSON.stringify(written)).not.toContain('$defs');
  });

  it.each(routes.filter(({ status }) => status !== 204).map((route) => [route.id, route] as const))('says what %s answers', (_id, { answer }) => {
    expect(answer).toBeDefined();
  });
});
