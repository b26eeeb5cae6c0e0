import type { IncomingMessage, ServerResponse } from 'node:http';
// @ts-expect-error the package brings no types; what is used of it is described below.
import { Provider as ForeignProvider } from 'oidc-provider';

export interface OidcSession {
  accountId?: string;
  authorizations?: Record<string, { grantId?: string }>;
  state?: { state?: string; postLogoutRedirectUri?: string };
  grantIdFor(clientId: string): string | undefined;
  destroy(): Promise<void>;
}

export interface OidcGrant {
  addOIDCScope(scope: string): void;
  addResourceScope(resource: string, scope: string): void;
  save(): Promise<string>;
  destroy(): Promise<void>;
}

export interface OidcClient {
  clientId: string;
  redirectUris?: string[];
  postLogoutRedirectUris?: string[];
  redirectUriAllowed(uri: string): boolean;
  postLogoutRedirectUriAllowed(uri: string): boolean;
}

export interface OidcContext {
  type: string;
  body: unknown;
  status: number;
  redirect(url: string): void;
  cookies: { set(name: string, value: null, options: object): void };
  oidc: {
    session: OidcSession;
    client?: OidcClient;
    params?: { ui_locales?: string };
    entities: { IdTokenHint?: { payload: { sub?: string } } };
  };
}

export interface OidcProvider {
  proxy: boolean;
  Client: { prototype: OidcClient };
  Grant: { new (of: { accountId: string | undefined; clientId: string }): OidcGrant; find(id: string): Promise<OidcGrant | undefined> };
  RefreshToken: { revokeByGrantId(id: string): Promise<void> };
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  cookieName(kind: 'session'): string;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ params: { ui_locales?: string } }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options: object): Promise<void>;
}

export const Provider = ForeignProvider as new (issuer: string, configuration: object) => OidcProvider;
