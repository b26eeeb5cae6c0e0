import { isDeepStrictEqual } from 'node:util';
import type { ImportOutcome } from '@aigaq/api';
import type { Decision, DomainError, Localised } from '@aigaq/kernel';
import type { KeptBody } from '../bodies/body-changes.js';
import type { Body, BodyHistory } from '../bodies/body.js';
import { changed, registered } from '../bodies/body.event.js';
import { type Above, idsOn, placedOn, withinLife } from '../bodies/body.place.js';
import { importErrors } from './import.errors.js';
import { draftRow, type FieldChange, type RowDraft } from './import-draft.js';
import { refusalsOf } from './import-refusals.js';
import type { RegisterRow } from './register-row.js';

export interface PlannedRow {
  number: number;
  id: string;
  name: Localised;
  outcome: ImportOutcome;
  changes: readonly FieldChange[];
  /** Last day of a body that is closed. */
  until: string;
  refusals: readonly DomainError[];
}

/** What an import makes of the register; nothing at all when one row is refused. */
export interface ImportPlan {
  rows: PlannedRow[];
  isRefused: boolean;
  created: Decision<Body>[];
  /** Also bodies that stand in no row, when something above them moved. */
  changed: { state: KeptBody; decision: Decision<Body> }[];
}

/**
 * Judges the register as it would be with all rows, wherever they stand in the file.
 * Planned again after an interruption, with the same day, it asks for what is missing and for nothing else.
 */
export function planImport(rows: readonly RegisterRow[], register: readonly KeptBody[], day: string, reason: string): ImportPlan {
  const states = new Map(register.map((body) => [body.id, body]));
  const numbers = Map.groupBy(rows, ({ cells }) => cells.id);
  const drafts = rows.map((row) => draftRow(row, states.get(row.cells.id), day));
  for (const { row, refusals } of drafts) {
    const others = (numbers.get(row.cells.id) ?? []).filter(({ number }) => number !== row.number);
    if (row.cells.id !== '' && others[0]) {
      refusals.push(importErrors.twice({ id: row.cells.id, number: others[0].number }));
    }
  }
  const whole = new Map<string, BodyHistory>(states);
  drafts.forEach(({ next }) => next && whole.set(next.id, next));
  refusalsOf(drafts, whole, day);
  const isRefused = drafts.some(({ refusals }) => refusals.length > 0);
  const writes = isRefused ? { created: [], changed: [] } : writesOf(whole, states, day, reason);
  return { rows: drafts.map(planned), isRefused, ...writes };
}

function planned({ row, state, next, changes, refusals }: RowDraft): PlannedRow {
  const { id, name_kk: kk, name_ru: ru, valid_until: until } = row.cells;
  const change = state && state.validUntil === null && next?.validUntil !== null ? 'closed' : 'changed';
  const outcome = !state ? 'created' : next === state ? 'unchanged' : change;
  return { number: row.number, id, name: { kk, ru }, until, changes, refusals, outcome: refusals.length > 0 ? 'refused' : outcome };
}

function writesOf(whole: ReadonlyMap<string, BodyHistory>, states: ReadonlyMap<string, KeptBody>, day: string, reason: string) {
  const known = placed(whole, day);
  const writes: Pick<ImportPlan, 'created' | 'changed'> = { created: [], changed: [] };
  for (const history of whole.values()) {
    const state = states.get(history.id);
    const body: Body = { ...(history as Body), organisationId: history.id, ...placedOn(history, known, day) };
    if (!state) {
      writes.created.push({ next: body, events: [registered(body, 1)] });
    } else if (!isDeepStrictEqual(body, { ...state, livingBin: state.livingBin })) {
      const { version: _, ...next } = body as KeptBody;
      writes.changed.push({ state, decision: { next, events: [changed(next, state.version + 1, history === state ? '' : reason)] } });
    }
  }
  return writes;
}

/** All bodies with their ways up on the day. */
function placed(whole: ReadonlyMap<string, BodyHistory>, day: string): Map<string, Above> {
  const known = new Map<string, Above>();
  const place = (body: BodyHistory): Above => {
    const done = known.get(body.id);
    if (done) {
      return done;
    }
    const on = withinLife(body, day);
    const parent = whole.get(idsOn(body.parents, on)[0] ?? '');
    const ancestorIds = parent ? [parent.id, ...place(parent).ancestorIds] : [];
    const above = { id: body.id, validUntil: body.validUntil, parents: body.parents, ancestorIds, supervisorIds: idsOn(body.supervisors, on) };
    known.set(body.id, above);
    return above;
  };
  whole.forEach((body) => place(body));
  return known;
}
