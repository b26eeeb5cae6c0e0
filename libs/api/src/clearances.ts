import { z } from 'zod';
import { BodyName, Day, PageQuery, PersonName } from './values.js';

/** Why a subtask is secret: data on whistle-blowers (2.1.1), tax secrecy (2.5.5). */
export const SecrecyClass = z.enum(['restricted', 'tax']);
export type SecrecyClass = z.infer<typeof SecrecyClass>;

/** One line of a name list: this person may see what is secret for that reason, as far as his role reaches. */
export const ClearanceView = z.object({
  id: z.string(),
  person: PersonName,
  secrecy: SecrecyClass,
  organisation: BodyName,
  from: Day,
  until: Day.nullable(),
  /** Order or list by which the person was named. */
  basis: z.string(),
});
export type ClearanceView = z.infer<typeof ClearanceView>;
/** GET /api/organisations/clearances */
export const ClearancesQuery = PageQuery.extend({ secrecy: SecrecyClass.optional() });
export type ClearancesQuery = z.infer<typeof ClearancesQuery>;
/** POST /api/organisations/clearances, POST …/:id/end */
export const GrantClearance = z.strictObject({
  personId: z.string().max(60),
  organisationId: z.string().max(80),
  secrecy: SecrecyClass,
  from: Day,
  until: Day.nullable().default(null),
  basis: z.string().trim().min(3).max(300),
});
export type GrantClearance = z.infer<typeof GrantClearance>;
export const EndClearance = z.strictObject({ reason: z.string().trim().min(3).max(500) });
export type EndClearance = z.infer<typeof EndClearance>;

/** What a reader of a secret thing says he needs it for; recorded with the read. */
export const PurposeQuery = z.strictObject({ purpose: z.string().trim().min(3).max(300).optional() });
export type PurposeQuery = z.infer<typeof PurposeQuery>;
