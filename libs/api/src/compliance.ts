import { z } from 'zod';
import { BodyName, Day, Localised, PageQuery, PersonName } from './values.js';

/** GET /api/compliance/entities?supervisorId=&search= */
export const EntitiesQuery = PageQuery.extend({ supervisorId: z.string().optional(), search: z.string().max(100).optional() });
export type EntitiesQuery = z.infer<typeof EntitiesQuery>;
export const EntityRow = BodyName.extend({
  bin: z.string(),
  supervisors: z.array(BodyName),
  registered: z.int(),
  total: z.int(),
});
export type EntityRow = z.infer<typeof EntityRow>;

export const ComplianceDocumentView = z.object({
  code: z.string(),
  title: Localised,
  state: z.enum(['missing', 'in-force', 'expired']),
  evidenceId: z.string().nullable(),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  publicationUrl: z.string().nullable(),
  registeredBy: PersonName.nullable(),
  registeredAt: z.iso.datetime().nullable(),
});
export type ComplianceDocumentView = z.infer<typeof ComplianceDocumentView>;

/** GET /api/compliance/entities/:id */
export const EntityView = EntityRow.extend({ documents: z.array(ComplianceDocumentView), canRegister: z.boolean() });
export type EntityView = z.infer<typeof EntityView>;

/** POST /api/compliance/entities/:id/documents/:code/register */
export const RegisterDocument = z.strictObject({
  evidenceId: z.string().max(60),
  validFrom: Day,
  validUntil: Day.optional(),
  publicationUrl: z.url({ protocol: /^https?$/ }).max(500).optional(),
});
export type RegisterDocument = z.infer<typeof RegisterDocument>;

/** GET /api/compliance/scores/:organisationId: explains itself row by row. */
export const ScoreView = z.object({
  organisation: BodyName,
  scaleVersion: z.string(),
  score: z.number(),
  maximum: z.number(),
  entities: z.int(),
  rows: z.array(
    z.object({
      code: z.string(),
      title: Localised,
      have: z.int(),
      of: z.int(),
      percent: z.number(),
      score: z.number(),
      maximum: z.number(),
      /** How many more entities give the next step and what it is worth; null at the top. */
      next: z.object({ entities: z.int(), gain: z.number() }).nullable(),
    }),
  ),
});
export type ScoreView = z.infer<typeof ScoreView>;
