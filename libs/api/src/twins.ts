import { z } from 'zod';
import { Subject } from './evidence.js';
import { BodyName } from './values.js';

/**
 * A paper that is the same one handed in again: the same file, the same picture scanned again (turned, cut, re-dated), or the same text with
 * another number, date or place. `paper` is null when the one who asks may not see it: a paper of another body, or a secret one and he is on
 * no name list; of that one he learns nothing but that it exists.
 */
export const TwinView = z.object({
  kind: z.enum(['exact', 'picture', 'text']),
  /** 0-1: share of the smaller paper that is found on the other. */
  strength: z.number(),
  /** What is not the same; `part` when one is a part of the other, `turned` when it stands on its head. */
  differs: z.array(z.enum(['number', 'date', 'place', 'name', 'words', 'part', 'turned'])),
  /** Of the period that the other paper proves; null: secret. */
  year: z.int().nullable(),
  paper: z.object({ id: z.string(), organisation: BodyName, subject: Subject }).nullable(),
});
export type TwinView = z.infer<typeof TwinView>;

/** GET /api/evidence/documents/:id/twins: strongest first, at most 50. */
export const TwinsView = z.object({ organisationId: z.string(), items: z.array(TwinView) });
export type TwinsView = z.infer<typeof TwinsView>;
