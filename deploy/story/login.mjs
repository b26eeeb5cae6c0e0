// Logging in as a browser does it, without a browser: authorization code with PKCE through the login form.
// The same for Keycloak and for the embedded identity server; used by story and component tests.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

const PROTOCOL = '/protocol/openid-connect';
const REDIRECTS = 10;
/** Password, password once more for a fresh login, new password. */
const FORMS = 3;

/**
 * @typedef {{ issuer: string, clientId: string, redirectUri: string, username: string, password: string, locale?: 'kk' | 'ru', scope?: string,
 *   acrValues?: '1' | '2', newPassword?: string }} LoginRequest `acrValues: '2'` asks for a fresh login; `newPassword` answers the page that demands one
 * @typedef {{ accessToken: string, refreshToken: string, idToken: string, expiresIn: number, cookies: Cookies }} Tokens
 */

/** What a browser keeps for one address; `Secure` is not looked at, for tests run without TLS. */
export class Cookies {
  /** @type {Map<string, { value: string, path: string }>} */
  #kept = new Map();

  /** @param {Response} response @param {URL} url */
  take(response, url) {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const given = Object.fromEntries(attributes.map((each) => [each.split('=')[0].toLowerCase(), each.split('=').slice(1).join('=')]));
      const path = given.path ?? url.pathname.replace(/\/[^/]*$/, '');
      const isGone = given['max-age'] === '0' || (given.expires !== undefined && Date.parse(given.expires) < Date.now());
      isGone ? this.#kept.delete(`${path} ${name}`) : this.#kept.set(`${path} ${name}`, { value, path });
    }
  }

  /** @param {URL} url */
  for(url) {
    const fitting = [...this.#kept].filter(([, { path }]) => url.pathname.startsWith(path));
    return fitting.map(([key, { value }]) => `${key.slice(key.indexOf(' ') + 1)}=${value}`).join('; ');
  }
}

/**
 * Signs in and returns the tokens. Throws an Error with the message that the login page shows when it refuses.
 * @param {LoginRequest} request @param {Cookies} [cookies] of an earlier login: single sign-on without a form
 * @returns {Promise<Tokens>}
 */
export async function loginByHttp(request, cookies = new Cookies()) {
  const { issuer, clientId, redirectUri, username } = request;
  const [verifier, state] = [randomBytes(32).toString('base64url'), randomUUID()];
  let answer = await follow(authorizationUrl(request, verifier, state), {}, redirectUri, cookies);
  for (let forms = 0; answer.code === undefined && forms < FORMS && (forms === 0 || !refusedIn(answer)); forms += 1) {
    const { action, fields } = formOf(answer, request);
    answer = await follow(action, { method: 'POST', body: new URLSearchParams(fields) }, redirectUri, cookies);
  }
  if (answer.code === undefined) {
    throw new Error(`login of ${username} refused (${answer.status}): ${shownMessage(answer.html)}`);
  }
  if (answer.state !== state) {
    throw new Error('the state came back altered');
  }
  const form = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri, code: answer.code, code_verifier: verifier };
  return { ...(await tokens(issuer, form)), cookies };
}

/**
 * New tokens for a refresh token. Throws when the session has ended.
 * @param {{ issuer: string, clientId: string, refreshToken: string }} request
 */
export function refreshByHttp({ issuer, clientId, refreshToken }) {
  return tokens(issuer, { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
}

/**
 * Ends the session as the portal does it, with the ID token as a hint; returns where the browser ends up.
 * @param {{ issuer: string, clientId: string, idToken: string, postLogoutRedirectUri: string, cookies: Cookies }} request
 */
export async function logoutByHttp({ issuer, clientId, idToken, postLogoutRedirectUri, cookies }) {
  const parameters = { client_id: clientId, id_token_hint: idToken, post_logout_redirect_uri: postLogoutRedirectUri };
  const answer = await follow(`${issuer}${PROTOCOL}/logout?${new URLSearchParams(parameters)}`, {}, postLogoutRedirectUri, cookies);
  return answer.url.href;
}

/** @param {LoginRequest} request @param {string} verifier @param {string} state */
function authorizationUrl({ issuer, clientId, redirectUri, locale = 'ru', scope = 'openid', acrValues }, verifier, state) {
  const parameters = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    ui_locales: locale,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(acrValues && { acr_values: acrValues }),
  };
  return `${issuer}${PROTOCOL}/auth?${new URLSearchParams(parameters)}`;
}

/** Follows redirects until a page comes or the browser would be back at the application. */
async function follow(address, init, redirectUri, cookies) {
  let [url, options] = [new URL(address), init];
  for (let hops = 0; hops < REDIRECTS; hops += 1) {
    const response = await fetch(url, { ...options, redirect: 'manual', headers: { cookie: cookies.for(url), accept: 'text/html' } });
    cookies.take(response, url);
    const html = await response.text();
    const location = response.headers.get('location');
    if (location === null) {
      return { url, html, status: response.status };
    }
    [url, options] = [new URL(location, url), {}];
    if (url.origin + url.pathname === redirectUri.split('?')[0]) {
      return returned(url);
    }
  }
  throw new Error(`more than ${REDIRECTS} redirects from ${address}`);
}

function returned(url) {
  const error = url.searchParams.get('error');
  if (error !== null) {
    throw new Error(`refused: ${error} ${url.searchParams.get('error_description') ?? ''}`.trim());
  }
  return { url, html: '', status: 302, code: url.searchParams.get('code') ?? undefined, state: url.searchParams.get('state') };
}

/** @param {{ url: URL, html: string, status: number }} answer @param {LoginRequest} request */
function formOf({ url, html, status }, { username, password, newPassword }) {
  const form = /<form[^>]*\bid="(kc-form-login|kc-passwd-update-form)"[^>]*>/.exec(html);
  const action = /\baction="([^"]*)"/.exec(form?.[0] ?? '')?.[1];
  if (action === undefined || (form?.[1] === 'kc-passwd-update-form' && newPassword === undefined)) {
    throw new Error(`no login form at ${url.origin}${url.pathname} (${status}): ${shownMessage(html)}`);
  }
  const fields = form?.[1] === 'kc-form-login' ? { username, password, credentialId: '' } : { 'password-new': newPassword ?? '', 'password-confirm': newPassword ?? '' };
  return { action: new URL(action.replaceAll('&amp;', '&'), url).href, fields };
}

/** A page that comes back with a fault would only come back again. */
function refusedIn({ html }) {
  return /\bid="input-error(?!-container)/.test(html);
}

function shownMessage(html) {
  const said = /<[^>]*\bid="input-error(?!-container)[^"]*"[^>]*>([^]*?)<\//.exec(html)?.[1] ?? /<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1] ?? 'no message';
  return said.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}

async function tokens(issuer, form) {
  const response = await fetch(`${issuer}${PROTOCOL}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = await response.json();
  if (!response.ok) {
    throw new Error(`no tokens (${response.status}): ${body.error} ${body.error_description ?? ''}`.trim());
  }
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken, expires_in: expiresIn } = body;
  return { accessToken, refreshToken, idToken, expiresIn };
}
