import { cardOf, DISTRICT, edition, REGION, subtask } from '../../test/examples.js';
import { diffCards } from './card-diff.js';
import type { Edition } from './edition.js';
import { impactOf, type WorkGroup } from './impact.js';

const BODIES = [
  { id: REGION, kind: 'akimat-region', regionId: 'kostanay' },
  { id: DISTRICT, kind: 'akimat-district', regionId: 'kostanay' },
  { id: 'cgo-mf', kind: 'central', regionId: null },
];
const before = edition({ status: 'published' });
const group = (change: Partial<WorkGroup> = {}): WorkGroup => ({ subtask: '1.1.2', period: '2026', organisationKind: 'akimat-district', status: 'open', count: 1, ...change });
const impact = (change: Partial<Edition>, work: WorkGroup[] = [], unfinished: [string, number][] = []) => {
  const after = edition({ id: '2024:2', cardVersion: 2, ...change });
  return impactOf({ before, after, changes: diffCards(before, after), bodies: BODIES, work, unfinishedByBody: new Map(unfinished), today: '2026-05-20' });
};
const none = { open: 0, inReview: 0, returned: 0, accepted: 0, notApplicable: 0 };

describe('the impact of an amendment', () => {
  it('of nothing is nothing', () => {
    expect(impact({})).toEqual({ edition: '2024', version: 2, year: 2026, affected: none, bodies: 0, bySubtask: {}, byKind: {}, byRegion: {}, opens: {}, fallsAway: {} });
  });

  it('counts what is concerned, by state; by subtask, kind and region what is unfinished', () => {
    const work = [
      group({ count: 3 }),
      group({ status: 'in-review', organisationKind: 'akimat-region' }),
      group({ status: 'returned', count: 2 }),
      group({ status: 'accepted', count: 5 }),
      group({ subtask: '1.1.9' }),
    ];
    const found = impact({ card: cardOf(subtask({ description: { kk: 'Ж', ru: 'Н' } })) }, work, [[DISTRICT, 5], ['cgo-mf', 1], ['closed', 1]]);
    expect(found).toMatchObject({
      affected: { open: 3, inReview: 1, returned: 2, accepted: 5, notApplicable: 0 },
      bodies: 3,
      bySubtask: { '1.1.2': 6 },
      byKind: { 'akimat-district': 5, 'akimat-region': 1 },
      byRegion: { kostanay: 5, central: 2 },
      ...{ opens: {}, fallsAway: {} },
    });
  });

  it('opens what the version before did not ask', () => {
    const card = cardOf(subtask({ audience: { kinds: ['akimat-region', 'central'] } }), subtask({ code: '1.1.3' }));
    const dates = { ...before.dates, '1.1.3': before.dates['1.1.2']! };
    expect(impact({ card, dates }, [group({ count: 4 })])).toMatchObject({ opens: { '1.1.2': 1, '1.1.3': 2 }, fallsAway: { '1.1.2': { ...none, open: 4 } } });
  });

  it('opens nothing in a period that is locked', () => {
    const card = cardOf(subtask({ period: 'half' }));
    const half = (period: string, lockedOn: string) => ({ period, opensOn: '2026-01-01', dueOn: lockedOn, lockedOn });
    const dates = { '1.1.2': [half('2026-H1', '2026-05-01'), half('2026-H2', '2026-12-01')] };
    expect(impact({ card, dates }, [group()])).toMatchObject({ opens: { '1.1.2': 2 }, fallsAway: { '1.1.2': { ...none, open: 1 } } });
  });

  it('lets all fall away of a subtask that goes', () => {
    const card = cardOf(subtask({ code: '1.1.3' }));
    expect(impact({ card, dates: {} }, [group(), group({ status: 'accepted', count: 2 })])).toMatchObject({ fallsAway: { '1.1.2': { ...none, open: 1, accepted: 2 } } });
  });
});
