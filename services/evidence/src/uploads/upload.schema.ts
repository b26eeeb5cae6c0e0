import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const UPLOAD = 'Upload';

const text = { type: String, required: true } as const;

/** Found by id. */
export const uploadSchema = aggregateSchema(
  {
    evidenceId: text,
    subject: { type: Schema.Types.Mixed, required: true },
    edition: text,
    subtaskCode: text,
    secrecy: { type: String, default: '' },
    organisationId: text,
    scope: { ...unrecorded([String]), required: true },
    key: text,
    fileName: text,
    mediaType: text,
    size: { type: Number, required: true },
    sha256: { type: String, default: null },
    further: { type: [Schema.Types.Mixed], default: [] },
    uploadedBy: { type: Schema.Types.Mixed, required: true },
    uploadedFrom: { type: String },
    state: text,
    refusal: { type: String, default: null },
    refusedFile: { type: String, default: null },
    startedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  'uploads',
)
  // What is a body's, when that moves.
  .index({ organisationId: 1 });
