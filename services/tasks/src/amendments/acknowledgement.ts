import { CardChangesAcknowledgedSchema, event, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import { type Edition, type Person, personOf } from '../editions/edition.js';

/** That a body whose unfinished work an amendment changes has to take note of it, and who did. */
export interface Acknowledgement {
  /** Deterministic, so that asking may be repeated: `2024:2:akimat-kostanay-auliekol`. */
  id: string;
  edition: string;
  cardVersion: number;
  organisationId: string;
  scope: string[];
  askedAt: Date;
  state: 'pending' | 'given';
  by: Person | null;
  at: Date | null;
}

export type AmendedVersion = Pick<Edition, 'id' | 'edition' | 'cardVersion'>;

export function askBody(version: AmendedVersion, body: { id: string; scope: string[] }, now: Date): Acknowledgement {
  const { edition, cardVersion } = version;
  return {
    id: `${version.id}:${body.id}`,
    ...{ edition, cardVersion },
    organisationId: body.id,
    scope: body.scope,
    askedAt: now,
    ...{ state: 'pending', by: null, at: null },
  };
}

/** The first who takes note does it for his body; again changes nothing. */
export function acknowledge(state: Acknowledgement, by: Person, now: Date): Decision<Acknowledgement> | undefined {
  if (state.state === 'given') {
    return undefined;
  }
  const { edition, cardVersion: version, organisationId } = state;
  const told = event(CardChangesAcknowledgedSchema, { edition, version, organisationId, acknowledgedBy: personOf(by), acknowledgedAt: timestampFromDate(now) });
  return { next: { ...state, state: 'given', by: personOf(by), at: now }, events: [told] };
}
