import { z } from 'zod';
import { BodyName, Localised } from './values.js';

/** Numbers of assignments; each of `total` is in exactly one of accepted, inReview, returned, open. */
export const Tally = z.object({
  /** Without those that do not apply. */
  total: z.int(),
  /** Until a day the subtask does not apply to the body: out of the total, and never counted as done. */
  notApplicable: z.int(),
  accepted: z.int(),
  inReview: z.int(),
  returned: z.int(),
  open: z.int(),
  /** Of those submitted at least once: handed in by the due day of the card / after it, within an extension / later. */
  onTime: z.int(),
  onTimeExtended: z.int(),
  late: z.int(),
  /** Not handed in and past the last day on time. */
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
