import { event, OrganisationChangedSchema, OrganisationRegisteredSchema } from '@aigaq/contracts';
import type { NewEvent } from '@aigaq/kernel';
import type { Body } from './body.js';

export function registered(body: Body, version: number): NewEvent {
  return event(OrganisationRegisteredSchema, { organisation: told(body, version, '') });
}

/** @param reason in the words of the one who changed it; empty for what follows from another change or from the day */
export function changed(body: Body, version: number, reason: string): NewEvent {
  return event(OrganisationChangedSchema, { organisation: told(body, version, reason) });
}

// Proto has no null: an empty text says "none".
function told(body: Body, version: number, reason: string) {
  const { id, kind, name, ancestorIds, supervisorIds, validFrom, successorIds } = body;
  return {
    id,
    kind,
    name,
    bin: body.bin ?? '',
    parentId: body.parentId ?? '',
    ancestorIds: [...ancestorIds],
    supervisorIds: [...supervisorIds],
    regionId: body.regionId ?? '',
    validFrom,
    validUntil: body.validUntil ?? '',
    version,
    names: body.names.map(({ until, ...called }) => ({ ...called, until: until ?? '' })),
    legalForm: body.legalForm ?? '',
    successorIds: [...successorIds],
    reason,
  };
}
