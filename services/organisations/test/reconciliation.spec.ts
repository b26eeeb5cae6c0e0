import { PEOPLE } from '@aigaq/testing';
import { type Found, Reconciliation } from '../src/accounts/reconciliation.service.js';
import { type House, startHouse } from './house.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 180_000);
afterAll(() => house.service.stop());

async function run(repair = false): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of house.service.app.get(Reconciliation).run({ repair })) {
    found.push(one);
  }
  return found;
}

describe('comparing the accounts with the identity server', () => {
  it('finds nothing when both are alike, whatever the case of the addresses and the order of the roles', async () => {
    const both = house.identity.accounts.get(PEOPLE.both.id);
    house.identity.accounts.set(PEOPLE.both.id, { ...both!, roles: [...both!.roles].reverse(), email: both!.email.toUpperCase() });
    expect(await run()).toEqual([]);
  });

  it('says in words what differs, repairs it when it is told to, and leaves alone what only the server knows', async () => {
    const { accounts } = house.identity;
    const of = (person: { id: string }) => accounts.get(person.id)!;
    accounts.delete(PEOPLE.head.id);
    accounts.set(PEOPLE.executor.id, { ...of(PEOPLE.executor), enabled: false, roles: ['executor', 'agency-admin'], groups: [] });
    accounts.set(PEOPLE.curator.id, { ...of(PEOPLE.curator), lastName: 'Другая' });
    const foreign = { ...of(PEOPLE.admin), id: 'by-hand', username: 'zz', email: 'zz@example.kz' };
    accounts.set(foreign.id, foreign);
    const found = await run();
    expect(found.map(({ words }) => words)).toEqual([
      'curator: here «Дәурен Ахметжанов», curator, curator@example.kz, kk, in the identity server «Дәурен Другая», curator, curator@example.kz, kk',
      'executor: here may sign in, in the identity server may not sign in',
      'executor: here roles executor, in the identity server roles agency-admin, executor',
      'executor: here groups akimat, in the identity server groups none',
      'head is not in the identity server',
      'zz is in the identity server (may sign in) and not here',
    ]);
    expect(found.every(({ isRepaired }) => !isRepaired)).toBe(true);
    expect((await run(true)).map(({ kind, isRepaired }) => [kind, isRepaired])).toEqual([
      ['names', true],
      ['enabled', true],
      ['roles', true],
      ['groups', true],
      ['missing', true],
      ['unknown', false],
    ]);
    expect(await run()).toEqual([expect.objectContaining({ kind: 'unknown', username: 'zz' })]);
    expect(accounts.get('by-hand')).toEqual(foreign);
  });
});
