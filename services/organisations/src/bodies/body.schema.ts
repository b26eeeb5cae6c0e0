import { aggregateSchema, unrecorded } from '@aigaq/service';

const localised = { kk: String, ru: String };
const relation = { _id: false, bodyId: String, from: String, until: String };

export const BodySchema = aggregateSchema(
  {
    organisationId: String,
    kind: String,
    legalForm: String,
    bin: String,
    regionId: String,
    validFrom: String,
    validUntil: String,
    successorIds: [String],
    names: [{ _id: false, name: localised, shortName: localised, from: String, until: String }],
    parents: [relation],
    supervisors: [relation],
    name: localised,
    shortName: localised,
    parentId: String,
    ancestorIds: unrecorded([String]),
    supervisorIds: [String],
    scope: unrecorded([String]),
    searchWords: unrecorded([String]),
    livingBin: unrecorded(String),
    turnsOn: unrecorded(String),
    isUnsettled: unrecorded(Boolean),
  },
  'bodies',
  { followed: true },
);
// BodiesRepository.all: a coordinator's export.
BodySchema.index({ scope: 1, _id: 1 });
// BodiesRepository.following: who follows a body that moved.
BodySchema.index({ parentId: 1, _id: 1 });
BodySchema.index({ supervisorIds: 1, _id: 1 });
// No two living bodies have the same BIN, whoever is faster; closed ones lack the field.
BodySchema.index({ livingBin: 1 }, { unique: true, sparse: true });
// BodiesRepository.related: who stands, stood or will stand below a body that is to be closed.
BodySchema.index({ 'parents.bodyId': 1 });
BodySchema.index({ 'supervisors.bodyId': 1 });
// BodiesRepository.turning: what changes by itself today.
BodySchema.index({ turnsOn: 1 });
// BodiesRepository.unsettled: what moved and was not followed yet.
BodySchema.index({ isUnsettled: 1 }, { sparse: true });
