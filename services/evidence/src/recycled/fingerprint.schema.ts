import { Schema } from 'mongoose';

export const FINGERPRINT = 'Fingerprint';

const text = { type: String, required: true } as const;

/** By which papers are known again; the id is that of the paper. */
export const fingerprintSchema = new Schema(
  {
    _id: text,
    sha256: text,
    subjectKey: text,
    organisationId: text,
    scope: { type: [String], required: true },
    year: { type: Number, required: true },
    /** By the machine's time: what has come since the index was last brought up to date? */
    keptAt: { type: Date, required: true },
    packed: { type: Buffer, required: true },
    pictureKeys: { type: Buffer, required: true },
    textKeys: { type: Buffer, required: true },
    twins: { type: [Schema.Types.Mixed], default: [] },
    /** The algorithm of the worker that made it, also of one known by its bytes alone; 0: not tried yet. */
    method: { type: Number, default: 0 },
    /** Somebody makes it anew until then. */
    heldUntil: { type: Date, default: new Date(0) },
  },
  { collection: 'fingerprints', versionKey: false },
)
  // The same bytes.
  .index({ sha256: 1 })
  // What has come since; all of it when a worker starts.
  .index({ keptAt: 1 })
  // Which are to be made anew?
  .index({ method: 1, heldUntil: 1 })
  // Which papers have this one for a twin?
  .index({ 'twins.id': 1 })
  // What is a body's, when that moves.
  .index({ organisationId: 1 });
