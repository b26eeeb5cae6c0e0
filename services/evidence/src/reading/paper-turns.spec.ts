import { PaperTurns } from './paper-turns.service.js';

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the turns of verdicts and of work that can wait', () => {
  it('let a verdict that comes meanwhile go before the next piece of work', async () => {
    const turns = new PaperTurns();
    const log: string[] = [];
    const piece = Promise.withResolvers<void>();
    const first = turns.patient(async () => {
      log.push('piece 1');
      await piece.promise;
    });
    await settle();
    const verdict = turns.verdict(() => Promise.resolve(log.push('verdict')));
    const second = turns.patient(() => Promise.resolve(log.push('piece 2')));
    await settle();
    piece.resolve();
    await Promise.all([first, verdict]);
    await settle();
    // Another verdict may follow at once, so that the work waits a little even now.
    expect(log).toEqual(['piece 1', 'verdict']);
    await second;
    expect(log).toEqual(['piece 1', 'verdict', 'piece 2']);
  });
});
