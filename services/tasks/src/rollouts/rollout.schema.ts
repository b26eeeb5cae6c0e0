import { aggregateSchema } from '@aigaq/service';

export const ROLLOUT = 'Rollout';

export const rolloutSchema = aggregateSchema(
  {
    edition: { type: String, required: true },
    cardVersion: { type: Number },
    year: { type: Number, required: true },
    status: { type: String, required: true },
    plannedOn: { type: String, required: true },
    calendars: { type: [String], default: undefined },
    bodyIds: { type: [String], required: true },
    planned: { type: Number, required: true },
    existing: { type: Number, required: true },
    chunks: { type: Number, required: true },
    chunksDone: { type: Number, required: true },
    stored: { type: Number, required: true },
  },
  'rollouts',
)
  // Which rollouts have to be gone on with after a start?
  .index({ status: 1 });
