import { z } from 'zod';
import { organisationKind } from './vocabulary.js';

/**
 * Whom a subtask concerns. A body is in it when all that is said fits (kind, region, level), or it is named in `include`; never when it is
 * named in `exclude`. What is absent says nothing.
 */
export const audience = z
  .strictObject({
    kinds: z.array(organisationKind),
    /** First-level units; bodies of the centre belong to none. */
    regions: z.array(z.string()).min(1).optional(),
    levels: z.array(z.enum(['central', 'regional', 'local'])).min(1).optional(),
    /** Ids of bodies or of groups (organisations/groups.json). */
    include: z.array(z.string()).min(1).optional(),
    exclude: z.array(z.string()).min(1).optional(),
  })
  .refine(({ kinds, include }) => kinds.length > 0 || include !== undefined, 'Nobody is meant.');
export type Audience = z.infer<typeof audience>;

/** A word for many bodies in the sources, and the rule by which it names them. */
export const bodyGroup = z.strictObject({
  id: z.string(),
  /** Null: open-ended, resolved to concrete bodies where it is used. */
  members: audience.nullable(),
  note: z.string(),
});
export const bodyGroupsSchema = z.object({ meta: z.unknown(), groups: z.array(bodyGroup) });
export type BodyGroup = z.infer<typeof bodyGroup>;
