import type { Act } from '@aigaq/identity';
import type { Answer } from '@aigaq/testing';
import type { Family } from './country.js';
import type { World } from './world.js';

/** Path parameters, query and body of one request. */
export interface Ask {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

interface Common {
  /** @param target the body whose thing is asked for */
  ask: (world: World, target: string) => Ask;
  /** Codes of refusals that come only after the decision about access, and therefore count as allowed. */
  after?: readonly string[];
}

/** About a thing of one body. */
interface OfThing extends Common {
  kind: 'thing';
  family: Family;
  /** The act that shows the thing, when the endpoint asks for another one: what one sees is refused in the open. */
  reads?: Act;
  /** The code that says: there is no such thing. */
  hidden: string;
}

/** A list that is asked for what belongs to one body: it has it or has it not. */
interface OfList extends Common {
  kind: 'list';
  family: Family;
  /** Whether the answer shows the thing of the target. */
  shows: (answer: Answer['body'], target: string, world: World) => boolean;
}

/** About what belongs to no body. */
interface OfCountry extends Common {
  kind: 'country';
}

/** About what is one's own, whatever roles one has; the example asks for what is another's, or for the list of one's own. */
interface OfPerson extends Common {
  kind: 'person';
  /** The code for what is another's; a list has none. */
  hidden?: string;
}

export type Example = OfThing | OfList | OfCountry | OfPerson;

type Item = Record<string, unknown>;

export const has = (items: Item[], isIt: (item: Item) => boolean): boolean => items.some(isIt);
export const ofOrganisation = (id: string) => (item: Item): boolean => (item['organisation'] as { id: string }).id === id;
/** The body itself, in the path. */
export const ofBodyId = (_: World, target: string): Ask => ({ path: { id: target } });
