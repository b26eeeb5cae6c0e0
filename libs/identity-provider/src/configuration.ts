import type { ProvisionedAccount } from '@aigaq/identity';
import type { Adapter } from './adapter.js';
import type { EmbeddedAccounts } from './embedded-accounts.js';
import type { Keys } from './keys.js';
import type { OidcClient, OidcContext, OidcProvider, OidcSession } from './oidc-provider.js';
import { leavePage, messagePage, type Page } from './pages.js';
import { claimsOf } from './person.js';
import { policyWithStepUp, proofIn } from './step-up.js';
import { languageOf } from './texts.js';

export interface ProviderClient {
  clientId: string;
  /** Exact addresses, or an origin and a path ending in `/*`. */
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  /** Audience of this client's tokens, when it is not the usual one. */
  audience?: string;
}

export interface Setting {
  accounts: EmbeddedAccounts;
  clients: readonly ProviderClient[];
  audience: string;
  keys: Keys;
  adapter: (kind: string) => Adapter;
  base: string;
  home: string;
  /** Known only after the provider was made. */
  provider: () => OidcProvider;
}

const PROTOCOL = '/protocol/openid-connect';
const RESOURCE = 'urn:aigaq:services';
const ACCESS_SECONDS = 300;
const SESSION_SECONDS = 10 * 3600;

/** Paths, claims and lifetimes of our Keycloak realm, said in the words of oidc-provider. */
export function configuration(setting: Setting): object {
  const { accounts, keys, adapter, base } = setting;
  return {
    adapter,
    jwks: { keys: [keys.signing] },
    clients: setting.clients.map(clientMetadata),
    routes: routes(),
    cookies: { keys: keys.cookies, long: { httpOnly: true, sameSite: 'lax', path: base } },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub', ...Object.keys(claimsOf(NOBODY))] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: lifetimes(),
    features: features(setting),
    acrValues: ['1', '2'],
    interactions: { policy: policyWithStepUp(), url: (_ctx: OidcContext, { uid }: { uid: string }) => `${base}/login-actions/authenticate/${uid}` },
    findAccount: (_ctx: OidcContext, id: string) => account(accounts.active(id)),
    extraTokenClaims: (ctx: OidcContext, token: { accountId?: string; clientId: string }) => extraClaims(ctx, accounts.active(token.accountId ?? ''), token.clientId),
    issueRefreshToken: () => true,
    // As our realm: a refresh token is good once; used again, it ends the session that it belongs to.
    rotateRefreshToken: true,
    expiresWithSession: () => true,
    loadExistingGrant: (ctx: OidcContext) => ownGrant(setting.provider(), ctx),
    renderError: (ctx: OidcContext) => show(ctx, messagePage(pageOf(setting, ctx), 'refused', setting.home)),
    // A browser names the origin with every POST, also with one to the page's own address.
    clientBasedCORS: (_ctx: OidcContext, origin: string, { redirectUris = [] }: OidcClient) => redirectUris.some((uri) => new URL(uri).origin === origin),
  };
}

const NOBODY: ProvisionedAccount = { id: '', username: '', firstName: '', lastName: '', email: '', locale: 'ru', enabled: false, roles: [], groups: [] };

function clientMetadata({ clientId, redirectUris, postLogoutRedirectUris }: ProviderClient): object {
  return {
    client_id: clientId,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
  };
}

function routes(): object {
  return {
    authorization: `${PROTOCOL}/auth`,
    token: `${PROTOCOL}/token`,
    jwks: `${PROTOCOL}/certs`,
    userinfo: `${PROTOCOL}/userinfo`,
    end_session: `${PROTOCOL}/logout`,
    revocation: `${PROTOCOL}/revoke`,
  };
}

function lifetimes(): object {
  return {
    AccessToken: ACCESS_SECONDS,
    IdToken: ACCESS_SECONDS,
    AuthorizationCode: 60,
    Interaction: 1800,
    Session: SESSION_SECONDS,
    Grant: SESSION_SECONDS,
    RefreshToken: SESSION_SECONDS,
  };
}

function features(setting: Setting): object {
  const audienceOf = (clientId: string): string => setting.clients.find((each) => each.clientId === clientId)?.audience ?? setting.audience;
  return {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx: OidcContext, _resource: string, client: { clientId: string }) => ({
        scope: '',
        audience: audienceOf(client.clientId),
        accessTokenFormat: 'jwt',
        accessTokenTTL: ACCESS_SECONDS,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx: OidcContext, form: string) => leave(setting, ctx, form),
      postLogoutSuccessSource: (ctx: OidcContext) => show(ctx, messagePage(pageOf(setting, ctx), 'left', setting.home)),
    },
  };
}

function account(person: ProvisionedAccount | undefined): object | undefined {
  return person && { accountId: person.id, claims: () => ({ sub: person.id, ...claimsOf(person) }) };
}

function extraClaims(ctx: OidcContext, person: ProvisionedAccount | undefined, clientId: string): object {
  return { typ: 'Bearer', azp: clientId, ...proofIn(ctx), ...(person && claimsOf(person)) };
}

/** All our clients are ours: nobody is asked whether he agrees. */
async function ownGrant(provider: OidcProvider, { oidc }: OidcContext) {
  const clientId = oidc.client?.clientId ?? '';
  const known = await provider.Grant.find(oidc.session.grantIdFor(clientId) ?? '');
  if (known !== undefined) {
    return known;
  }
  const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

/** With the person's own ID token as a hint he leaves at once, as with Keycloak; without it he is asked (else any page could log him out). */
async function leave(setting: Setting, ctx: OidcContext, form: string): Promise<void> {
  const { session, entities } = ctx.oidc;
  if (entities.IdTokenHint === undefined || entities.IdTokenHint.payload.sub !== session.accountId) {
    show(ctx, leavePage(pageOf(setting, ctx), form));
    return;
  }
  const target = afterLogout(setting, session);
  await endSession(setting.provider(), session);
  ctx.cookies.set(setting.provider().cookieName('session'), null, { path: setting.base });
  ctx.redirect(target);
}

async function endSession(provider: OidcProvider, session: OidcSession): Promise<void> {
  for (const { grantId = '' } of Object.values(session.authorizations ?? {})) {
    await provider.RefreshToken.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }
  await session.destroy();
}

function afterLogout({ base, home }: Setting, { state: asked }: OidcSession): string {
  if (asked?.postLogoutRedirectUri === undefined) {
    return new URL(`${base}${PROTOCOL}/logout/success`, home).href;
  }
  const target = new URL(asked.postLogoutRedirectUri);
  if (asked.state !== undefined) {
    target.searchParams.set('state', asked.state);
  }
  return target.href;
}

function pageOf({ base }: Setting, ctx: OidcContext): Page {
  return { language: languageOf(ctx.oidc?.params?.ui_locales), resources: `${base}/resources` };
}

function show(ctx: OidcContext, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}
