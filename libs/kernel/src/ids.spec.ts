import { sortableId } from './index.js';

describe('sortable ids', () => {
  it('has the form of a UUID of version 7', () => {
    expect(sortableId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by the time at which it was made', () => {
    const ids = [3, 1, 2].map((second) => sortableId(new Date(Date.UTC(2026, 0, 1, 0, 0, second))));
    expect([...ids].sort()).toEqual([ids[1], ids[2], ids[0]]);
  });
});
