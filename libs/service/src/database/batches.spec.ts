import { Batches } from './batches.js';

/** Writes that last until they are let go. */
function slowWrites() {
  const written: number[][] = [];
  const open: (() => void)[] = [];
  const batches = new Batches<number>(async (items) => {
    written.push(items);
    await new Promise<void>((resolve) => open.push(resolve));
  });
  return { batches, written, letGo: () => open.splice(0).forEach((resolve) => resolve()) };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('writing in batches', () => {
  it('writes the first at once, and together what came meanwhile', async () => {
    const { batches, written, letGo } = slowWrites();
    const first = batches.add(1);
    await soon();
    const others = [batches.add(2), batches.add(3)];
    await soon();
    expect(written).toEqual([[1]]);
    letGo();
    await first;
    await soon();
    expect(written).toEqual([[1], [2, 3]]);
    letGo();
    await Promise.all(others);
  });

  it('tells nobody that it is stored before it is', async () => {
    const { batches, letGo } = slowWrites();
    let isStored = false;
    const stored = batches.add(1).then(() => {
      isStored = true;
    });
    await soon();
    expect(isStored).toBe(false);
    letGo();
    await stored;
  });

  it('refuses all of a write that failed, and goes on with the next', async () => {
    let tries = 0;
    const batches = new Batches<number>(() => Promise.resolve((tries += 1)).then((n) => (n === 1 ? Promise.reject(new Error('away')) : undefined)));
    const refused = await Promise.allSettled([batches.add(1), batches.add(2)]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(batches.add(3)).resolves.toBeUndefined();
  });

  it('takes at most 500 at a time', async () => {
    const sizes: number[] = [];
    const batches = new Batches<number>((items) => Promise.resolve(sizes.push(items.length)));
    await Promise.all(Array.from({ length: 1200 }, (_, number) => batches.add(number)));
    expect(sizes).toEqual([500, 500, 200]);
  });
});
