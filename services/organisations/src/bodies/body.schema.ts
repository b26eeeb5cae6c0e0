import { aggregateSchema } from '@aigaq/service';

export const BodySchema = aggregateSchema(
  {
    organisationId: String,
    kind: String,
    name: { kk: String, ru: String },
    bin: String,
    parentId: String,
    ancestorIds: [String],
    supervisorIds: [String],
    regionId: String,
    validFrom: String,
    validUntil: String,
    scope: [String],
    searchKey: String,
  },
  'bodies',
);
// BodiesRepository.page: a coordinator's and a head's bodies, by id.
BodySchema.index({ scope: 1, _id: 1 });
// BodiesRepository.page with parentId, and which rows have children.
BodySchema.index({ parentId: 1, _id: 1 });
// BodiesRepository.page with kind.
BodySchema.index({ kind: 1, _id: 1 });
