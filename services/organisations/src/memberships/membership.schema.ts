import { aggregateSchema } from '@aigaq/service';

export const MembershipSchema = aggregateSchema(
  {
    personId: String,
    personName: String,
    locale: String,
    email: String,
    organisationId: String,
    role: String,
    from: String,
    until: String,
  },
  'memberships',
);
// MembershipsRepository.of: at every request.
MembershipSchema.index({ personId: 1 });
