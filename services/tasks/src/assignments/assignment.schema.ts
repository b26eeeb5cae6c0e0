import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const ASSIGNMENT = 'Assignment';
export const EVIDENCE_FACT = 'EvidenceFact';

const text = { type: String, required: true } as const;
const day = { type: String, default: null } as const;

export const assignmentSchema = aggregateSchema(
  {
    edition: text,
    cardVersion: { type: Number },
    year: { type: Number, required: true },
    subtask: text,
    project: text,
    kindOfProof: text,
    organisationId: text,
    organisationKind: text,
    scope: { ...unrecorded([String]), required: true },
    period: text,
    opensOn: text,
    dueOn: text,
    onTimeOn: { type: String },
    lockedOn: text,
    reasons: { type: Schema.Types.Mixed },
    rolloutId: text,
    status: text,
    submissions: { type: Number, required: true },
    submittedOn: day,
    submittedAt: { type: Date, default: null },
    evidenceIds: { type: [String], default: [] },
    hasNoFacts: { type: Boolean, default: undefined },
    machineVerdict: day,
    verdictChanges: { type: [Schema.Types.Mixed], default: undefined },
    authors: { type: [String], default: [] },
    chain: { type: [String], default: [] },
    reviewerId: day,
    history: { type: [Schema.Types.Mixed], default: [] },
  },
  'assignments',
)
  // The queue of a body: what it has to do, by due day.
  .index({ organisationId: 1, status: 1, dueOn: 1, _id: 1 })
  // What waits for a reviewing body, oldest first.
  .index({ reviewerId: 1, submittedAt: 1, _id: 1 })
  // All that a superior or supervising body may see.
  .index({ scope: 1, _id: 1 })
  // How much of a year's edition is rolled out, and which of it does a change of the card concern?
  .index({ edition: 1, year: 1, subtask: 1 });

/** What the evidence service told of a paper; the newest fact about a paper wins. */
export const evidenceFactSchema = new Schema(
  {
    _id: { type: String, required: true },
    subjectId: text,
    sha256: text,
    verdict: day,
    uploadedById: text,
    /** What was read on it (PaperRead). */
    read: { type: Schema.Types.Mixed, default: undefined },
  },
  { collection: 'evidence_facts', versionKey: false },
)
  // How do the papers of an assignment stand by its rule?
  .index({ subjectId: 1, _id: 1 });
