import { aggregateSchema, unrecorded } from '@aigaq/service';

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
    receivedFrom: { membershipId: String, personId: String, reason: String, by: { id: String, name: String }, isDone: Boolean },
    unsettled: unrecorded(Boolean),
  },
  'memberships',
  { followed: true },
);
// MembershipsRepository.of: at every request.
MembershipSchema.index({ personId: 1 });
// MembershipsRepository.openEnded: the administrators who are left.
MembershipSchema.index({ role: 1, until: 1 });
// MembershipsRepository.unsettled and unfinished: at every round.
MembershipSchema.index({ unsettled: 1 }, { sparse: true });
MembershipSchema.index({ 'receivedFrom.isDone': 1 }, { sparse: true });
