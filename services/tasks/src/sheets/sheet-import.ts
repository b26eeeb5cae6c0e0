import type { CardChange, PeriodDays } from '@aigaq/api';
import { Day } from '@aigaq/api';
import { CardEditedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { subtasksOf } from '@aigaq/reference';
import { diffCards } from '../editions/card-diff.js';
import { refuseStale, withEdit } from '../editions/card-edits.js';
import { type Edition, explained, type Person, refuseUnlessDraft } from '../editions/edition.js';
import { periodsOf } from '../editions/periods.js';
import { cardOfSheets, type SheetCard } from './card-of-sheets.js';
import type { Sheet } from './card-sheets.js';
import { fault, rowsOfSheets, type SheetFault, type SheetRow } from './sheet-rows.js';

/** What would become of a draft by a spreadsheet: with one fault nothing does. */
export interface SheetPlan {
  faults: SheetFault[];
  changes: CardChange[];
  /** Absent with a fault, and where nothing changes. */
  decision?: Decision<Edition>;
}

/** Reads the sheets as the whole new draft; `revision` is that of the draft which was exported. */
export function planSheetImport(state: Edition & { version: number }, { revision, sheets }: { revision: number; sheets: readonly Sheet[] }, by: Person, now: Date): SheetPlan {
  refuseUnlessDraft(state);
  refuseStale(state, revision);
  const { rows, faults: strange } = rowsOfSheets(sheets);
  if (strange.length > 0) {
    return { faults: strange, changes: [] };
  }
  const { faults, read } = cardOfSheets(rows, state.edition);
  const all = read ? [...faults, ...yearFaults(state, read), ...dayFaults(rows.dates, read)] : faults;
  if (!read || all.length > 0) {
    return { faults: all, changes: [] };
  }
  const next = { ...state, ...read, dates: datesWithReasons(read.dates, state.dates) };
  const changes = diffCards(state, next);
  const codes = [...new Set(changes.map(({ code }) => code))];
  const told = event(CardEditedSchema, { edition: state.edition, version: state.cardVersion, codes });
  const decision = { next: withEdit(next, codes, by, now), events: [told] };
  return { faults: [], changes, ...(changes.length > 0 && { decision }) };
}

/** A spreadsheet has days and no reasons. */
function datesWithReasons(read: SheetCard['dates'], before: Edition['dates']): Edition['dates'] {
  const explainedOf = (code: string, periods: readonly PeriodDays[]) => periods.map((days) => explained(days, before[code]?.find(({ period }) => period === days.period)));
  return Object.fromEntries(Object.entries(read).map(([code, periods]) => [code, explainedOf(code, periods)]));
}

function yearFaults({ cardVersion, year }: Edition, read: SheetCard): SheetFault[] {
  const isWrong = cardVersion > 1 ? read.year !== year : read.year !== null && !Number.isInteger(read.year);
  return isWrong ? [fault('other_year', 'card', { column: 'value', year: String(year ?? '') })] : [];
}

function dayFaults(rows: readonly SheetRow[], { card, year, dates }: SheetCard): SheetFault[] {
  const periods = new Map(subtasksOf(card).map(({ code, period }) => [code, year === null ? [] : periodsOf(period, year)]));
  return rows.flatMap(({ number: row, cells }) => {
    const { subtask = '', period = '' } = cells;
    const wrong = ['opens_on', 'due_on', 'locked_on'].filter((column) => !Day.safeParse(cells[column]).success);
    const days = dates[subtask]?.filter((each) => each.period === period) ?? [];
    return [
      ...wrong.map((column) => fault('bad_day', 'dates', { row, column, value: cells[column] ?? '' })),
      ...(periods.get(subtask)?.includes(period) === true ? [] : [fault('unknown_period', 'dates', { row, column: 'period', value: period })]),
      ...(days.length > 1 ? [fault('twice', 'dates', { row, column: 'period', value: period })] : []),
      ...(wrong.length === 0 && !days.every(isOrdered) ? [fault('disordered', 'dates', { row, column: 'due_on' })] : []),
    ];
  });
}

const isOrdered = ({ opensOn, dueOn, lockedOn }: PeriodDays): boolean => opensOn <= dueOn && dueOn <= lockedOn;
