import { aggregateSchema } from '@aigaq/service';

/** The score that was told last, per supervising body; read by id only. */
export const ScoreSchema = aggregateSchema(
  {
    scaleVersion: String,
    score: Number,
    maximum: Number,
    entities: Number,
    rows: [
      {
        _id: false,
        code: String,
        have: Number,
        of: Number,
        percent: Number,
        score: Number,
        maximum: Number,
        next: { type: { _id: false, entities: Number, gain: Number }, default: null },
      },
    ],
  },
  'scores',
);
