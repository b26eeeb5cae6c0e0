import { IdentityAccounts } from '@aigaq/identity';
import type { Door } from '@aigaq/service';
import { PEOPLE, RecordingAccounts, startService, type TestService } from '@aigaq/testing';
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

/** The organisations service with the demonstration in it, and an identity server that knows its people. */
export async function startHouse(doors: readonly Door[] = []): Promise<House> {
  const identity = new RecordingAccounts();
  const service = await startService(OrganisationsModule, { name: 'organisations', now: NOW, doors: [{ provide: IdentityAccounts, useValue: identity }, ...doors] });
  await service.app.get(DemonstrationSeed).run();
  await service.eventually(() => {
    if (identity.accounts.size < Object.keys(PEOPLE).length) {
      throw new Error('not everybody is in the identity server yet');
    }
  });
  return { service, identity };
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
