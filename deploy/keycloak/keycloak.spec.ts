import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KeycloakAccounts, KeycloakVerifier, requireStepUp } from '@aigaq/identity';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { keepsAccounts, OWN, somebody, type Stage, TEMPORARY } from '../../libs/identity/test/identity-accounts.contract.js';
import { type LoginRequest, loginByHttp, logoutByHttp, refreshByHttp } from '../story/login.mjs';
import { LoginPage } from './login-page.js';
import { PASSWORD, PROVISIONING_SECRET, type RealmStage, startRealm } from './realm-stage.js';
import { themeTexts } from './theme-texts.js';

const ADMIN = 'a19a9000-0000-4000-8000-000000000001';
/** Keycloak tells a refresh token that was used from one that was not by the second in which it was made. */
const NEXT_SECOND_MS = 1_100;
/** The verifier does not ask for keys more often. */
const COOLDOWN_MS = 10_100;

let realm: RealmStage;
let accounts: KeycloakAccounts;
let verifier: KeycloakVerifier;

beforeAll(async () => {
  realm = await startRealm();
  accounts = new KeycloakAccounts({ url: realm.insideUrl, realm: 'aigaq', clientId: 'aigaq-provisioning', clientSecret: PROVISIONING_SECRET });
  verifier = new KeycloakVerifier({ issuer: realm.issuer, audience: 'aigaq-api' });
}, 300_000);
afterAll(() => realm?.stop());

const asked = (change: Partial<LoginRequest> = {}): LoginRequest => ({
  issuer: realm.issuer,
  clientId: 'aigaq-portal',
  redirectUri: `${realm.origin}/signed-in`,
  username: 'admin',
  password: PASSWORD,
  ...change,
});
const login = (change: Partial<LoginRequest> = {}, cookies?: LoginPage['cookies']) => loginByHttp(asked(change), cookies);
const refresh = (refreshToken: string) => refreshByHttp({ issuer: realm.issuer, clientId: 'aigaq-portal', refreshToken });
const newPage = () => new LoginPage(realm.issuer, realm.origin);

/** Somebody of his own for a test that locks or changes him. */
async function invited(): Promise<string> {
  const account = somebody();
  await accounts.put(account);
  await accounts.setTemporaryPassword(account.id, TEMPORARY);
  await login({ username: account.username, password: TEMPORARY, newPassword: OWN });
  return account.username;
}

describe('accounts in Keycloak', () => {
  const stage = (): Stage => ({
    accounts,
    login: async (username, password, newPassword) => {
      const { accessToken, refreshToken } = await login({ username, password, locale: 'kk', ...(newPassword && { newPassword }) });
      const { subject, name } = await verifier.verify(accessToken);
      const known = ['executor', 'head', 'coordinator'];
      const { roles } = decodeJwt<{ realm_access: { roles: string[] } }>(accessToken).realm_access;
      return { subject, name, refreshToken, roles: roles.filter((role) => known.includes(role)) };
    },
    refresh,
  });
  keepsAccounts(stage);

  it('are those of the demonstration, too', async () => {
    const { accounts: page } = await accounts.list(undefined, 100);
    expect(page.find(({ username }) => username === 'admin')).toEqual({
      id: ADMIN,
      username: 'admin',
      firstName: 'Айгүл',
      lastName: 'Сейдахметова',
      email: 'admin@example.kz',
      locale: 'kk',
      enabled: true,
      roles: ['agency-admin'],
      groups: ['agency'],
    });
  });

  it('cannot be reached with a wrong secret, and without an answer', async () => {
    const options = { url: realm.insideUrl, realm: 'aigaq', clientId: 'aigaq-provisioning', clientSecret: 'wrong' };
    for (const change of [{}, { url: 'http://127.0.0.1:9' }]) {
      await expect(new KeycloakAccounts({ ...options, ...change }).list(undefined, 1)).rejects.toMatchObject({ code: 'identity.unavailable' });
    }
  });

  it('are all that the machine client may touch', async () => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'aigaq-provisioning', client_secret: PROVISIONING_SECRET });
    const answer = await fetch(`${realm.issuer}/protocol/openid-connect/token`, { method: 'POST', body: form });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const status = async (method: string, path: string, body: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      return (await fetch(`${realm.insideUrl}/admin/realms/aigaq${path}`, { method, headers, body: JSON.stringify(body) })).status;
    };
    expect(await status('POST', '/partialImport', { ifResourceExists: 'SKIP', users: [] })).toBe(403);
    expect(await status('PUT', '', { bruteForceProtected: false })).toBe(403);
    expect(await status('POST', '/clients', { clientId: 'mine' })).toBe(403);
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'token.wrong_audience' });
  });
});

