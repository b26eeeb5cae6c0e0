import type { AssignmentView, HistoryEntry } from '@aigaq/api';
import { PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { AssignmentsRepository } from '../src/assignments/assignments.repository.js';
import { SYSTEM } from '@aigaq/kernel';
import { idOf, paperFor, startRolledOut, urlOf } from './house.js';
import { replay, toldBy } from './replay.js';

const ACTS = 1_000;
const AT_ONCE = 20;
const CHAIN = [['akimat-kostanay'], ['agency']].map((ids) => ids.map((organisationId) => ({ organisationId, subject: null })));

let service: TestService;
beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const PERSONS: readonly TestPerson[] = [PEOPLE.executor, PEOPLE.executor2, PEOPLE.coordinator, PEOPLE.both, PEOPLE.curator, PEOPLE.curator2];
const BODIES: Record<string, () => object> = {
  return: () => ({ reason: 'other', remark: 'Исправьте' }),
  'pass-on': () => ({}),
  accept: () => ({}),
  take: () => ({ over: true }),
  release: () => ({}),
  reopen: () => ({ remark: 'Ошибка' }),
  undo: () => ({}),
  requests: () => ({ kind: 'extension', reason: 'Причина', day: '2026-12-14' }),
  'requests/grant': () => ({}),
  'requests/refuse': () => ({ remark: 'Нет' }),
};

describe('a thousand acts of many people at once', () => {
  it('are each taken or refused with a reason, and leave histories that tell the states', async () => {
    const roll = dice(6);
    const ids = ['1.1.2', '1.1.3', '1.2.1', '1.2.2'].map((code) => idOf(code));
    const papers = new Map(await Promise.all(ids.map(async (id) => [id, await paperFor(service, id)] as const)));
    const acts = ['submit', 'submit', ...Object.keys(BODIES), 'pass-on', 'accept'];
    const moves = Array.from({ length: ACTS }, () => ({ person: PERSONS[roll(PERSONS.length)]!, id: ids[roll(ids.length)]!, act: acts[roll(acts.length)]! }));
    const taken = new Map<string, number>();
    const refused: Record<string, number> = {};
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let move = moves.pop(); move; move = moves.pop()) {
          const { person, id, act } = move;
          const { status, body } = await service.as(person).post(urlOf(id, act), BODIES[act]?.() ?? { evidenceIds: [papers.get(id)] });
          expect([200, 403, 409, 400]).toContain(status);
          if (status === 200) {
            taken.set(id, (taken.get(id) ?? 0) + 1);
          } else {
            refused[body.code] = (refused[body.code] ?? 0) + 1;
          }
        }
      }),
    );
    // Something happened, and people were in each other's way.
    expect([...taken.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(40);
    expect(Object.keys(refused).filter((code) => !/^(assignment|act|aggregate)\./.test(code))).toEqual([]);
    for (const id of ids) {
      const { history } = (await service.as(PEOPLE.curator).get(urlOf(id))).body as AssignmentView;
      // Each act that was answered with success stands in the history once; taking a case that one holds is the only one that adds nothing.
      expect(history.length).toBeLessThanOrEqual(taken.get(id) ?? 0);
      expect(history.filter(({ act }: HistoryEntry) => !['taken', 'taken-over', 'released'].includes(act)).length).toBeGreaterThan(0);
      const state = await service.app.get(AssignmentsRepository, { strict: false }).get({ ...SYSTEM, memberships: [{ organisationId: 'agency', role: 'curator' }] }, id);
      const { extendedTo, ...told } = replay(state.history, CHAIN);
      expect({ ...toldBy(state), extendedTo: state.extendedTo }).toEqual({ ...told, extendedTo });
    }
  }, 240_000);
});
