import { isDeepStrictEqual } from 'node:util';
import type { CardChange, CardLevel, CardPlace } from '@aigaq/api';
import type { Localised } from '@aigaq/kernel';
import type { Edition } from './edition.js';

export type DiffedCard = Pick<Edition, 'edition' | 'card' | 'year' | 'dates'>;

/** Something of a card, with its fields by path. */
interface Node {
  level: CardLevel;
  code: string;
  title: Localised;
  place: CardPlace;
  fields: Map<string, unknown>;
}

/** What differs between two cards, in the order of the later one; what was removed comes last. Codes say what is the same. */
export function diffCards(before: DiffedCard, after: DiffedCard): CardChange[] {
  const [was, is] = [nodesOf(before), nodesOf(after)];
  const moved = movedCodes(was, is);
  const later = [...is.values()].flatMap((node) => {
    const earlier = was.get(keyOf(node));
    return earlier ? [...placeChange(earlier, node, moved), ...fieldChanges(earlier, node)] : [cameOrWent('added', node)];
  });
  const gone = [...was.values()].filter((node) => !is.has(keyOf(node)));
  return [...later, ...gone.map((node) => cameOrWent('removed', node))];
}

function cameOrWent(kind: 'added' | 'removed', { level, code, title, place }: Node): CardChange {
  return { kind, level, code, title, parent: place.parent };
}

function placeChange(before: Node, { level, code, title, place }: Node, moved: ReadonlySet<string>): CardChange[] {
  return moved.has(keyOf({ level, code })) ? [{ kind: 'moved', level, code, title, before: before.place, after: place }] : [];
}

function fieldChanges(before: Node, { level, code, title, fields }: Node): CardChange[] {
  const names = [...new Set([...before.fields.keys(), ...fields.keys()])];
  return names
    .map((field) => ({ field, before: before.fields.get(field) ?? null, after: fields.get(field) ?? null }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after))
    .map((change) => ({ kind: 'changed', level, code, title, ...change }));
}

/** A card is the card, of whatever edition. */
const keyOf = ({ level, code }: { level: string; code: string }): string => (level === 'card' ? level : `${level} ${code}`);

function nodesOf({ edition, card, year, dates }: DiffedCard): Map<string, Node> {
  const { projects, ...rest } = card;
  const whole: Node = { level: 'card', code: edition, title: card.meta.title, place: { parent: null, position: 1 }, fields: fieldsOf({ ...rest, year }) };
  const below = projects.flatMap((project, at) => [
    nodeOf('project', project, { parent: null, position: at + 1 }),
    ...project.tasks.flatMap((task, among) => [
      nodeOf('task', task, { parent: project.code, position: among + 1 }),
      ...task.subtasks.map((subtask, position) => {
        const days = (dates[subtask.code] ?? []).map(({ period, reasons: _, ...each }) => [`dates.${period}`, each] as const);
        const node = nodeOf('subtask', subtask, { parent: task.code, position: position + 1 });
        return { ...node, fields: new Map<string, unknown>([...node.fields, ...days]) };
      }),
    ]),
  ]);
  return new Map([whole, ...below].map((node) => [keyOf(node), node]));
}

function nodeOf(level: CardLevel, item: { code: string; title: Localised }, place: CardPlace): Node {
  const own = Object.entries(item).filter(([field]) => !['code', 'tasks', 'subtasks'].includes(field));
  return { level, code: item.code, title: item.title, place, fields: fieldsOf(Object.fromEntries(own)) };
}

/** Objects are gone into, texts in two languages and lists are values. */
function fieldsOf(item: object, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(item).flatMap(([field, value]: [string, unknown]): [string, unknown][] =>
      isGroup(value) ? [...fieldsOf(value, `${before}${field}.`)] : [[`${before}${field}`, value]],
    ),
  );
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('kk' in value && 'ru' in value);
}

/** What stands elsewhere: under another parent, or among those that stayed with the parent, the fewest that explain their new order. */
function movedCodes(was: ReadonlyMap<string, Node>, is: ReadonlyMap<string, Node>): ReadonlySet<string> {
  const kept = [...is.values()].filter((node) => was.has(keyOf(node)));
  const isElsewhere = (node: Node): boolean => was.get(keyOf(node))?.place.parent !== node.place.parent;
  const stayed = Map.groupBy(kept.filter((node) => !isElsewhere(node)), ({ level, place }) => `${level} ${place.parent ?? ''}`);
  const reordered = [...stayed.values()].flatMap((siblings) => {
    const inOrder = longestRising(siblings.map((node) => was.get(keyOf(node))?.place.position ?? 0));
    return siblings.filter((_, at) => !inOrder.has(at));
  });
  return new Set([...kept.filter(isElsewhere), ...reordered].map(keyOf));
}

/** The indexes of a longest rising part of the numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const chains: number[][] = [];
  numbers.forEach((number, at) => {
    const before = chains.filter((chain) => (numbers[chain.at(-1) ?? 0] ?? 0) < number);
    const longest = before.reduce<number[]>((best, chain) => (chain.length > best.length ? chain : best), []);
    chains.push([...longest, at]);
  });
  return new Set(chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []));
}
