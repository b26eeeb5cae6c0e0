import { join } from 'node:path';
import { type EmbeddedProvider, embeddedProvider } from '@aigaq/identity-provider';
import { type DemonstrationPerson, loadPeople } from '@aigaq/reference';
import type { Config } from './config.js';

export const AUDIENCE = 'aigaq-api';

export function issuerOf({ PUBLIC_ADDRESS }: Config): string {
  return `${PUBLIC_ADDRESS}/auth/realms/aigaq`;
}

/** The kind of body is the first part of an organisation's id, as in deploy/keycloak/compose-realm.mjs. */
const GROUPS: Record<string, string> = { agency: 'agency', cgo: 'cgo', akimat: 'akimat', qs: 'quasi-state' };

function groupsOf({ memberships }: DemonstrationPerson): string[] {
  return [...new Set(memberships.flatMap(({ organisationId }) => GROUPS[organisationId.split('-')[0] ?? ''] ?? []))];
}

/** The identity server of the demonstration: its people, one password, the portal as the only client. */
export function demonstrationProvider(config: Config): Promise<EmbeddedProvider> {
  const home = `${config.PUBLIC_ADDRESS}/`;
  return embeddedProvider({
    issuer: issuerOf(config),
    people: loadPeople().map((person) => ({ ...person, groups: groupsOf(person) })),
    password: config.DEMONSTRATION_PASSWORD,
    folder: join(config.DATA_FOLDER, 'identity'),
    audience: AUDIENCE,
    clients: [
      { clientId: 'aigaq-portal', redirectUris: [`${home}signed-in`], postLogoutRedirectUris: [home] },
      // Its tokens are for somebody else: the services refuse them.
      { clientId: 'aigaq-other', redirectUris: [`${home}signed-in`], postLogoutRedirectUris: [home], audience: 'other-api' },
    ],
  });
}
