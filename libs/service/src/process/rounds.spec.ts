import { jest } from '@jest/globals';
import { Rounds } from './rounds.js';

describe('rounds', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('look again and again, but not while they are at work', async () => {
    const ends: (() => void)[] = [];
    const rounds = new Rounds(() => new Promise((resolve) => ends.push(resolve)), 1_000);
    rounds.begin();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(ends).toHaveLength(1);
    ends[0]!();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ends).toHaveLength(2);
    ends[1]!();
    await rounds.end();
  });

  it('end when what runs is done, and begin nothing after that', async () => {
    const told: string[] = [];
    let finish = (): void => undefined;
    const rounds = new Rounds(() => new Promise<void>((resolve) => (finish = resolve)).then(() => void told.push('done')), 1_000);
    rounds.begin();
    rounds.look();
    const ended = rounds.end().then(() => told.push('ended'));
    expect(rounds.isEnding).toBe(true);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([]);
    finish();
    await ended;
    expect(told).toEqual(['done', 'ended']);
  });
});
