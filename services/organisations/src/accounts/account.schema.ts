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
);
// One person has a user name, and an address.
AccountSchema.index({ username: 1 }, { unique: true });
AccountSchema.index({ emailKey: 1 }, { unique: true });
// AccountsRepository.page: the people of a coordinator, by name.
AccountSchema.index({ scope: 1, sortKey: 1 });
// AccountsRepository.page with organisationId.
AccountSchema.index({ organisationId: 1, sortKey: 1 });
// AccountsRepository.page for those who see the whole country, with and without a status.
AccountSchema.index({ sortKey: 1 });
AccountSchema.index({ status: 1, sortKey: 1 });
// AccountsRepository.page with search.
AccountSchema.index({ searchWords: 1, sortKey: 1 });
// AccountsRepository.unsettled and due: at every round.
AccountSchema.index({ settled: 1, _id: 1 });
AccountSchema.index({ nextChange: 1 });
