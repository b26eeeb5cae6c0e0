import { Schema } from 'mongoose';

export const FACT = 'AssignmentFact';
export const ROLL_UP = 'RollUp';

const text = { type: String, required: true } as const;

/** One row per assignment; `dirty` names the last change that the roll-ups have not taken in yet. */
export const factSchema = new Schema(
  {
    _id: text,
    edition: text,
    year: { type: Number, required: true },
    project: text,
    organisationId: text,
    status: text,
    dueOn: text,
    extendedTo: { type: String },
    /** The fact by which a newer calendar gave the due day. */
    dueEvent: { type: String },
    onTime: { type: Boolean, default: null },
    byExtension: { type: Boolean },
    lastEvent: { type: String, default: '' },
    dirty: { type: String },
  },
  { collection: 'assignment_facts', versionKey: false },
)
  // All rows of a body, for its own numbers.
  .index({ organisationId: 1, edition: 1, year: 1 })
  // Rows that the roll-ups have not taken in yet.
  .index({ dirty: 1 }, { sparse: true })
  // Rows whose due day has passed since the last count.
  .index({ status: 1, dueOn: 1 })
  // The same of rows with an extension.
  .index({ extendedTo: 1 }, { sparse: true });

/** The numbers of one body for one edition and year: alone, and with all that report to it. */
export const rollUpSchema = new Schema(
  {
    _id: text,
    edition: text,
    year: { type: Number, required: true },
    organisationId: text,
    parentId: { type: String, default: null },
    own: { type: Schema.Types.Mixed, required: true },
    whole: { type: Schema.Types.Mixed, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'roll_ups', versionKey: false, minimize: false },
)
  // The roll-ups below a body.
  .index({ parentId: 1, edition: 1, year: 1 })
  // The newest year of an edition.
  .index({ edition: 1, year: -1 });
