import { z } from 'zod';
import { Localised, PageQuery } from './values.js';

/** GET /api/notifications/notices */
export const NoticesQuery = PageQuery.extend({ unread: z.stringbool().optional() });
export type NoticesQuery = z.infer<typeof NoticesQuery>;
export const NoticeView = z.object({
  id: z.string(),
  code: z.string(),
  text: Localised,
  /** Path of the portal that shows what it is about. */
  path: z.string(),
  raisedAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;
/** GET /api/notifications/unread */
export const UnreadView = z.object({ count: z.int() });
/** GET /api/notifications/live: text/event-stream; events `notice` (NoticeView), `changed` ({ thing, id }) and comments as heartbeat. */
export const LiveChange = z.object({ thing: z.enum(['assignment', 'evidence', 'overview', 'compliance']), id: z.string() });
export type LiveChange = z.infer<typeof LiveChange>;
/** POST /api/notifications/notices/:id/read and /api/notifications/notices/read-all: empty body */
