import { readFileSync } from 'node:fs';

describe('docs/events.md', () => {
  it('is what the contracts say', async () => {
    const root = new URL('../../../', import.meta.url);
    const { describeEvents } = (await import(new URL('proto/describe.mjs', root).pathname)) as { describeEvents: () => string };
    expect(readFileSync(new URL('docs/events.md', root), 'utf8')).toBe(describeEvents());
  });
});
