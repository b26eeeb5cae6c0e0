import { Schema } from 'mongoose';

export const NOTICE = 'Notice';

const text = { type: String, required: true } as const;

export const noticeSchema = new Schema(
  {
    _id: text,
    personId: text,
    locale: text,
    email: text,
    code: text,
    organisationIds: [String],
    text: { type: Schema.Types.Mixed, required: true },
    path: text,
    raisedAt: { type: Date, required: true },
    readAt: { type: Date, default: null },
    mailedAt: { type: Date, default: null },
    mailRefusal: { type: String, default: null },
  },
  { collection: 'notices', versionKey: false },
)
  // The inbox of a person, newest first.
  .index({ personId: 1, raisedAt: -1, _id: -1 })
  // How many has a person not read yet, and which of them are about a body?
  .index({ personId: 1, readAt: 1 })
  // Letters that wait to be sent.
  .index({ mailedAt: 1, mailRefusal: 1, raisedAt: 1 });
