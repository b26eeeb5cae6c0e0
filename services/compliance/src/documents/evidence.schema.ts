import { Schema, type SchemaDefinition } from 'mongoose';
import type { Evidence } from './entity.js';

export type EvidenceCopy = Omit<Evidence, 'id'>;
export type StoredEvidence = EvidenceCopy & { _id: string; version: number };

const fields: SchemaDefinition = {
  _id: String,
  version: Number,
  subjectType: String,
  subjectId: String,
  organisationId: String,
  sha256: String,
  verdict: String,
};

/** Copies of what the evidence service told; read by id only. */
export const EvidenceSchema = new Schema<StoredEvidence>(fields, { collection: 'evidence', versionKey: false, minimize: false });
