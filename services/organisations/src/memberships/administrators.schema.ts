import { Schema } from 'mongoose';

/** One document: administrators whose role is just being ended. Read by its id. */
export const AdministratorsSchema = new Schema(
  { _id: String, version: Number, leaving: [{ _id: false, id: String, at: Date }] },
  { collection: 'administrators', versionKey: false },
);