describe('a session', () => {
  it('begins with a token that says who it is, how and when he proved it', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { accessToken, expiresIn } = await login();
    const token = await verifier.verify(`Bearer ${accessToken}`);
    expect(token).toMatchObject({ subject: ADMIN, username: 'admin', name: 'Айгүл Сейдахметова', locale: 'kk', acr: '1' });
    expect([expiresIn, (token.authTime?.getTime() ?? 0) >= before]).toEqual([300, true]);
  });

  it('goes on with every refresh, in every tab', async () => {
    const one = await login();
    const other = await login({ password: 'not asked for' }, one.cookies);
    for (let { refreshToken } of [one, other]) {
      for (let count = 0; count < 2; count += 1) {
        const next = await refresh(refreshToken);
        expect(await verifier.verify(next.accessToken)).toMatchObject({ subject: ADMIN });
        ({ refreshToken } = next);
      }
    }
  });

  it('ends for the thief and the owner when a refresh token is used twice', async () => {
    const first = await login();
    await pause(NEXT_SECOND_MS);
    const second = await refresh(first.refreshToken);
    await pause(NEXT_SECOND_MS);
    await expect(refresh(first.refreshToken)).rejects.toThrow('invalid_grant');
    await expect(refresh(second.refreshToken)).rejects.toThrow('invalid_grant');
    const { refreshToken } = await login({ password: 'not asked for' }, first.cookies);
    expect(await refresh(refreshToken)).toHaveProperty('accessToken');
  });

  it('ends in every tab when one logs out', async () => {
    const one = await login();
    const other = await login({ password: 'not asked for' }, one.cookies);
    const end = await logoutByHttp({ ...asked(), idToken: one.idToken, postLogoutRedirectUri: `${realm.origin}/`, cookies: one.cookies });
    expect(end).toBe(`${realm.origin}/`);
    await expect(refresh(one.refreshToken)).rejects.toThrow('invalid_grant');
    await expect(refresh(other.refreshToken)).rejects.toThrow('invalid_grant');
    await expect(login({ password: 'Wrong-2026' }, one.cookies)).rejects.toThrow('Неправильное имя пользователя или пароль');
  });
});

describe('a fresh login', () => {
  const isFresh = async (accessToken: string) => {
    const token = await verifier.verify(accessToken);
    try {
      requireStepUp(token, 'card.publish');
      return true;
    } catch (error) {
      expect(error).toMatchObject({ kind: 'forbidden', code: 'token.step_up_needed' });
      return false;
    }
  };

  it('asks for the password within the session, and says so in the token', async () => {
    const usual = await login();
    expect(await isFresh(usual.accessToken)).toBe(false);
    await expect(login({ acrValues: '2', password: 'Wrong-2026' }, usual.cookies)).rejects.toThrow();
    await pause(NEXT_SECOND_MS);
    const fresh = await login({ acrValues: '2' }, usual.cookies);
    const claims = [usual, fresh].map(({ accessToken }) => decodeJwt<{ acr: string; auth_time: number; sid: string }>(accessToken));
    expect(claims[1]).toMatchObject({ acr: '2', sid: claims[0]?.sid, sub: ADMIN });
    expect(claims[1]?.auth_time).toBeGreaterThan(claims[0]?.auth_time ?? Infinity);
    expect(await isFresh(fresh.accessToken)).toBe(true);
    const refreshed = await refresh(fresh.refreshToken);
    expect(decodeJwt(refreshed.accessToken)).toMatchObject({ acr: '2', auth_time: claims[1]?.auth_time });
  });

  it('is not to be had by single sign-on alone', async () => {
    const { cookies } = await login();
    const page = new LoginPage(realm.issuer, realm.origin, cookies);
    expect(await page.open({ acr_values: '2' })).toBe(false);
    expect(page.has('kc-form-login')).toBe(true);
    expect(page.html).not.toMatch(/<input id="username"[^>]*type="text"/);
  });

  it('asks once who was not signed in yet', async () => {
    const page = newPage();
    await page.open({ acr_values: '2' });
    expect(await page.send('kc-form-login', { username: 'admin', password: PASSWORD, credentialId: '' })).toBe(true);
    expect(await isFresh((await login({ acrValues: '2' })).accessToken)).toBe(true);
  });
});

