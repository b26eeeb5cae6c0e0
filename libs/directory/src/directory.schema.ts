import { Schema, type SchemaDefinition } from 'mongoose';
import type { BodyCopy, ClearanceCopy, HeadCopy, MembershipCopy } from './facts.js';

type Versioned<T> = T & { _id: string; version: number };
export type StoredBody = Versioned<BodyCopy>;
export type StoredHead = Versioned<HeadCopy>;
export type StoredMembership = Versioned<MembershipCopy>;
export type StoredClearance = Versioned<ClearanceCopy>;

const localised = { kk: String, ru: String };
const schemaOf = <T>(collection: string, fields: Record<string, unknown>): Schema<T> =>
  new Schema<T>({ _id: String, version: Number, ...fields } as SchemaDefinition, { collection, versionKey: false, minimize: false });

export const BodySchema = schemaOf<StoredBody>('directory_bodies', {
  kind: String,
  name: localised,
  names: [{ _id: false, name: localised, shortName: localised, from: String, until: String }],
  legalForm: String,
  bin: String,
  parentId: String,
  ancestorIds: [String],
  supervisorIds: [String],
  regionId: String,
  validFrom: String,
  validUntil: String,
  successorIds: [String],
  reportsToId: String,
});
// Directory.bodiesOf: all of a kind, by id.
BodySchema.index({ kind: 1, _id: 1 });
// Directory.childrenOf
BodySchema.index({ reportsToId: 1, _id: 1 });
// Directory.keepScopes: all below a body.
BodySchema.index({ ancestorIds: 1, _id: 1 });
// Directory.supervisedBy
BodySchema.index({ supervisorIds: 1, _id: 1 });

export const HeadSchema = schemaOf<StoredHead>('directory_heads', {
  organisationId: String,
  chairId: String,
  personName: localised,
  position: localised,
  level: String,
  acting: { type: new Schema({ orderNumber: String, orderDate: String }, { _id: false }), default: null },
  from: String,
  until: String,
});
// Directory.heads: the chairs of a body, newest first.
HeadSchema.index({ organisationId: 1, from: -1 });

export const MembershipSchema = schemaOf<StoredMembership>('directory_memberships', {
  personId: String,
  personName: String,
  locale: String,
  email: String,
  organisationId: String,
  role: String,
  from: String,
  until: String,
});
// Directory.actorOf: at every request.
MembershipSchema.index({ personId: 1 });
// Directory.membersOf: whom to tell.
MembershipSchema.index({ organisationId: 1, role: 1 });
// Directory.holdersOf: whom to tell in the whole country.
MembershipSchema.index({ role: 1, _id: 1 });

export const ClearanceSchema = schemaOf<StoredClearance>('directory_clearances', { personId: String, secrecy: String, from: String, until: String });
// Directory.actorOf: at every request; Directory.clearedOf: who of these people is on a list?
ClearanceSchema.index({ personId: 1 });
