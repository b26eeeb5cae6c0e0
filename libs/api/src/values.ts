import { BODY_KINDS } from '@aigaq/kernel';
import { z } from 'zod';

/** Names and texts for people, in both languages. */
export const Localised = z.strictObject({ kk: z.string(), ru: z.string() });
export type Localised = z.infer<typeof Localised>;

/** A day in Asia/Almaty, `YYYY-MM-DD`. */
export const Day = z.iso.date();

export const OrganisationKind = z.enum(BODY_KINDS);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** A body as it is named in other things. */
export const BodyName = z.object({ id: z.string(), name: Localised, kind: OrganisationKind });
export type BodyName = z.infer<typeof BodyName>;

export const PersonName = z.object({ id: z.string(), name: z.string() });
export type PersonName = z.infer<typeof PersonName>;

/** Fractions of the page from its top-left corner: x0, y0, x1, y1. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** A place on a page of a piece of evidence. */
export const Place = z.strictObject({ evidenceId: z.string(), page: z.int().min(1), box: Box.optional() });
export type Place = z.infer<typeof Place>;

/** Query of every list: how many and from where. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional(),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

/** Every refusal (RFC 9457); `detail` is in the language asked for by Accept-Language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  correlationId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
