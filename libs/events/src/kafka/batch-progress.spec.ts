import { BatchProgress } from './batch-progress.js';

describe('progress of a batch', () => {
  it('moves only over messages that are all done, whatever order they end in', () => {
    const progress = new BatchProgress(['5', '6', '8', '9']);
    expect(['6', '5', '9', '8'].map((offset) => progress.finish(offset))).toEqual([undefined, '6', undefined, '9']);
  });
});
