import { CardChangesAnnouncedSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';

/** How far the bodies that an amendment concerns were asked to take note; its id is that of the version. */
export interface Announcement {
  id: string;
  edition: string;
  cardVersion: number;
  status: 'running' | 'done';
  /** Bodies are asked in the order of their ids: up to this one all were. */
  lastBody: string;
  bodies: number;
}

/** Told and recorded in one write, once the acknowledgements of these bodies are stored. */
export function announceTo(state: Announcement, organisationIds: readonly string[], isLast: boolean): Decision<Announcement> {
  const { edition, cardVersion: version } = state;
  const next: Announcement = {
    ...state,
    status: isLast ? 'done' : 'running',
    lastBody: organisationIds.at(-1) ?? state.lastBody,
    bodies: state.bodies + organisationIds.length,
  };
  const told = event(CardChangesAnnouncedSchema, { edition, version, organisationIds: [...organisationIds] });
  return { next, events: organisationIds.length === 0 ? [] : [told] };
}
