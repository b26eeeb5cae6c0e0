import { Turns } from './turns.js';

describe('taking turns', () => {
  it('lets in as many as there are places, the others in order, and goes on after a failure', async () => {
    const turns = new Turns(2);
    const log: string[] = [];
    const gates = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...Promise.withResolvers<void>() }));
    const done = gates.map(({ name, promise }) =>
      turns.take(async () => {
        log.push(name);
        await promise;
      }).catch(() => log.push(`${name} failed`)),
    );
    const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
    await settle();
    expect(log).toEqual(['a', 'b']);
    gates[1]?.reject(new Error('x'));
    await settle();
    expect(log).toEqual(['a', 'b', 'b failed', 'c']);
    for (const { resolve } of gates) resolve();
    await Promise.all(done);
    expect(log).toEqual(['a', 'b', 'b failed', 'c', 'd']);
  });

  it('lets patient ones wait behind all that are not', async () => {
    const turns = new Turns(1);
    const log: string[] = [];
    const gate = Promise.withResolvers<void>();
    const take = (name: string, isPatient: boolean) => turns.take(() => Promise.resolve(log.push(name)), { isPatient });
    const done = [turns.take(() => gate.promise), take('patient', true), take('urgent', false), take('urgent too', false)];
    gate.resolve();
    await Promise.all(done);
    expect(log).toEqual(['urgent', 'urgent too', 'patient']);
  });
});
