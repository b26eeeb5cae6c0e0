import { createRequire } from 'node:module';

// The package has no types for these two, and its main module brings in a whole web server's middleware.
export interface KeycloakToken {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface GrantManager {
  rotation: { getJWK(kid: string): Promise<string> };
  validateToken(token: KeycloakToken, expectedType: 'Bearer'): Promise<KeycloakToken>;
}

interface GrantManagerConfig {
  realmUrl: string;
  clientId: string;
  verifyTokenAudience: boolean;
  bearerOnly: boolean;
  minTimeBetweenJwksRequests: number;
}

const require = createRequire(import.meta.url);
const folder = 'keycloak-connect/middleware/auth-utils';

export const KeycloakToken = require(`${folder}/token`) as new (jwt: string, clientId: string) => KeycloakToken;
export const GrantManager = require(`${folder}/grant-manager`) as new (config: GrantManagerConfig) => GrantManager;
