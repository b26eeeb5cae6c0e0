import { IdentityAccounts } from '@aigaq/identity';
import { loadOrganisations, loadPeople } from '@aigaq/reference';
import { PEOPLE, RecordingAccounts, startService, type TestService } from '@aigaq/testing';
import { AccountSettling } from '../src/accounts/account-settling.service.js';
import { bodyDraft } from '../src/demonstration/country.js';
import { DemonstrationPeople } from '../src/demonstration/people.service.js';
import { DemonstrationSeed, OrganisationsModule } from '../src/organisations.module.js';

export const REGION = 'akimat-kostanay';
export const DISTRICT = 'akimat-kostanay-auliekol';
export const ENTITY = 'qs-980140900002';
export const FOREIGN_DISTRICT = 'akimat-zhambyl-zhualy';
export const NOW = '2026-10-12T05:00:00Z';
export const TODAY = '2026-10-12';
export const YESTERDAY = '2026-10-11';
export const TOMORROW = '2026-10-13';

export interface House {
  service: TestService;
  identity: RecordingAccounts;
}

/** The organisations service with the people of the demonstration and the bodies they work for, known to an identity server. */
export async function startHouse(): Promise<House> {
  const identity = new RecordingAccounts();
  const service = await startService(OrganisationsModule, { name: 'organisations', now: NOW, doors: [{ provide: IdentityAccounts, useValue: identity }] });
  await service.app.get(DemonstrationSeed).enterBodies(neededBodies());
  await service.app.get(DemonstrationPeople).seed();
  await service.app.get(AccountSettling).settleAll(() => false);
  return { service, identity };
}

/** Those in which somebody works, and those above them. */
function neededBodies() {
  const bodies = new Map(loadOrganisations().map((body) => [body.id, body]));
  const needed = new Set(loadPeople().flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId)));
  for (const id of needed) {
    const { parent, supervisor } = bodies.get(id) ?? {};
    [parent, supervisor].forEach((above) => above && needed.add(above));
  }
  return [...bodies.values()].filter(({ id }) => needed.has(id)).map(bodyDraft);
}

let count = 0;

/** A new person for one test. */
export function newPerson(fields: object = {}) {
  count += 1;
  return {
    username: `person-${count}`,
    firstName: 'Әлия',
    lastName: 'Қасымова',
    email: `person-${count}@example.kz`,
    locale: 'kk',
    organisationId: DISTRICT,
    role: 'executor',
    from: TODAY,
    ...fields,
  };
}

/** Enters a new person through the ordinary door. */
export async function invite({ service }: House, fields: object = {}, by: { id: string; name: string } = PEOPLE.admin) {
  const { status, body } = await service.as(by).post('/api/organisations/accounts', newPerson(fields));
  if (status !== 201) {
    throw new Error(`not invited: ${JSON.stringify(body)}`);
  }
  return body as { id: string; username: string; name: string; status: string; provisioned: boolean; memberships: { id: string }[] };
}

export const membershipOf = (personId: string, organisationId = DISTRICT, role = 'executor'): string => `${personId}:${organisationId}:${role}`;
