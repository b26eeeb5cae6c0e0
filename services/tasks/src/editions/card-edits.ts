import type { CardEdit, EditCard, SubtaskFields } from '@aigaq/api';
import { CardEditedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { type Card, type CardProject, type CardSubtask, type CardTask, subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { type Edition, fittingDates, type Person, personOf, refuseUnlessDraft, withChange } from './edition.js';

type Item = CardProject | CardTask | CardSubtask;
type Level = 'project' | 'task' | 'subtask';
type Edited = Pick<Edition, 'card' | 'dates' | 'year' | 'edition' | 'rollover'>;

const KEPT_EDITS = 50;

/** Changes a draft in the editor: all edits or none, and only if nobody else changed it since the one who asks saw it. */
export function editCard(state: Edition & { version: number }, { revision, edits }: EditCard, by: Person, now: Date): Decision<Edition> {
  refuseUnlessDraft(state);
  refuseStale(state, revision);
  const { card, dates, rollover } = edits.reduce<Edited>((edited, edit) => applied(edited, edit), state);
  const codes = [...new Set(edits.map(({ code }) => code))];
  const told = event(CardEditedSchema, { edition: state.edition, version: state.cardVersion, codes });
  const fitting = state.year === null ? dates : fittingDates(card, state.year, dates);
  return { next: withEdit({ ...state, card, dates: fitting, ...(rollover && { rollover }) }, codes, by, now), events: [told] };
}

/** Remembers who changed what, for those who work on the draft beside him. */
export function withEdit(state: Edition & { version: number }, codes: string[], by: Person, now: Date): Edition & { version: number } {
  const made = { revision: state.version, by: personOf(by), at: now, codes };
  return { ...state, changedBy: personOf(by), edits: [...state.edits, made].slice(-KEPT_EDITS) };
}

/** @throws edition.changed_meanwhile, which tells who changed what */
export function refuseStale({ version, edits, edition, changedBy }: Edition & { version: number }, revision: number): void {
  if (version === revision) {
    return;
  }
  const missed = edits.filter((edit) => edit.revision >= revision);
  const names = [...new Set(missed.map(({ by }) => by.name))];
  const by = names.length > 0 ? names.join(', ') : (changedBy?.name ?? '');
  throw editionErrors.changed_meanwhile({ edition, revision: version, by, codes: [...new Set(missed.flatMap(({ codes }) => codes))].join(', ') });
}

/** The copy is this function's own, so it may be changed in place. */
function applied(edited: Edited, edit: CardEdit): Edited {
  const card = copyOf(edited.card);
  switch (edit.act) {
    case 'name':
      itemOf(card, edit.level, edit.code).title = edit.title;
      return { ...edited, card };
    case 'change':
      change(subtaskOf(card, edit.code), edit.fields);
      return { ...edited, card };
    case 'dates':
      return dated(edited, edit);
    case 'map':
      return mapped(edited, edit);
    case 'add':
      return added({ ...edited, card }, edit);
    case 'move':
      move(card, edit);
      return { ...edited, card };
    case 'remove':
      remove(card, edit);
      return { ...edited, card };
  }
}

/** A card is data that JSON keeps as they are. */
function copyOf<T extends object>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}

function change(subtask: CardSubtask, { executors, audience, ...fields }: SubtaskFields): void {
  Object.assign(subtask, fields);
  if (executors) {
    subtask.executors.text = executors;
  }
  if (audience) {
    subtask.audience.kinds = audience;
  }
}

/** Which of the old subtasks it grew out of. */
function mapped(edited: Edited, { code, from }: CardEdit & { act: 'map' }): Edited {
  subtaskOf(edited.card, code);
  if (!edited.rollover) {
    throw editionErrors.no_map({ edition: edited.edition });
  }
  return { ...edited, rollover: { ...edited.rollover, origins: { ...edited.rollover.origins, [code]: from } } };
}

function dated(edited: Edited, { code, dates: days }: CardEdit & { act: 'dates' }): Edited {
  const { card, dates, year } = edited;
  subtaskOf(card, code);
  const set = days.reduce((all, each) => withChange(card, year ?? Number(each.period.slice(0, 4)), all, { subtask: code, ...each }), dates);
  return { ...edited, dates: set };
}

function added(edited: Edited, { level, parent, code, title, like }: CardEdit & { act: 'add' }): Edited {
  const { card, dates } = edited;
  if (listsOf(card, level).some((list) => list.some((item) => item.code === code))) {
    throw editionErrors.code_taken({ code });
  }
  const siblings = childrenOf(card, level, parent);
  const named = { code, title, kkStatus: 'proposed' as const };
  if (level !== 'subtask') {
    siblings.push(level === 'project' ? { ...named, tasks: [] } : { ...named, subtasks: [] });
    return edited;
  }
  const pattern = subtaskOf(card, like ?? '');
  siblings.push({ ...copyOf(pattern), ...named, description: title, sourceText: title.ru, notes: [], related2022: [], sourceLines: '' });
  return { ...edited, dates: { ...dates, [code]: dates[pattern.code] ?? [] } };
}

function move(card: Card, { level, code, parent, position }: CardEdit & { act: 'move' }): void {
  const item = itemOf(card, level, code);
  const target = childrenOf(card, level, parent);
  takeOut(card, level, code);
  target.splice(position - 1, 0, item);
}

function remove(card: Card, { level, code }: CardEdit & { act: 'remove' }): void {
  const item = itemOf(card, level, code);
  const below = 'tasks' in item ? item.tasks : 'subtasks' in item ? item.subtasks : [];
  if (below.length > 0) {
    throw editionErrors.not_empty({ code });
  }
  takeOut(card, level, code);
}

function takeOut(card: Card, level: Level, code: string): void {
  for (const list of listsOf(card, level)) {
    const at = list.findIndex((item) => item.code === code);
    if (at >= 0) {
      list.splice(at, 1);
    }
  }
}

/** The lists in which things of a level stand. */
function listsOf({ projects }: Card, level: Level): Item[][] {
  const lists = { project: [projects], task: projects.map(({ tasks }) => tasks), subtask: projects.flatMap(({ tasks }) => tasks.map(({ subtasks }) => subtasks)) };
  return lists[level];
}

function itemOf(card: Card, level: Level, code: string): Item {
  const found = listsOf(card, level).flat().find((item) => item.code === code);
  if (!found) {
    throw editionErrors.unknown_code({ code });
  }
  return found;
}

function subtaskOf(card: Card, code: string): CardSubtask {
  const found = subtasksOf(card).find((subtask) => subtask.code === code);
  if (!found) {
    throw editionErrors.unknown_code({ code });
  }
  return found;
}

/** The list in which something of the level may stand. */
function childrenOf(card: Card, level: Level, parent: string | null): Item[] {
  const found = level === 'project' ? undefined : listsOf(card, level === 'task' ? 'project' : 'task').flat().find((item) => item.code === parent);
  const list = level === 'project' && parent === null ? card.projects : found && ('tasks' in found ? found.tasks : 'subtasks' in found ? found.subtasks : undefined);
  if (!list) {
    throw editionErrors.wrong_parent({ parent: parent ?? '' });
  }
  return list;
}
