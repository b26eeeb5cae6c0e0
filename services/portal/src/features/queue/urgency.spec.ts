import type { AssignmentRow } from '@aigaq/api';
import { byUrgency, urgencyOf } from './urgency.js';

const row = (id: string, given: Partial<AssignmentRow>): AssignmentRow => ({
  id,
  edition: '2024',
  subtask: id,
  secrecy: 'none',
  masked: false,
  title: { kk: id, ru: id },
  kkProposed: true,
  organisation: { id: 'o', name: { kk: 'o', ru: 'o' }, kind: 'akimat-district' },
  period: '2026',
  status: 'open',
  opensOn: '2026-01-15',
  dueOn: '2026-12-10',
  punctuality: 'not-due',
  workingDaysLeft: 20,
  reviewer: null,
  machineVerdict: null,
  extendedTo: null,
  holder: null,
  zeroCase: false,
  request: null,
  steps: 0,
  ...given,
});

describe('urgency of an assignment', () => {
  it.each([
    ['overdue', row('a', { punctuality: 'overdue', workingDaysLeft: -2 })],
    ['overdue', row('a', { punctuality: 'overdue', status: 'returned', workingDaysLeft: -2 })],
    ['returned', row('a', { status: 'returned' })],
    ['soon', row('a', { workingDaysLeft: 5 })],
    ['soon', row('a', { workingDaysLeft: 0 })],
    ['later', row('a', { workingDaysLeft: 6 })],
  ])('is %s', (urgency, assignment) => {
    expect(urgencyOf(assignment)).toBe(urgency);
  });

  it('puts overdue first, then returned, then what is due sooner', () => {
    const rows = [
      row('1.1.10', { workingDaysLeft: 9 }),
      row('1.1.2', { workingDaysLeft: 9 }),
      row('2.1.1', { workingDaysLeft: 3 }),
      row('3.1.1', { status: 'returned', workingDaysLeft: 12 }),
      row('4.1.1', { punctuality: 'overdue', workingDaysLeft: -1 }),
      row('4.1.2', { punctuality: 'overdue', workingDaysLeft: -7 }),
    ];
    expect(byUrgency(rows).map((group) => [group.urgency, ...group.rows.map(({ id }) => id)])).toEqual([
      ['overdue', '4.1.2', '4.1.1'],
      ['returned', '3.1.1'],
      ['soon', '2.1.1'],
      ['later', '1.1.2', '1.1.10'],
    ]);
  });
});
