import { CardDraftBegunSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { subtasksOf } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';
import { type Edition, type Person, personOf } from './edition.js';

/** Of an edition that was made from an older one: which of the old subtasks each of its own grew out of. */
export interface Rollover {
  fromEdition: string;
  fromVersion: number;
  /** The edition of the reference data whose upload dates are proposed. */
  reference: string;
  /** New code -> old codes; what has none is new. */
  origins: Record<string, string[]>;
}

/** The first draft of a new edition, with the card of one in force and without days: they are set for its year. */
export function rollOver(source: Edition, edition: string, by: Person): Decision<Edition> {
  if (source.status !== 'published') {
    throw editionErrors.not_published({ edition: source.edition });
  }
  const { edition: fromEdition, cardVersion: fromVersion, card } = source;
  const origins = Object.fromEntries(subtasksOf(card).map(({ code }) => [code, [code]]));
  const next: Edition = {
    ...source,
    id: edition,
    edition,
    cardVersion: 1,
    status: 'draft',
    publishedAt: null,
    card: { ...card, meta: { ...card.meta, edition } },
    ...{ year: null, dates: {} },
    changedBy: personOf(by),
    ...{ sentBy: null, approvedBy: null, sentBack: null, edits: [] },
    rollover: { fromEdition, fromVersion, reference: source.rollover?.reference ?? fromEdition, origins },
  };
  return { next, events: [event(CardDraftBegunSchema, { edition, version: 1, fromEdition, fromVersion })] };
}
