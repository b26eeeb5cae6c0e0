import { Attempts } from './attempts.js';

describe('slowing down guesses', () => {
  const afterFailures = (count: number): Attempts => {
    const attempts = new Attempts();
    Array.from({ length: count }, () => attempts.failed('akim', 0));
    return attempts;
  };

  it.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [8, 16],
    [50, 300],
  ])('after %i failures one waits %i s', (failures, seconds) => {
    expect(afterFailures(failures).waitSeconds('akim', 0)).toBe(seconds);
  });

  it('lets another name in', () => {
    expect(afterFailures(9).waitSeconds('curator', 0)).toBe(0);
  });

  it('forgets after the wait, after a success and after an hour', () => {
    const attempts = afterFailures(6);
    expect(attempts.waitSeconds('akim', 4_000)).toBe(0);
    attempts.failed('akim', 4_000);
    expect(attempts.waitSeconds('akim', 4_000)).toBe(8);
    expect(attempts.waitSeconds('akim', 4_000_000)).toBe(0);
    attempts.succeeded('akim');
    expect(attempts.waitSeconds('akim', 4_000)).toBe(0);
  });
});
