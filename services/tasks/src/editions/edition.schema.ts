import { aggregateSchema } from '@aigaq/service';
import { Schema } from 'mongoose';

export const EDITION = 'Edition';

const someone = { type: Schema.Types.Mixed, default: null } as const;

export const editionSchema = aggregateSchema(
  {
    edition: { type: String, required: true },
    cardVersion: { type: Number, required: true },
    status: { type: String, required: true },
    sourceHash: { type: String, required: true },
    importedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    card: { type: Schema.Types.Mixed, required: true },
    year: { type: Number, default: null },
    dates: { type: Schema.Types.Mixed, default: {} },
    changedBy: someone,
    sentBy: someone,
    approvedBy: someone,
    sentBack: someone,
    edits: { type: [Schema.Types.Mixed], default: [] },
    rollover: { type: Schema.Types.Mixed },
  },
  'editions',
)
  // The versions of an edition; which are in force, and which amendments are there?
  .index({ edition: 1, cardVersion: -1 });
