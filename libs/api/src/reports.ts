import { z } from 'zod';
import { BodyName, Localised } from './values.js';

/** Numbers of assignments; every assignment is in exactly one of the first four. */
export const Tally = z.object({
  total: z.int(),
  accepted: z.int(),
  inReview: z.int(),
  returned: z.int(),
  open: z.int(),
  /** Of those submitted at least once: handed in by the due day / after it. */
  onTime: z.int(),
  late: z.int(),
  /** Not handed in and past the due day. */
  overdue: z.int(),
});
export type Tally = z.infer<typeof Tally>;

/** GET /api/reports/overview/:organisationId?edition=2024&year=2026 */
export const OverviewQuery = z.strictObject({ edition: z.string().default('2024'), year: z.coerce.number().int().optional() });
export type OverviewQuery = z.infer<typeof OverviewQuery>;
export const OverviewView = z.object({
  organisation: BodyName,
  /** From the root down to the parent, as far as the reader may see. */
  ancestors: z.array(BodyName),
  edition: z.string(),
  year: z.int(),
  /** The subtree with the body itself. */
  whole: Tally,
  /** The body alone. */
  own: Tally,
  projects: z.array(z.object({ code: z.string(), title: Localised, tally: Tally })),
  children: z.array(z.object({ organisation: BodyName, tally: Tally })),
  updatedAt: z.iso.datetime(),
});
export type OverviewView = z.infer<typeof OverviewView>;
