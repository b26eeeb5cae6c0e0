import { add, addByProject, count, EMPTY_TALLY, sum } from './tally.js';

const today = '2026-06-01';
const tally = (change: object) => ({ ...EMPTY_TALLY, ...change });

describe('counting an assignment', () => {
  it.each([
    ['open and not yet due', { status: 'open', dueOn: '2026-06-01', onTime: null }, { total: 1, open: 1 }],
    ['open and past its day', { status: 'open', dueOn: '2026-05-31', onTime: null }, { total: 1, open: 1, overdue: 1 }],
    ['in review, handed in on time', { status: 'in-review', dueOn: '2026-05-31', onTime: true }, { total: 1, inReview: 1, onTime: 1 }],
    ['returned, handed in late', { status: 'returned', dueOn: '2026-05-31', onTime: false }, { total: 1, returned: 1, late: 1 }],
    ['accepted', { status: 'accepted', dueOn: '2026-05-31', onTime: true }, { total: 1, accepted: 1, onTime: 1 }],
    ['in review, handed in within an extension', { status: 'in-review', dueOn: '2026-05-20', extendedTo: '2026-05-31', onTime: true, byExtension: true }, { total: 1, inReview: 1, onTimeExtended: 1 }],
    ['open within an extension', { status: 'open', dueOn: '2026-05-20', extendedTo: '2026-06-01', onTime: null }, { total: 1, open: 1 }],
    ['open after an extension', { status: 'open', dueOn: '2026-05-20', extendedTo: '2026-05-31', onTime: null }, { total: 1, open: 1, overdue: 1 }],
    ['not applicable, though past its day', { status: 'not-applicable', dueOn: '2026-05-20', onTime: null }, { notApplicable: 1 }],
    ['confirmed without an upload', { status: 'accepted', dueOn: '2026-05-31', onTime: null }, { total: 1, accepted: 1 }],
  ] as const)('%s', (_, fact, expected) => expect(count(EMPTY_TALLY, fact, today)).toEqual(tally(expected)));
});

describe('adding numbers', () => {
  it('adds field by field', () => {
    expect(add(tally({ total: 2, open: 2 }), tally({ total: 1, accepted: 1 }))).toEqual(tally({ total: 3, open: 2, accepted: 1 }));
  });

  it('takes a number that was not kept yet for none', () => {
    const { notApplicable: _, ...older } = tally({ total: 2 });
    expect(add(older as typeof EMPTY_TALLY, tally({ notApplicable: 1 }))).toEqual(tally({ total: 2, notApplicable: 1 }));
  });

  it('adds project by project, also those that only one side has', () => {
    const both = addByProject({ '1': tally({ total: 1 }) }, { '1': tally({ total: 2 }), '2': tally({ total: 4 }) });
    expect(both).toEqual({ '1': tally({ total: 3 }), '2': tally({ total: 4 }) });
    expect(sum(both)).toEqual(tally({ total: 7 }));
  });
});
