import { aggregateSchema } from '@aigaq/service';
import { Schema } from 'mongoose';

export const EDITION = 'Edition';

export const editionSchema = aggregateSchema(
  {
    status: { type: String, required: true },
    sourceHash: { type: String, required: true },
    importedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    card: { type: Schema.Types.Mixed, required: true },
    year: { type: Number, default: null },
    dates: { type: Schema.Types.Mixed, default: {} },
  },
  'editions',
);
