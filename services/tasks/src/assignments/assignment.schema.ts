import { aggregateSchema, unrecorded } from '@aigaq/service';
import { Schema } from 'mongoose';

export const ASSIGNMENT = 'Assignment';
export const EVIDENCE_FACT = 'EvidenceFact';
export const DRAFT = 'AssignmentDraft';

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
    extendedTo: { type: String },
    lockedOn: text,
    reasons: { type: Schema.Types.Mixed },
    rolloutId: text,
    urgentOn: { ...unrecorded(String), required: true },
    status: text,
    submissions: { type: Number, required: true },
    submittedOn: day,
    submittedAt: { type: Date, default: null },
    evidenceIds: { type: [String], default: [] },
    zeroCase: { type: Boolean },
    machineVerdict: day,
    verdictChanges: { type: [Schema.Types.Mixed], default: undefined },
    authors: { type: [String], default: [] },
    chain: { type: [String], default: [] },
    steps: unrecorded([Schema.Types.Mixed]),
    reviewerId: day,
    besideIds: { type: [String], default: undefined },
    holders: { type: [Schema.Types.Mixed], default: undefined },
    approved: Schema.Types.Mixed,
    request: Schema.Types.Mixed,
    excused: Schema.Types.Mixed,
    undo: unrecorded(Schema.Types.Mixed),
    history: { type: [Schema.Types.Mixed], default: [] },
  },
  'assignments',
)
  // The queue of a body: what it has to do, most urgent first.
  .index({ organisationId: 1, status: 1, urgentOn: 1, _id: 1 })
  // What waits for a reviewing body, oldest first.
  .index({ reviewerId: 1, submittedAt: 1, _id: 1 })
  // The same for those who review beside another body.
  .index({ besideIds: 1, submittedAt: 1, _id: 1 }, { partialFilterExpression: { besideIds: { $exists: true } } })
  // Requests that wait for the answer of a body.
  .index({ 'request.to': 1, dueOn: 1, _id: 1 }, { partialFilterExpression: { 'request.to': { $exists: true } } })
  // Until when something does not apply: what ends.
  .index({ 'excused.until': 1 }, { partialFilterExpression: { 'excused.until': { $exists: true } } })
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

const DRAFT_SECONDS = 180 * 86_400;

/** What one person has prepared for one submission of one assignment. */
export const draftSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** How often it had been handed in when this was prepared: after handing in it is no draft any more. */
    submissions: { type: Number, required: true },
    chosen: [String],
    left: [String],
    remark: String,
    zeroCase: Boolean,
    savedAt: { type: Date, required: true },
  },
  { collection: 'assignment_drafts', versionKey: false },
)
  // What nobody came back to goes.
  .index({ savedAt: 1 }, { expireAfterSeconds: DRAFT_SECONDS });
