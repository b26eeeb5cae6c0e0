import { Schema } from 'mongoose';

export const COPY_JOB = 'CopyJob';
export const PAGE_TEXT = 'PageText';

const text = { type: String, required: true } as const;

export const copyJobSchema = new Schema(
  { _id: text, state: text, holder: { type: String, default: null }, until: { type: Date, required: true }, tries: { type: Number, default: 0 } },
  { collection: 'copyJobs', versionKey: false },
)
  // Which work waits, or was left by somebody who fell?
  .index({ state: 1, until: 1 });

/** What is written on the pages; `<evidence id>/<page>`. Kept for search over papers, hence with whose it is. */
export const pageTextSchema = new Schema(
  {
    _id: text,
    evidenceId: text,
    page: { type: Number, required: true },
    text: { type: String, default: '' },
    organisationId: text,
    scope: { type: [String], required: true },
  },
  { collection: 'pageTexts', versionKey: false },
)
  // The text of a paper, page by page.
  .index({ evidenceId: 1, page: 1 })
  // What is a body's, when that moves.
  .index({ organisationId: 1 });
