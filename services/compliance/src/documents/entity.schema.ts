import { aggregateSchema, unrecorded } from '@aigaq/service';

export const EntitySchema = aggregateSchema(
  {
    organisationId: String,
    scope: unrecorded([String]),
    bodyVersion: unrecorded(Number),
    name: { kk: String, ru: String },
    bin: String,
    ancestorIds: unrecorded([String]),
    supervisorIds: [String],
    everSupervisorIds: [String],
    validFrom: String,
    validUntil: String,
    searchKey: unrecorded(String),
    documents: [
      {
        _id: false,
        code: String,
        evidenceId: String,
        sha256: String,
        validFrom: String,
        validUntil: String,
        publicationUrl: String,
        registeredBy: { id: String, name: String },
        registeredAt: Date,
      },
    ],
  },
  'entities',
);
// EntitiesRepository.page: what a supervising body and those above it see, by id.
EntitySchema.index({ scope: 1, _id: 1 });
// EntitiesRepository.page with supervisorId; the denominator of a score; whose place to mend.
EntitySchema.index({ supervisorIds: 1, _id: 1 });
