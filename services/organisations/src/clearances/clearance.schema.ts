import { aggregateSchema } from '@aigaq/service';

export const ClearanceSchema = aggregateSchema(
  { personId: String, personName: String, organisationId: String, secrecy: String, from: String, until: String, basis: String },
  'clearances',
  { followed: true },
);
// ClearancesRepository.of: at every request.
ClearanceSchema.index({ personId: 1 });
// ClearancesRepository.page with a reason of secrecy.
ClearanceSchema.index({ secrecy: 1, _id: 1 });
