import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const EVIDENCE = 'Evidence';

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

export const evidenceSchema = aggregateSchema(
  {
    subject: { type: Schema.Types.Mixed, required: true },
    subjectKey: text,
    number: count,
    edition: text,
    subtaskCode: text,
    secrecy: { type: String, default: '' },
    organisationId: text,
    scope: { ...unrecorded([String]), required: true },
    fileName: text,
    mediaType: text,
    size: count,
    sha256: text,
    pageCount: count,
    files: { type: [Schema.Types.Mixed], default: undefined },
    uploadedBy: { type: Schema.Types.Mixed, required: true },
    uploadedFrom: { type: String },
    storedAt: { type: Date, required: true },
    state: text,
    check: { type: Schema.Types.Mixed, default: null },
    preliminary: { type: Schema.Types.Mixed },
    recheckAt: { type: Date },
    rechecks: { type: [Schema.Types.Mixed], default: undefined },
    corrections: { type: [Schema.Types.Mixed], default: undefined },
    correctedAt: { type: Date },
  },
  'evidence',
)
  // The papers of a subject, newest first; two papers never take the same number.
  .index({ subjectKey: 1, number: -1 }, { unique: true })
  // Papers whose electronic signatures are to be verified again, the longest due first.
  .index({ recheckAt: 1 })
  // Papers that people corrected since a moment, oldest first.
  .index({ correctedAt: 1, _id: 1 })
  // What is a body's, when that moves.
  .index({ organisationId: 1 });
