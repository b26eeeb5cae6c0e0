import { setTimeout as pause } from 'node:timers/promises';
import { sideBySide } from './side-by-side.js';

describe('pages side by side', () => {
  it('keep their order, whichever is done first', async () => {
    const done = await sideBySide([30, 1, 20, 2], async (time) => {
      await pause(time);
      return -time;
    });
    expect(done).toEqual([-30, -1, -20, -2]);
  });

  it('end with the first failure, which is told when no other is under way', async () => {
    const ended: number[] = [];
    const work = async (page: number): Promise<void> => {
      if (page === 1) throw new Error('page 1 is broken');
      await pause(20);
      ended.push(page);
    };
    await expect(sideBySide([1, 2, 3, 4, 5, 6], work)).rejects.toThrow('page 1 is broken');
    expect(ended).toEqual([2, 3]);
  });
});
