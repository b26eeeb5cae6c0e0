import { ROLES } from '@aigaq/kernel';
import { z } from 'zod';
import { BodyName, Day, Localised, OrganisationKind, PageQuery } from './values.js';

/** GET /api/organisations/me */
export const MeView = z.object({
  id: z.string(),
  name: z.string(),
  memberships: z.array(z.object({ organisation: BodyName, role: z.enum(ROLES) })),
  /** What the portal may offer; the services decide for themselves. */
  acts: z.array(z.string()),
});
export type MeView = z.infer<typeof MeView>;

/** GET /api/organisations/bodies */
export const BodiesQuery = PageQuery.extend({
  parentId: z.string().optional(),
  kind: OrganisationKind.optional(),
  search: z.string().max(100).optional(),
});
export type BodiesQuery = z.infer<typeof BodiesQuery>;
export const BodyRow = BodyName.extend({
  bin: z.string().nullable(),
  parentId: z.string().nullable(),
  regionId: z.string().nullable(),
  hasChildren: z.boolean(),
});
export type BodyRow = z.infer<typeof BodyRow>;

export const HeadLevel = z.enum(['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer']);
export type HeadLevel = z.infer<typeof HeadLevel>;

export const HeadView = z.object({
  id: z.string(),
  personName: Localised,
  position: Localised,
  level: HeadLevel,
  acting: z.object({ orderNumber: z.string(), orderDate: Day }).nullable(),
  from: Day,
  until: Day.nullable(),
});
export type HeadView = z.infer<typeof HeadView>;

/** GET /api/organisations/bodies/:id */
export const BodyView = BodyRow.extend({
  ancestors: z.array(BodyName),
  supervisors: z.array(BodyName),
  heads: z.array(HeadView),
});
export type BodyView = z.infer<typeof BodyView>;

/** POST /api/organisations/bodies/:id/heads */
export const AppointHead = z.strictObject({
  personName: Localised,
  position: Localised,
  level: HeadLevel,
  acting: z.strictObject({ orderNumber: z.string().min(1).max(60), orderDate: Day }).optional(),
  from: Day,
  until: Day.optional(),
});
export type AppointHead = z.infer<typeof AppointHead>;
