import type { IncomingMessage, ServerResponse } from 'node:http';
// @ts-expect-error the package brings no types; what is used of it is described below.
import { interactionPolicy as foreignPolicy, Provider as ForeignProvider } from 'oidc-provider';

export interface OidcSession {
  accountId?: string;
  acr?: string;
  /** Whether the login is longer ago than this. */
  past(seconds: number): boolean;
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

/** What codes and refresh tokens keep of the login behind them. */
export interface OidcProof {
  acr?: string;
  /** Seconds since 1970. */
  authTime?: number;
}

export interface OidcInteraction {
  uid: string;
  params: { ui_locales?: string; acr_values?: string };
  /** Of whoever is signed in already. */
  session?: { accountId?: string };
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
    params?: { ui_locales?: string; acr_values?: string };
    /** What the login page has answered. */
    result?: { login?: object };
    entities: { RefreshToken?: OidcProof; AuthorizationCode?: OidcProof; IdTokenHint?: { payload: { sub?: string } } };
  };
}

export interface OidcProvider {
  proxy: boolean;
  Client: { prototype: OidcClient };
  Grant: { new (of: { accountId: string | undefined; clientId: string }): OidcGrant; find(id: string): Promise<OidcGrant | undefined> };
  RefreshToken: { revokeByGrantId(id: string): Promise<void> };
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  cookieName(kind: 'session'): string;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<OidcInteraction>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options: object): Promise<void>;
}

interface Policy {
  base(): { get(prompt: 'login'): { checks: object[] } };
  /** `isNeeded` answers whether the person has to be asked. */
  Check: new (reason: string, description: string, isNeeded: (ctx: OidcContext) => boolean) => object;
}

export const interactionPolicy = foreignPolicy as Policy;

export const Provider = ForeignProvider as new (issuer: string, configuration: object) => OidcProvider;
