import { Schema } from 'mongoose';

export const ASSIGNMENT = 'KnownAssignment';
export const RULE = 'SubtaskRule';

const text = { type: String, required: true } as const;

/** Own copy of the assignments that were opened; found by id only. */
export const assignmentSchema = new Schema(
  { _id: text, organisationId: text, edition: text, subtaskCode: text },
  { collection: 'assignments', versionKey: false },
);

/** Own copy of the rules of published cards. */
export const ruleSchema = new Schema(
  {
    _id: text,
    version: { type: Number, required: true },
    edition: text,
    subtaskCode: text,
    projectCode: text,
    secrecy: { type: String, default: '' },
    rule: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'rules', versionKey: false },
)
  // Which is the newest published edition?
  .index({ edition: -1 });