describe('a second factor', () => {
  it('is asked for from who has set one up, at the fresh login too', async () => {
    const username = await invited();
    const page = newPage();
    await page.open({ kc_action: 'CONFIGURE_TOTP' });
    await page.send('kc-form-login', { username, password: OWN, credentialId: '' });
    const secret = page.hidden('totpSecret');
    expect(await page.send('kc-totp-settings-form', { totpSecret: secret, totp: code(secret, -1), userLabel: 'phone' })).toBe(true);
    const again = newPage();
    await again.open();
    expect(await again.send('kc-form-login', { username, password: OWN, credentialId: '' })).toBe(false);
    expect(await again.send('kc-otp-login-form', { otp: '000000' })).toBe(false);
    expect(await again.send('kc-otp-login-form', { otp: code(secret, 0) })).toBe(true);
    expect(await again.open()).toBe(true);
    expect(await again.open({ acr_values: '2' })).toBe(false);
    expect(await again.send('kc-form-login', { password: OWN, credentialId: '' })).toBe(false);
    expect(await again.send('kc-otp-login-form', { otp: code(secret, 1) })).toBe(true);
  });

  it('can be a key of the device', async () => {
    const username = await invited();
    const page = newPage();
    await page.open({ kc_action: 'webauthn-register' });
    expect(await page.send('kc-form-login', { username, password: OWN, credentialId: '' })).toBe(false);
    expect(page.has('register')).toBe(true);
  });

  it('is demanded of nobody', async () => {
    const page = newPage();
    await page.open();
    expect(await page.send('kc-form-login', { username: await invited(), password: OWN, credentialId: '' })).toBe(true);
  });
});

describe('guessing', () => {
  it('is stopped: after ten wrong passwords the right one does not help either, for a while', async () => {
    const username = await invited();
    for (let count = 0; count < 10; count += 1) {
      await expect(login({ username, password: 'Wrong-2026' })).rejects.toThrow('Неправильное имя пользователя или пароль');
    }
    await expect(login({ username, password: OWN })).rejects.toThrow('Неправильное имя пользователя или пароль');
  });
});

