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

/** Legal form of a quasi-state entity: АО, ТОО, ГКП, РГП, КГП, НАО, ГУ, ЧУ. */
export const LegalForm = z.enum(['ao', 'too', 'gkp', 'rgp', 'kgp', 'nao', 'gu', 'chu']);
export type LegalForm = z.infer<typeof LegalForm>;

/** How a body is called, from one day to another; `shortName` is its code (МФ, ҚМ), empty when it has none. */
export const DatedName = z.object({ name: Localised, shortName: Localised, from: Day, until: Day.nullable() });
export type DatedName = z.infer<typeof DatedName>;

/** GET /api/organisations/bodies: `search` finds by present and former names (kk and ru), BIN and short names; `on` shows the register of that day. */
export const BodiesQuery = PageQuery.extend({
  /** `none` = bodies without a superior. */
  parentId: z.string().optional(),
  supervisorId: z.string().optional(),
  kind: OrganisationKind.optional(),
  regionId: z.string().max(60).optional(),
  search: z.string().max(100).optional(),
  /** Closed bodies too. */
  closed: z.stringbool().default(false),
});
export type BodiesQuery = z.infer<typeof BodiesQuery>;
export const BodyRow = BodyName.extend({
  shortName: Localised,
  legalForm: LegalForm.nullable(),
  bin: z.string().nullable(),
  parentId: z.string().nullable(),
  regionId: z.string().nullable(),
  validUntil: Day.nullable(),
  hasChildren: z.boolean(),
  /** From the superior up to the root, so that a list that was searched for says where each stands; may be absent in a branch of the tree. */
  ancestors: z.array(BodyName).optional(),
});
export type BodyRow = z.infer<typeof BodyRow>;

export const HeadLevel = z.enum(['first-head', 'deputy', 'head-of-apparatus', 'akim', 'ethics-officer', 'compliance-officer']);
export type HeadLevel = z.infer<typeof HeadLevel>;

export const ActingOrder = z.strictObject({ orderNumber: z.string().trim().min(1).max(60), orderDate: Day });
export const HeadView = z.object({
  id: z.string(),
  chairId: z.string(),
  personName: Localised,
  position: Localised,
  level: HeadLevel,
  acting: ActingOrder.nullable(),
  from: Day,
  until: Day.nullable(),
});
export type HeadView = z.infer<typeof HeadView>;

/** A chair: there is one for each position, held by one after the other. */
export const ChairView = z.object({
  id: z.string(),
  level: HeadLevel,
  position: Localised,
  from: Day,
  /** The chair was abolished; null while it exists. */
  until: Day.nullable(),
  /** Nobody holds it today and nobody acts for its holder. */
  vacant: z.boolean(),
  /** Since when; null when it never had a holder or is not vacant. */
  vacantSince: Day.nullable(),
  /** Newest first. */
  holders: z.array(HeadView),
});
export type ChairView = z.infer<typeof ChairView>;

/** GET /api/organisations/bodies/:id/chairs */
export const ChairsView = z.object({ organisationId: z.string(), chairs: z.array(ChairView) });
export type ChairsView = z.infer<typeof ChairsView>;

/** POST /api/organisations/bodies/:id/chairs */
export const OpenChair = z.strictObject({ level: HeadLevel, position: Localised, from: Day });
export type OpenChair = z.infer<typeof OpenChair>;

/** POST /api/organisations/bodies/:id/chairs/:chairId/abolish: the time of whoever sits there ends with it. */
export const AbolishChair = z.strictObject({ until: Day, reason: z.string().trim().min(3).max(500) });
export type AbolishChair = z.infer<typeof AbolishChair>;

/** GET /api/organisations/vacancies (PageQuery): chairs of first heads, akims and heads of apparatus that nobody holds today. */
export const VacancyRow = z.object({
  organisation: BodyName,
  level: HeadLevel,
  position: Localised,
  /** Null when the chair never had a holder. */
  vacantSince: Day.nullable(),
});
export type VacancyRow = z.infer<typeof VacancyRow>;

/** GET /api/organisations/bodies/:id/heads?on=&level=: who could sign; without `on` the whole history, newest first. */
export const HeadsQuery = z.strictObject({ on: Day.optional(), level: HeadLevel.optional() });
export type HeadsQuery = z.infer<typeof HeadsQuery>;

/** POST /api/organisations/bodies/:id/heads: without `chairId` the chair of the level is taken, or opened when there is none. */
export const AppointHead = z.strictObject({
  chairId: z.string().max(120).optional(),
  personName: Localised,
  position: Localised,
  level: HeadLevel,
  acting: ActingOrder.optional(),
  from: Day,
  until: Day.optional(),
});
export type AppointHead = z.infer<typeof AppointHead>;

/** POST /api/organisations/bodies/:id/heads/:headId/end */
export const EndTenure = z.strictObject({ until: Day, reason: z.string().trim().min(3).max(500) });
export type EndTenure = z.infer<typeof EndTenure>;

/** A relation of a body to another, both days included. */
export const DatedRelation = z.object({ body: BodyName, from: Day, until: Day.nullable() });
export type DatedRelation = z.infer<typeof DatedRelation>;

/** GET /api/organisations/bodies/:id */
export const BodyView = BodyRow.extend({
  validFrom: Day,
  names: z.array(DatedName),
  ancestors: z.array(BodyName),
  parents: z.array(DatedRelation),
  supervisors: z.array(BodyName),
  supervision: z.array(DatedRelation),
  /** What became of the body when it was closed, and out of what it came. */
  successors: z.array(BodyName),
  predecessors: z.array(BodyName),
  heads: z.array(HeadView),
  /** What the one who asks may do here now. */
  allowed: z.array(z.enum(['change', 'appoint', 'manage-accounts'])),
});
export type BodyView = z.infer<typeof BodyView>;

const BodyNames = { name: Localised, shortName: Localised.default({ kk: '', ru: '' }) };
/** POST /api/organisations/bodies */
export const RegisterBody = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,78}[a-z0-9]$/),
  kind: OrganisationKind,
  legalForm: LegalForm.nullable().default(null),
  ...BodyNames,
  bin: z.string().max(20).nullable().default(null),
  parentId: z.string().max(80).nullable().default(null),
  supervisorIds: z.array(z.string().max(80)).max(10).default([]),
  regionId: z.string().max(60).nullable().default(null),
  validFrom: Day,
});
export type RegisterBody = z.infer<typeof RegisterBody>;
/** POST /api/organisations/bodies/:id/rename, /move, /supervise, /close; each says why. */
const reason = z.string().trim().min(3).max(500);
export const RenameBody = z.strictObject({ ...BodyNames, from: Day, reason });
export type RenameBody = z.infer<typeof RenameBody>;
export const MoveBody = z.strictObject({ parentId: z.string().max(80).nullable(), from: Day, reason });
export type MoveBody = z.infer<typeof MoveBody>;
export const SuperviseBody = z.strictObject({ supervisorIds: z.array(z.string().max(80)).max(10), from: Day, reason });
export type SuperviseBody = z.infer<typeof SuperviseBody>;
/** `successorIds`: one = merged into it or taken over by it, several = split. */
export const CloseBody = z.strictObject({ until: Day, successorIds: z.array(z.string().max(80)).max(20).default([]), reason });
export type CloseBody = z.infer<typeof CloseBody>;
