import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeycloak } from '../local/keycloak.mjs';
import { composeRealm } from './compose-realm.mjs';

export const PASSWORD = 'Aigaq-demo-2026';
export const PROVISIONING_SECRET = 'provisioning-of-tests-only';
/** Nobody else's on this machine. */
const [PORT, MANAGEMENT_PORT] = [29761, 29762];
const ADMINISTRATOR = { clientId: 'administrator-of-tests', secret: 'administrator-of-tests-only' };

export interface RealmStage {
  origin: string;
  issuer: string;
  /** As services see it: under another name than browsers do. */
  insideUrl: string;
  /** An administrator of the realm at its admin API. */
  administer(method: string, path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** A real Keycloak with the realm of this folder, the people of the demonstration and the clients of tests. */
export async function startRealm(): Promise<RealmStage> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-keycloak-'));
  const [realmFile, origin] = [join(folder, 'aigaq-realm.json'), `http://127.0.0.1:${PORT}`];
  const { people } = JSON.parse(readFileSync(join(import.meta.dirname, '../../data/demo/people.json'), 'utf8')) as { people: never[] };
  composeRealm({
    outFile: realmFile,
    origins: [origin],
    people,
    demoPassword: PASSWORD,
    overlayFile: join(import.meta.dirname, 'test-overlay.json'),
    variables: { KEYCLOAK_PROVISIONING_SECRET: PROVISIONING_SECRET },
  });
  addAdministrator(realmFile);
  const server = await startKeycloak({ dataFolder: join(folder, 'data'), port: PORT, managementPort: MANAGEMENT_PORT, publicUrl: origin, realmFile, log: () => undefined });
  return {
    origin,
    issuer: server.issuer,
    insideUrl: `http://localhost:${PORT}/auth`,
    administer: (method, path, body) => administer(origin, method, path, body),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The realm itself has nobody who may do everything. */
function addAdministrator(realmFile: string): void {
  const { clientId, secret } = ADMINISTRATOR;
  const realm = JSON.parse(readFileSync(realmFile, 'utf8')) as { clients: object[]; users: object[] };
  realm.clients.push({ clientId, secret, publicClient: false, standardFlowEnabled: false, serviceAccountsEnabled: true, fullScopeAllowed: true });
  realm.users.push({ username: `service-account-${clientId}`, enabled: true, serviceAccountClientId: clientId, clientRoles: { 'realm-management': ['realm-admin'] } });
  writeFileSync(realmFile, JSON.stringify(realm));
}

async function administer(origin: string, method: string, path: string, body?: object): Promise<unknown> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: ADMINISTRATOR.clientId, client_secret: ADMINISTRATOR.secret });
  const answer = await fetch(`${origin}/auth/realms/aigaq/protocol/openid-connect/token`, { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const response = await fetch(`${origin}/auth/admin/realms/aigaq${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text === '' ? undefined : JSON.parse(text);
}
