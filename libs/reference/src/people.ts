import { ROLES } from '@aigaq/kernel';
import { z } from 'zod';
import { isoDay, meta, signerLevel, text } from './vocabulary.js';

const person = z.strictObject({
  /** The `sub` of the access token. */
  id: z.uuid(),
  username: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.email(),
  locale: z.enum(['kk', 'ru']),
  memberships: z.array(z.strictObject({ organisationId: z.string(), role: z.enum(ROLES), from: isoDay })).min(1),
});
export const peopleSchema = z.strictObject({ meta, people: z.array(person) });

const head = z.strictObject({
  /** `<organisationId>:<n>` */
  id: z.string(),
  organisationId: z.string(),
  /** The chair within its body; deputies have several. */
  chairId: z.string(),
  personName: text,
  position: text,
  level: signerLevel,
  /** The order by which somebody acts in the chair; `level` is the level of the chair. */
  acting: z.strictObject({ orderNumber: z.string(), orderDate: isoDay }).optional(),
  from: isoDay,
  /** Last day, inclusive; null: still in office. */
  until: isoDay.nullable(),
});
export const headsSchema = z.strictObject({ meta, heads: z.array(head) });

export type DemonstrationPerson = z.infer<typeof person>;
export type Head = z.infer<typeof head>;
