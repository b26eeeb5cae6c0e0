import { event, HeadAppointedSchema } from '@aigaq/contracts';
import type { NewEvent } from '@aigaq/kernel';
import type { Head } from './chairs.js';

/** What others are told of somebody's time in a chair: once when it begins, again when its end is settled. */
export function appointed(organisationId: string, { id, acting, until, ...head }: Head, reason = ''): NewEvent {
  return event(HeadAppointedSchema, { headId: id, organisationId, acting: acting !== null, ...acting, until: until ?? '', ...head, reason });
}
