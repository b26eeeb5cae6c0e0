import { cardOf, edition, subtask } from '../../test/examples.js';
import { assignmentId, CHUNK_SIZE, countBy, lockedIn, planRollout, sizeOf } from './plan.js';

const days = (period: string, lockedOn: string) => ({ period, opensOn: '2026-01-01', dueOn: lockedOn, lockedOn });
const body = (id: string, kind = 'akimat-district', regionId: string | null = 'kostanay') => ({ id, kind, regionId });
const BODIES = [body('b'), body('a', 'akimat-region'), body('c', 'central', null), body('agency', 'agency', null)];
const halves = edition({
  card: cardOf(subtask({ period: 'half' }), subtask({ code: '4.2.2', audience: { kinds: ['central'] } })),
  dates: { '1.1.2': [days('2026-H1', '2026-07-24'), days('2026-H2', '2027-01-25')], '4.2.2': [days('2026', '2026-12-25')] },
});
const shown = (today: string, bodies = BODIES) =>
  planRollout(halves, bodies, today).map(({ subtask: { code }, projectCode, dates, bodies: those }) => [code, projectCode, dates.period, those.map(({ id }) => id)]);

describe('planning a rollout', () => {
  it('asks every body of the audience for every period', () => {
    expect(shown('2026-01-01')).toEqual([
      ['1.1.2', '1', '2026-H1', ['a', 'b']],
      ['1.1.2', '1', '2026-H2', ['a', 'b']],
      ['4.2.2', '1', '2026', ['c']],
    ]);
  });

  it.each([
    ['2026-07-24', ['2026-H1', '2026-H2', '2026'], 0],
    ['2026-07-25', ['2026-H2', '2026'], 2],
    ['2027-02-01', [], 5],
  ])('leaves out what is locked on %s', (today, periods, locked) => {
    expect(shown(today).map(([, , period]) => period)).toEqual(periods);
    expect(lockedIn(halves, BODIES, today)).toBe(locked);
  });

  it('asks those who are named besides, and not those who are left out', () => {
    const audience = { kinds: ['akimat-district' as const], include: ['c'], exclude: ['b'] };
    const named = edition({ card: cardOf(subtask({ audience })) });
    expect(planRollout(named, BODIES, '2026-01-01').map(({ bodies }) => bodies.map(({ id }) => id))).toEqual([['c']]);
  });

  it('is the same in whatever order the bodies come', () => {
    expect(shown('2026-01-01', [...BODIES].reverse())).toEqual(shown('2026-01-01'));
  });

  it('cuts what is long into chunks and loses nobody', () => {
    const many = Array.from({ length: 2 * CHUNK_SIZE + 1 }, (_, number) => body(`d${String(number).padStart(5, '0')}`));
    const plan = planRollout(edition(), many, '2026-01-01');
    expect(plan.map(({ bodies }) => bodies.length)).toEqual([CHUNK_SIZE, CHUNK_SIZE, 1]);
    expect(new Set(plan.flatMap(({ bodies }) => bodies.map(({ id }) => id))).size).toBe(many.length);
  });

  it('counts by anything that can be said of an assignment', () => {
    const plan = planRollout(halves, BODIES, '2026-01-01');
    expect(sizeOf(plan)).toBe(5);
    expect(countBy(plan, (_, { kind }) => kind)).toEqual({ 'akimat-region': 2, 'akimat-district': 2, central: 1 });
    expect(countBy(plan, ({ subtask: { code } }) => code)).toEqual({ '1.1.2': 4, '4.2.2': 1 });
  });

  it('names an assignment by what it is', () => {
    expect(assignmentId('2024', '1.1.2', 'akimat-kostanay-auliekol', '2026-H1')).toBe('2024:1.1.2:akimat-kostanay-auliekol:2026-H1');
  });
});
