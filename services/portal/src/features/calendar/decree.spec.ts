import type { CalendarYearView } from '@aigaq/api';
import { decreeOf, enteredOf } from './decree.js';

const name = { kk: 'К', ru: 'К' };
const view = {
  ...{ version: 2, isForecast: true, moved: [{ workingDay: '2026-06-13', dayOff: '2026-05-29' }] },
  holidays: [
    { date: '2026-01-01', key: 'new_year', kind: 'state', name },
    { date: '2026-05-27', key: 'kurban', kind: 'religious', name },
  ],
} as unknown as CalendarYearView;
const entered = { ...enteredOf(view), source: ' Приказ № 1 ' };

describe('a decree in the form', () => {
  it('begins with the year as it is', () => {
    expect(enteredOf(view)).toEqual({ source: '', isForecast: true, moved: view.moved, religious: { 1: '2026-05-27' } });
  });

  it('is sent whole, based on the version that was looked at', () => {
    const sent = decreeOf(view, { ...entered, religious: { 1: '2026-05-28' } }, true);
    expect(sent).toEqual({
      ...{ dryRun: true, basedOn: 2, source: 'Приказ № 1', isForecast: true, moved: view.moved },
      holidays: [view.holidays[0], { ...view.holidays[1], date: '2026-05-28' }],
    });
  });

  it.each([
    ['a source', { source: '  ab ' }],
    ['a day given up', { moved: [{ workingDay: '', dayOff: '2026-05-29' }] }],
    ['a day given', { moved: [{ workingDay: '2026-06-13', dayOff: '' }] }],
    ['the day of a holiday', { religious: { 1: '' } }],
  ])('is not sent without %s', (_what, change) => {
    expect(decreeOf(view, { ...entered, ...change }, true)).toBeUndefined();
  });
});
