// The organisations service in a process of its own, for `scale.mjs`: the register is filled through its own repositories.
import 'reflect-metadata';
import { LocalTransport, EventTransport } from '@aigaq/events';
import { KeycloakVerifier, TokenVerifier } from '@aigaq/identity';
import { Clock, SYSTEM, SystemClock } from '@aigaq/kernel';
import { DemonstrationSeed, OrganisationsModule } from '@aigaq/organisations-service';
import { createService, DatabaseSettings, DoorsModule } from '@aigaq/service';
import { countryOf, rolesOf } from './country.mjs';

/** Parts of the service that it does not show to others. @param {string} path */
const inside = (path) => import(new URL(`../../../services/organisations/dist/${path}.js`, import.meta.url).href);
const { grantMembership } = await inside('memberships/membership');
const { MembershipsRepository } = await inside('memberships/memberships.repository');

const { uri, folder, identity, size, prefix } = JSON.parse(process.argv[2] ?? '');
class Register {}
const doors = DoorsModule.forRoot([
  { provide: DatabaseSettings, useValue: new DatabaseSettings(uri, prefix) },
  { provide: EventTransport, useValue: new LocalTransport({ folder }) },
  { provide: Clock, useValue: new SystemClock() },
  { provide: TokenVerifier, useValue: new KeycloakVerifier(identity) },
]);
const app = await createService({ module: Register, imports: [doors, OrganisationsModule] }, { name: 'organisations', logLevel: 'error' });

const bodies = countryOf(size);
const roles = rolesOf(bodies);
await app.get(DemonstrationSeed).enterBodies(bodies);
await app.get(MembershipsRepository, { strict: false }).grantAll(SYSTEM, roles.map((role) => grantMembership(role, { id: role.organisationId, validUntil: null })));
await app.listen(0, '127.0.0.1');
process.send?.({ port: Number(new URL(await app.getUrl()).port) });
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
