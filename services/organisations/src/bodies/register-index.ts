import type { BodiesQuery } from '@aigaq/api';
import { supervised } from '@aigaq/kernel';
import type { KeptBody } from './body-changes.js';
import { wordsOf } from './body.search.js';

/** What the address says for bodies without a superior. */
const NONE = 'none';

/** What somebody may look at. */
export interface Sight {
  /** The bodies from which he looks; all that he sees is one of these, under or supervised by one. */
  roots: readonly string[] | 'all';
  sees: (body: KeptBody) => boolean;
}

/** All bodies in memory, ordered for the lists that people look at; made anew when one has changed. */
export class RegisterIndex {
  private readonly ids: readonly string[];
  private readonly byScope = new Map<string, string[]>();
  private readonly byParent: ReadonlyMap<string | null, readonly KeptBody[]>;
  private words: { word: string; id: string }[] | undefined;

  constructor(private readonly bodies: ReadonlyMap<string, KeptBody>) {
    this.ids = [...bodies.keys()].sort();
    for (const id of this.ids) {
      for (const entry of bodies.get(id)?.scope ?? []) {
        this.byScope.set(entry, this.byScope.get(entry) ?? []);
        this.byScope.get(entry)?.push(id);
      }
    }
    this.byParent = Map.groupBy(bodies.values(), ({ parentId }) => parentId);
  }

  find(id: string, { sees }: Pick<Sight, 'sees'>): KeptBody | undefined {
    const body = this.bodies.get(id);
    return body && sees(body) ? body : undefined;
  }

  /** By id; one more than asked for when there are more. */
  page(sight: Sight, { cursor = '', limit, search = '', ...wanted }: BodiesQuery, today: string): KeptBody[] {
    const found: KeptBody[] = [];
    for (const id of search.trim() === '' ? this.within(sight.roots) : this.searched(search)) {
      const body = id > cursor ? this.find(id, sight) : undefined;
      if (body && fits(body, wanted, today)) {
        found.push(body);
      }
      if (found.length > limit) {
        break;
      }
    }
    return found;
  }

  hasChildren(id: string, today: string): boolean {
    return (this.byParent.get(id) ?? []).some((body) => isLivingOn(body, today));
  }

  predecessorsOf(id: string): KeptBody[] {
    return [...this.bodies.values()].filter(({ successorIds }) => successorIds.includes(id));
  }

  private within(roots: Sight['roots']): readonly string[] {
    if (roots === 'all') {
      return this.ids;
    }
    const ids = roots.flatMap((root) => [root, supervised(root)]).flatMap((entry) => this.byScope.get(entry) ?? []);
    return [...new Set(ids)].sort();
  }

  /** Bodies of which each word of the search begins a word, in order. */
  private searched(search: string): readonly string[] {
    const words = wordsOf(search);
    const [first, ...others] = words.map((word) => this.beginningWith(word));
    return first ? [...first].filter((id) => others.every((ids) => ids.has(id))).sort() : [];
  }

  private beginningWith(beginning: string): Set<string> {
    this.words ??= [...this.bodies.values()]
      .flatMap(({ id, searchWords }) => searchWords.map((word) => ({ word, id })))
      .sort((one, other) => (one.word < other.word ? -1 : Number(one.word > other.word)));
    const ids = new Set<string>();
    for (let place = firstNotBefore(this.words, beginning); this.words[place]?.word.startsWith(beginning); place += 1) {
      ids.add(this.words[place]?.id ?? '');
    }
    return ids;
  }
}

function firstNotBefore(words: readonly { word: string }[], beginning: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.word ?? '') < beginning) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The conditions of a list besides scope and search. */
function fits(body: KeptBody, { parentId, supervisorId, kind, regionId, closed }: Omit<BodiesQuery, 'cursor' | 'limit' | 'search'>, today: string): boolean {
  return [
    isWanted(parentId, body.parentId ?? (body.supervisorIds.length === 0 ? NONE : null)),
    supervisorId === undefined || body.supervisorIds.includes(supervisorId),
    isWanted(kind, body.kind),
    isWanted(regionId, body.regionId),
    closed || isLivingOn(body, today),
  ].every(Boolean);
}

function isWanted(wanted: string | undefined, is: string | null): boolean {
  return wanted === undefined || wanted === is;
}

function isLivingOn({ validUntil }: KeptBody, today: string): boolean {
  return validUntil === null || validUntil >= today;
}
