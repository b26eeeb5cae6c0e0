import { aggregateSchema } from '@aigaq/service';

const localised = { kk: String, ru: String };

/** One document per body: an appointment may end another, and both are one write. Read by id only. */
export const ChairsSchema = aggregateSchema(
  {
    heads: [
      {
        _id: false,
        id: String,
        chairId: String,
        personName: localised,
        position: localised,
        level: String,
        acting: { type: { _id: false, orderNumber: String, orderDate: String }, default: null },
        from: String,
        until: { type: String, default: null },
      },
    ],
  },
  'chairs',
);
