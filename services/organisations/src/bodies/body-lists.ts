import type { BodiesQuery } from '@aigaq/api';
import { wordsOf } from './body.search.js';

export type BodiesWanted = BodiesQuery;

/** What the address says for bodies without a superior. */
const NONE = 'none';

type Condition = Record<string, unknown>;

/** The conditions of a list besides the scope of the one who asks. */
export function conditionsOf({ parentId, supervisorId, kind, regionId, search, closed, cursor }: BodiesWanted, today: string): Condition[] {
  return [
    ...(parentId === undefined ? [] : [parentId === NONE ? { parentId: null, supervisorIds: [] } : { parentId }]),
    ...(supervisorId === undefined ? [] : [{ supervisorIds: supervisorId }]),
    ...(kind === undefined ? [] : [{ kind }]),
    ...(regionId === undefined ? [] : [{ regionId }]),
    ...(search === undefined || search.trim() === '' ? [] : searched(search)),
    ...(closed ? [] : [{ $or: [{ validUntil: null }, { validUntil: { $gte: today } }] }]),
    ...(cursor === undefined ? [] : [{ _id: { $gt: cursor } }]),
  ];
}

/** Each word of the search begins a word of the body; letters and digits alone need no escaping, and a fixed beginning uses the index. */
function searched(search: string): Condition[] {
  const words = wordsOf(search);
  return words.length === 0 ? [{ _id: { $in: [] } }] : words.map((word) => ({ searchWords: { $regex: `^${word}` } }));
}
