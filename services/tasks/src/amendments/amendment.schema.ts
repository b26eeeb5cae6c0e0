import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const ANNOUNCEMENT = 'Announcement';
export const ACKNOWLEDGEMENT = 'Acknowledgement';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

export const announcementSchema = aggregateSchema({ edition: text, cardVersion: number, status: text, lastBody: { type: String }, bodies: number }, 'announcements');

export const acknowledgementSchema = aggregateSchema(
  {
    edition: text,
    cardVersion: number,
    organisationId: text,
    scope: { ...unrecorded([String]), required: true },
    askedAt: { type: Date, required: true },
    state: text,
    by: { type: Schema.Types.Mixed, default: null },
    at: { type: Date, default: null },
  },
  'acknowledgements',
)
  // What the bodies of one's own have to take note of.
  .index({ organisationId: 1, _id: 1 })
  // What all bodies below or supervised have, and how many of them of one amendment.
  .index({ scope: 1, _id: 1 })
  .index({ edition: 1, cardVersion: 1, state: 1, _id: 1 });
