import { DomainError } from '@aigaq/kernel';
import { type KeptBody, moved, renamed, supervised } from '../bodies/body-changes.js';
import { bodyErrors } from '../bodies/body.errors.js';
import { type BodyHistory, closedOn, historyOf, refuseBadBody } from '../bodies/body.js';
import { withinLife } from '../bodies/body.place.js';
import { importErrors } from './import.errors.js';
import { bodyOfRow, type Cells, type Column, COLUMNS, faultsOf, type RegisterRow, type RowBody, rowOfBody } from './register-row.js';

/** What one column says now and would say. */
export interface FieldChange {
  column: Column;
  from: string;
  to: string;
}

/** A row with what it would make of its body, before it is judged together with the others. */
export interface RowDraft {
  row: RegisterRow;
  state: KeptBody | undefined;
  /** `state` itself when the row changes nothing; absent when it cannot be read. */
  next?: BodyHistory;
  changes: FieldChange[];
  refusals: DomainError[];
}

/** @param day on which changes come into force */
export function draftRow(row: RegisterRow, state: KeptBody | undefined, day: string): RowDraft {
  const changes = state ? differences(rowOfBody(state), row.cells) : [];
  const refusals = faultsOf(row.cells);
  if (refusals.length > 0) {
    return { row, state, changes, refusals };
  }
  try {
    const wanted = bodyOfRow(row.cells);
    const next = state ? changedBody(state, wanted, changes, day) : newBody(wanted);
    refuseBadBody(next);
    return { row, state, next, changes, refusals };
  } catch (error) {
    if (error instanceof DomainError) {
      return { row, state, changes, refusals: [error] };
    }
    throw error;
  }
}

function differences(before: Cells, after: Cells): FieldChange[] {
  return COLUMNS.flatMap((column) => (before[column] === after[column] ? [] : [{ column, from: before[column], to: after[column] }]));
}

function newBody(wanted: RowBody): BodyHistory {
  const { validUntil, successorIds, ...draft } = wanted;
  return { ...historyOf(draft, validUntil), successorIds };
}

function changedBody(state: KeptBody, wanted: RowBody, changes: readonly FieldChange[], day: string): KeptBody {
  const differ = (...columns: Column[]): boolean => changes.some(({ column }) => columns.includes(column));
  if (changes.length === 0) {
    return state;
  }
  if (state.validUntil !== null) {
    throw bodyErrors.closed({ bodyId: state.id, closed: state.validUntil });
  }
  if (differ('valid_from')) {
    throw importErrors.first_day_fixed({ validFrom: state.validFrom });
  }
  const from = withinLife(wanted, day);
  let next = differ('kind', 'legal_form', 'bin', 'region_id') ? { ...state, ...undated(wanted) } : state;
  next = differ('name_kk', 'name_ru', 'short_name_kk', 'short_name_ru') ? renamed(next, { name: wanted.name, shortName: wanted.shortName }, from) : next;
  next = differ('parent_id') ? moved(next, wanted.parentId, from) : next;
  next = differ('supervisor_ids') ? supervised(next, wanted.supervisorIds, from) : next;
  return wanted.validUntil === null ? next : closedOn(next, wanted.validUntil, wanted.successorIds);
}

function undated({ kind, legalForm, bin, regionId }: RowBody): Pick<BodyHistory, 'kind' | 'legalForm' | 'bin' | 'regionId'> {
  return { kind, legalForm, bin, regionId };
}
