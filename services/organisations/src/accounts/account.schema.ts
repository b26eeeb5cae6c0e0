import { aggregateSchema, unrecorded } from '@aigaq/service';

export const AccountSchema = aggregateSchema(
  {
    username: String,
    firstName: String,
    lastName: String,
    patronymic: String,
    email: String,
    emailKey: unrecorded(String),
    locale: String,
    status: String,
    reason: String,
    changedBy: { id: String, name: String },
    homeOrganisationId: String,
    wanted: { organisationId: String, role: String, from: String, until: String },
    organisationId: [String],
    scope: unrecorded([String]),
    roles: [String],
    groups: [String],
    nextChange: unrecorded(String),
    settled: unrecorded(Boolean),
    searchWords: unrecorded([String]),
    sortKey: unrecorded(String),
    lastSeenAt: Date,
    lastSeenOn: String,
  },
  'accounts',
  { followed: true },
);
// One person has a user name, and an address.
AccountSchema.index({ username: 1 }, { unique: true });
AccountSchema.index({ emailKey: 1 }, { unique: true });
// AccountsRepository.unsettleOf.
AccountSchema.index({ organisationId: 1 });
// AccountsRepository.unsettled and due: at every round.
AccountSchema.index({ settled: 1, _id: 1 });
AccountSchema.index({ nextChange: 1 });