describe('a token is refused', () => {
  const refused = (token: string, code: string) => expect(verifier.verify(token)).rejects.toMatchObject({ name: 'Unauthenticated', code });

  it('that is for another application', async () => {
    await refused((await login({ clientId: 'aigaq-other' })).accessToken, 'token.wrong_audience');
  });

  it('of another issuer, though the key is the same', async () => {
    const options = { issuer: realm.issuer.replace('aigaq', 'other'), keysUrl: `${realm.issuer}/protocol/openid-connect/certs`, audience: 'aigaq-api' };
    const { accessToken } = await login();
    await expect(new KeycloakVerifier(options).verify(accessToken)).rejects.toMatchObject({ code: 'token.invalid' });
  });

  it('that has expired', async () => {
    const { accessToken } = await login({ clientId: 'aigaq-brief' });
    await pause(2 * NEXT_SECOND_MS);
    await refused(accessToken, 'token.expired');
  });

  it('that is an ID or a refresh token', async () => {
    const { idToken, refreshToken } = await login();
    await refused(idToken, 'token.invalid');
    await refused(refreshToken, 'token.invalid');
  });

  it('without a signature, with another algorithm, with altered claims', async () => {
    const { accessToken } = await login();
    const claims: JWTPayload = decodeJwt(accessToken);
    const { kid = '' } = decodeProtectedHeader(accessToken);
    await refused(new UnsecuredJWT(claims).encode(), 'token.invalid');
    const { keys } = (await (await fetch(`${realm.issuer}/protocol/openid-connect/certs`)).json()) as { keys: JsonWebKey[] };
    const publicKey = createPublicKey({ key: keys.find((key) => key['kid'] === kid) ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    await refused(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(publicKey)), 'token.invalid');
    const [header, , signature] = accessToken.split('.');
    const altered = Buffer.from(JSON.stringify({ ...claims, acr: '2' })).toString('base64url');
    await refused([header, altered, signature].join('.'), 'token.invalid');
  });
});

describe('the pages', () => {
  it('say everything in Kazakh and Russian', async () => {
    // Of features that the realm does not use.
    const unused = /^(role_|client_|openshift\.|did|delegationScope|naturalPerson|credentialOffer|org|staleInvite|doSwitchOrganization|codeSuccess)/;
    const { localizationTexts: ours } = JSON.parse(readFileSync(join(import.meta.dirname, 'aigaq-realm.json'), 'utf8')) as { localizationTexts: Record<string, Record<string, string>> };
    const keys = [...(await themeTexts('en')).keys(), 'languages'].filter((key) => !unused.test(key));
    for (const language of ['kk', 'ru']) {
      const theirs = await themeTexts(language);
      expect({ language, missing: keys.filter((key) => !(ours[language]?.[key] ?? theirs.get(key))) }).toEqual({ language, missing: [] });
    }
  });

  it.each<['kk' | 'ru', string, string]>([
    ['kk', 'Айғақ жүйесіне кіру', 'Құпия сөзді жаңарту'],
    ['ru', 'Вход в систему Айғақ', 'Обновление пароля'],
  ])('are shown in %s', async (language, title, newPassword) => {
    const page = newPage();
    await page.open({ ui_locales: language });
    expect(page.text).toContain(title);
    expect(page.html).toMatch(new RegExp(`<html[^>]*lang="${language}"`));
    const account = somebody({ locale: language });
    await accounts.put(account);
    await accounts.setTemporaryPassword(account.id, TEMPORARY);
    await page.send('kc-form-login', { username: account.username, password: TEMPORARY, credentialId: '' });
    expect(page.has('kc-passwd-update-form')).toBe(true);
    expect(page.text).toContain(newPassword);
  });

  it('offer the broker when it is switched on, and only then', async () => {
    const shown = async () => {
      const page = newPage();
      await page.open();
      return page.text.includes('eGov.kz');
    };
    expect(await shown()).toBe(false);
    const broker = (await realm.administer('GET', '/identity-provider/instances/egov')) as object;
    await realm.administer('PUT', '/identity-provider/instances/egov', { ...broker, enabled: true });
    expect(await shown()).toBe(true);
    await realm.administer('PUT', '/identity-provider/instances/egov', { ...broker, enabled: false });
    expect(await shown()).toBe(false);
  });
});

describe('signing keys', () => {
  it('change without an outage: old tokens go on, new ones are taken at once', async () => {
    const old = await login();
    await verifier.verify(old.accessToken);
    const { id } = (await realm.administer('GET', '')) as { id: string };
    const key = { name: 'next', parentId: id, providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider' };
    await realm.administer('POST', '/components', { ...key, config: { priority: ['200'], enabled: ['true'], active: ['true'], keySize: ['2048'], algorithm: ['RS256'] } });
    await pause(COOLDOWN_MS);
    const next = await refresh(old.refreshToken);
    expect(decodeProtectedHeader(next.accessToken).kid).not.toBe(decodeProtectedHeader(old.accessToken).kid);
    expect(await verifier.verify(next.accessToken)).toMatchObject({ subject: ADMIN });
    expect(await verifier.verify(old.accessToken)).toMatchObject({ subject: ADMIN });
    expect(await refresh(next.refreshToken)).toHaveProperty('accessToken');
  });

  it('that are switched off are not taken by who asks for them anew', async () => {
    const { accessToken } = await login();
    const { kid = '' } = decodeProtectedHeader(accessToken);
    const { keys } = (await realm.administer('GET', '/keys')) as { keys: { kid: string; providerId: string }[] };
    const path = `/components/${keys.find((key) => key.kid === kid)?.providerId}`;
    const component = (await realm.administer('GET', path)) as { config: object };
    await realm.administer('PUT', path, { ...component, config: { ...component.config, active: ['false'], enabled: ['false'] } });
    const anew = new KeycloakVerifier({ issuer: realm.issuer, audience: 'aigaq-api' });
    await expect(anew.verify(accessToken)).rejects.toMatchObject({ code: 'token.invalid' });
    expect(await anew.verify((await login()).accessToken)).toMatchObject({ subject: ADMIN });
  });
});

/** A time-based one-time password (RFC 6238), `offset` periods from now. */
function code(secret: string, offset: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + offset));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
