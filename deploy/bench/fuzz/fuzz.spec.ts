import { fuzz } from './fuzz.mjs';

describe('damaged files', () => {
  it('are refused, drawn, or left to a person: nothing falls, hangs or fails in the inspection', async () => {
    const { crashes, hangs, errors, outcomes } = await fuzz({ files: 200, seed: 4 });
    expect({ crashes, hangs, errors }).toEqual({ crashes: [], hangs: [], errors: [] });
    expect(Object.values(outcomes).reduce((sum, number) => sum + number, 0)).toBe(200);
    expect(outcomes['drawn']).toBeGreaterThan(10);
  }, 300_000);
});
