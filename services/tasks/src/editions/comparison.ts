import type { CardChange, ComparedSubtask } from '@aigaq/api';
import { type CardSubtask, subtasksOf } from '@aigaq/reference';
import { diffCards } from './card-diff.js';
import type { Edition } from './edition.js';

/** The edition to which `related2022` of the reference data refers. */
const PILOT = '2022';
const RANGE = /^((?:\d+\.)*)(\d+)-\1(\d+)$/;

/** What became of the subtasks of one edition in another, by the map of codes: matched, changed, added, removed. */
export function compareEditions(before: Edition, after: Edition): ComparedSubtask[] {
  const old = new Map(subtasksOf(before.card).map((subtask) => [subtask.code, subtask]));
  const rows = subtasksOf(after.card).map((subtask) => {
    const origins = originsOf(subtask, before, after).flatMap((code) => old.get(code) ?? []);
    return rowOf(subtask, origins);
  });
  const kept = new Set(rows.flatMap((row) => row.before.map(({ code }) => code)));
  const removed = [...old.values()].filter(({ code }) => !kept.has(code));
  return [...rows, ...removed.map(({ code, title }): ComparedSubtask => ({ kind: 'removed', after: null, before: [{ code, title }], changes: [] }))];
}

function rowOf(subtask: CardSubtask, origins: readonly CardSubtask[]): ComparedSubtask {
  const [origin, ...others] = origins;
  const changes = origin && others.length === 0 ? changesOf(origin, subtask) : [];
  const kind = origin === undefined ? 'added' : changes.length > 0 ? 'changed' : 'matched';
  return { kind, after: { code: subtask.code, title: subtask.title }, before: origins.map(({ code, title }) => ({ code, title })), changes };
}

function changesOf(origin: CardSubtask, subtask: CardSubtask): CardChange[] {
  const alone = (one: CardSubtask): Parameters<typeof diffCards>[0] => {
    const named = { title: one.title, kkStatus: one.kkStatus };
    const projects = [{ code: '', ...named, tasks: [{ code: '', ...named, subtasks: [{ ...one, code: subtask.code }] }] }];
    return { edition: '', year: null, dates: {}, card: { meta: { title: one.title, edition: '', version: '', source: '', proposed: [], openQuestions: [] }, projects } };
  };
  return diffCards(alone(origin), alone(subtask)).filter(({ level }) => level === 'subtask');
}

/** By the map of the roll-over, by what the reference data say of the pilot, else by the same code. */
export function originsOf({ code, related2022 }: CardSubtask, before: Edition, after: Edition): string[] {
  if (after.rollover?.fromEdition === before.edition) {
    return after.rollover.origins[code] ?? [];
  }
  return before.edition === PILOT ? related2022.flatMap(codesOf) : [code];
}

/** `2.1.1-2.1.9` names nine codes. */
function codesOf(related: string): string[] {
  const [, stem = '', first = '', last = ''] = RANGE.exec(related) ?? [];
  const count = Number(last) - Number(first) + 1;
  return first === '' ? [related] : Array.from({ length: Math.max(0, count) }, (_, at) => `${stem}${Number(first) + at}`);
}
