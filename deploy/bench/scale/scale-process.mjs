// The organisations service in a process of its own, for `scale.mjs`: the register is filled through its own repositories.
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalTransport, EventTransport } from '@aigaq/events';
import { IdentityAccounts, KeycloakVerifier, TokenVerifier } from '@aigaq/identity';
import { Clock, SYSTEM, SystemClock } from '@aigaq/kernel';
import { DemonstrationSeed, OrganisationsModule } from '@aigaq/organisations-service';
import { createService, DatabaseSettings, DoorsModule } from '@aigaq/service';
import { countryOf, rolesOf } from './country.mjs';

const SETTLING_MS = 12_000;
/** Parts of the service that it does not show to others. @param {string} path */
const inside = (path) => import(new URL(`../../../services/organisations/dist/${path}.js`, import.meta.url).href);
const { grantMembership } = await inside('memberships/membership');
const { MembershipsRepository } = await inside('memberships/memberships.repository');
const { openAccount } = await inside('accounts/account');
const { AccountsRepository } = await inside('accounts/accounts.repository');
const { BodiesRepository } = await inside('bodies/bodies.repository');

const { uri, folder, identity, size, prefix } = JSON.parse(process.argv[2] ?? '');
class Register {}
const doors = DoorsModule.forRoot([
  { provide: DatabaseSettings, useValue: new DatabaseSettings(uri, prefix) },
  { provide: EventTransport, useValue: new LocalTransport({ folder }) },
  { provide: Clock, useValue: new SystemClock() },
  { provide: TokenVerifier, useValue: new KeycloakVerifier(identity) },
  // Nobody's account changes here.
  { provide: IdentityAccounts, useValue: { put: async () => undefined, setTemporaryPassword: async () => undefined, list: async () => ({ accounts: [], next: undefined }) } },
]);
const app = await createService({ module: Register, imports: [doors, OrganisationsModule] }, { name: 'organisations', logLevel: 'error' });

const bodies = countryOf(size);
const roles = rolesOf(bodies);
await app.get(DemonstrationSeed).enterBodies(bodies);
await app.get(MembershipsRepository, { strict: false }).grantAll(SYSTEM, roles.map((role) => grantMembership(role, { id: role.organisationId, validUntil: null })));
const scopes = new Map((await app.get(BodiesRepository, { strict: false }).all()).map((/** @type {{ id: string, scope: string[] }} */ { id, scope }) => [id, scope]));
const accounts = roles.map(({ personId, email, locale, organisationId }) => {
  const draft = { id: personId, username: personId, firstName: 'Әлия', lastName: `Серікова ${personId}`, patronymic: '', email, locale, homeOrganisationId: organisationId };
  const { next, events } = openAccount(draft, { scope: scopes.get(organisationId) ?? [] }, SYSTEM, { status: 'active', wanted: null });
  return { next: { ...next, settled: true }, events };
});
await app.get(AccountsRepository, { strict: false }).createAll(SYSTEM, accounts);
// What was entered is told to the other services first, and is no news to this one any more: a country is not registered while it works.
const repositories = [BodiesRepository, MembershipsRepository, AccountsRepository].map((repository) => app.get(repository, { strict: false }));
while ((await Promise.all(repositories.map((repository) => repository.untold()))).some((count) => count > 0)) {
  await pause(500);
}
await pause(SETTLING_MS);
await app.listen(0, '127.0.0.1');
process.send?.({ port: Number(new URL(await app.getUrl()).port) });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
