import { supervised } from '@aigaq/kernel';
import { wordsOf } from './bodies/body.search.js';

interface Listed {
  id: string;
  scope: readonly string[];
  searchWords: readonly string[];
}

/** What somebody may look at. */
export interface Sight<T> {
  /** The bodies from which he looks; all that he sees is one of these, under or supervised by one. */
  roots: readonly string[] | 'all';
  sees: (thing: T) => boolean;
}

export interface PageWanted {
  /** The key of the last that was shown. */
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
}

/**
 * Things in memory in the order in which people look at them. It keeps their order, scopes and words: made anew when one of these changes;
 * all else of a thing is as `things` has it at the moment.
 */
export class OrderedIndex<T extends Listed> {
  private readonly ids: readonly string[];
  private readonly keys: readonly string[];
  private readonly all: readonly number[];
  /** Places in the order, ascending. */
  private readonly byScope = new Map<string, number[]>();
  private words: { word: string; place: number }[] | undefined;

  constructor(
    private readonly things: ReadonlyMap<string, { value: T }>,
    keyOf: (thing: T) => string,
  ) {
    const ordered = [...things.values()].map(({ value }) => ({ key: keyOf(value), value })).sort((one, other) => compare(one.key, other.key));
    this.ids = ordered.map(({ value }) => value.id);
    this.keys = ordered.map(({ key }) => key);
    this.all = [...ordered.keys()];
    for (const [place, { value }] of ordered.entries()) {
      for (const entry of value.scope) {
        this.byScope.set(entry, this.byScope.get(entry) ?? []);
        this.byScope.get(entry)?.push(place);
      }
    }
  }

  find(id: string, { sees }: Pick<Sight<T>, 'sees'>): T | undefined {
    const thing = this.things.get(id)?.value;
    return thing && sees(thing) ? thing : undefined;
  }

  /** In order; one more than asked for when there are more. */
  page({ roots, sees }: Sight<T>, { cursor, limit, search = '' }: PageWanted, fits: (thing: T) => boolean): T[] {
    const places = search.trim() === '' ? this.within(roots) : this.searched(search);
    const first = cursor === undefined ? 0 : firstWhere(places.length, (at) => (this.keys[places[at] ?? 0] ?? '') > cursor);
    const found: T[] = [];
    for (let at = first; at < places.length && found.length <= limit; at += 1) {
      const thing = this.find(this.ids[places[at] ?? 0] ?? '', { sees });
      if (thing && fits(thing)) {
        found.push(thing);
      }
    }
    return found;
  }

  private within(roots: Sight<T>['roots']): readonly number[] {
    if (roots === 'all') {
      return this.all;
    }
    const lists = roots.flatMap((root) => [root, supervised(root)]).flatMap((entry) => [this.byScope.get(entry) ?? []]).filter((list) => list.length > 0);
    return lists.length > 1 ? ascending(lists.flat()) : (lists[0] ?? []);
  }

  /** Those of which each word of the search begins a word. The rarest is looked up; those found are asked for the others. */
  private searched(search: string): readonly number[] {
    const ranges = wordsOf(search).map((word) => ({ word, ...this.beginningWith(word) }));
    const [rarest, ...others] = ranges.sort((one, other) => one.end - one.start - (other.end - other.start));
    const places = rarest ? (this.words ?? []).slice(rarest.start, rarest.end).map(({ place }) => place) : [];
    const wordsAt = (place: number) => this.things.get(this.ids[place] ?? '')?.value.searchWords ?? [];
    return ascending(places.filter((place) => others.every(({ word }) => wordsAt(place).some((one) => one.startsWith(word)))));
  }

  private beginningWith(beginning: string): { start: number; end: number } {
    const words = (this.words ??= this.wordsInOrder());
    const wordAt = (at: number) => words[at]?.word ?? '';
    const start = firstWhere(words.length, (at) => wordAt(at) >= beginning);
    return { start, end: firstWhere(words.length, (at) => wordAt(at) >= beginning && !wordAt(at).startsWith(beginning)) };
  }

  private wordsInOrder(): { word: string; place: number }[] {
    const words = this.ids.flatMap((id, place) => (this.things.get(id)?.value.searchWords ?? []).map((word) => ({ word, place })));
    return words.sort((one, other) => compare(one.word, other.word));
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function ascending(places: readonly number[]): number[] {
  return [...new Set(places)].sort((one, other) => one - other);
}

/** The first place at which it holds, and from which on it holds. */
function firstWhere(length: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
