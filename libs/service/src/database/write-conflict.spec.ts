import { despiteConflicts } from './write-conflict.js';

const refusal = (code: number): Error => Object.assign(new Error('refused'), { code });

/** A write that is refused with these codes, then succeeds. */
function writeAfter(...codes: number[]): () => Promise<string> {
  return () => {
    const code = codes.shift();
    return code === undefined ? Promise.resolve('written') : Promise.reject(refusal(code));
  };
}

describe('writing despite conflicts', () => {
  it('does the same again until it is written', async () => {
    expect(await despiteConflicts(writeAfter(112, 112, 112))).toBe('written');
  });

  it.each([
    ['a duplicate, which is an answer', [11000]],
    ['a duplicate after a conflict', [112, 11000]],
    ['a conflict that does not end', Array.from({ length: 20 }, () => 112)],
  ])('lets out %s', async (_, codes) => {
    await expect(despiteConflicts(writeAfter(...codes))).rejects.toThrow('refused');
  });
});
