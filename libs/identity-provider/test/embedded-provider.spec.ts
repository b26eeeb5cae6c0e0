import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { KeycloakVerifier, requireStepUp } from '@aigaq/identity';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { loginByHttp, logoutByHttp, refreshByHttp } from '../../../deploy/story/login.mjs';
import { embeddedProvider } from '../src/index.js';
import { AKIM, PASSWORD, type Running, running } from './running.js';

const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();
describe('embedded identity server', () => {
  let server: Running;
  beforeAll(async () => {
    server = await running();
  });
  afterAll(async () => {
    await server.stop();
    await rm(server.folder, { recursive: true });
  });

  const request = <T extends object>(change?: T) => ({
    issuer: server.issuer,
    clientId: 'aigaq-portal',
    redirectUri: `${server.origin}/`,
    username: 'akim',
    password: PASSWORD,
    ...(change as T),
  });
  const verifier = (): KeycloakVerifier => new KeycloakVerifier({ issuer: server.issuer, audience: 'aigaq-api' });
  const authorize = (parameters: Record<string, string>): Promise<Response> =>
    fetch(`${server.issuer}/protocol/openid-connect/auth?${query({ client_id: 'aigaq-portal', response_type: 'code', scope: 'openid', ...parameters })}`, {
      redirect: 'manual',
    });

  it('signs in and gives a token that the verifier accepts', async () => {
    const { accessToken, expiresIn } = await loginByHttp(request());
    expect(expiresIn).toBe(300);
    expect(await verifier().verify(accessToken)).toMatchObject({ subject: AKIM.id, username: 'akim', name: 'Айгүл Серікова', locale: 'kk', acr: '1' });
  });

  it('puts into tokens what our Keycloak realm puts there', async () => {
    const { accessToken, idToken } = await loginByHttp(request({ scope: 'openid profile email' }));
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'RS256' });
    expect(decodeJwt(accessToken)).toMatchObject({
      iss: server.issuer,
      aud: 'aigaq-api',
      azp: 'aigaq-portal',
      typ: 'Bearer',
      preferred_username: 'akim',
      realm_access: { roles: ['executor', 'head'] },
    });
    expect(decodeJwt(idToken)).toMatchObject({ aud: 'aigaq-portal', sub: AKIM.id, name: 'Айгүл Серікова', email: 'akim@example.kz' });
  });

  it('gives tokens that are refused elsewhere: ID token, and token for another audience', async () => {
    const { idToken } = await loginByHttp(request());
    await expect(verifier().verify(idToken)).rejects.toMatchObject({ code: 'token.invalid' });
    const other = await loginByHttp(request({ clientId: 'aigaq-other', redirectUri: `${server.origin}/other` }));
    await expect(verifier().verify(other.accessToken)).rejects.toMatchObject({ code: 'token.wrong_audience' });
  });

  it.each<['kk' | 'ru', string, string]>([
    ['ru', 'akim', 'Неверное имя пользователя или пароль. Проверьте и введите ещё раз.'],
    ['kk', 'akim', 'Пайдаланушы аты немесе құпиясөз қате. Тексеріп, қайта енгізіңіз.'],
    ['ru', 'nobody', 'Неверное имя пользователя или пароль. Проверьте и введите ещё раз.'],
    ['ru', ' ', 'Неверное имя пользователя или пароль. Проверьте и введите ещё раз.'],
  ])('says in %s that %j gave a wrong password', async (locale, username, message) => {
    await expect(loginByHttp(request({ username, password: 'wrong', locale }))).rejects.toThrow(message);
  });

  it('slows down who guesses, also with the right password at last', async () => {
    const guess = (password: string) => loginByHttp(request({ username: 'guessed', password }));
    for (let count = 0; count < 5; count += 1) {
      await expect(guess('wrong')).rejects.toThrow('Неверное имя');
    }
    await expect(guess(PASSWORD)).rejects.toThrow('(429): Слишком много попыток. Повторите через 2 с.');
  });

  it('does not ask again within the session', async () => {
    const { cookies } = await loginByHttp(request());
    expect(await loginByHttp(request({ password: 'not asked for' }), cookies)).toHaveProperty('accessToken');
  });

  it('refreshes, again and again', async () => {
    const first = await loginByHttp(request());
    const second = await refreshByHttp(request({ refreshToken: first.refreshToken }));
    expect(await verifier().verify(second.accessToken)).toMatchObject({ subject: AKIM.id });
    expect(await refreshByHttp(request({ refreshToken: second.refreshToken }) as never)).toHaveProperty('accessToken');
  });

  it('ends the session when a refresh token is used twice', async () => {
    const first = await loginByHttp(request());
    const second = await refreshByHttp(request({ refreshToken: first.refreshToken }));
    for (const { refreshToken } of [first, second]) {
      await expect(refreshByHttp(request({ refreshToken }))).rejects.toThrow('invalid_grant');
    }
    const { refreshToken } = await loginByHttp(request({ password: 'not asked for' }), first.cookies);
    expect(await refreshByHttp(request({ refreshToken }))).toHaveProperty('accessToken');
  });

  it('asks for the password again when a fresh login is wanted, and says so in the token', async () => {
    const usual = await loginByHttp(request());
    expect(await verifier().verify(usual.accessToken)).toMatchObject({ acr: '1', authTime: expect.any(Date) });
    await expect(loginByHttp(request({ acrValues: '2', password: 'wrong' }), usual.cookies)).rejects.toThrow('Неверное имя');
    const fresh = await loginByHttp(request({ acrValues: '2', username: 'somebody-else' }), usual.cookies);
    const token = await verifier().verify(fresh.accessToken);
    expect(token).toMatchObject({ subject: AKIM.id, acr: '2' });
    expect(() => requireStepUp(token, 'card.publish')).not.toThrow();
    const { accessToken } = await refreshByHttp(request({ refreshToken: fresh.refreshToken }));
    expect(await verifier().verify(accessToken)).toMatchObject({ acr: '2', authTime: token.authTime });
    expect(await loginByHttp(request({ acrValues: '2', password: 'not asked for' }), fresh.cookies)).toHaveProperty('accessToken');
    const { idToken, refreshToken } = fresh;
    await logoutByHttp({ ...request(), idToken, postLogoutRedirectUri: `${server.origin}/`, cookies: fresh.cookies });
    for (const dead of [usual.refreshToken, refreshToken]) {
      await expect(refreshByHttp(request({ refreshToken: dead }))).rejects.toThrow('invalid_grant');
    }
  });

  it('asks once for a fresh login who was not signed in yet', async () => {
    const { accessToken } = await loginByHttp(request({ acrValues: '2' }));
    expect(await verifier().verify(accessToken)).toMatchObject({ acr: '2' });
  });

  it('signs out: back to the portal, no refresh, the form again', async () => {
    const { idToken, refreshToken, cookies } = await loginByHttp(request());
    const end = await logoutByHttp({ ...request(), idToken, postLogoutRedirectUri: `${server.origin}/`, cookies });
    expect(end).toBe(`${server.origin}/`);
    await expect(refreshByHttp(request({ refreshToken }) as never)).rejects.toThrow('invalid_grant');
    await expect(loginByHttp(request({ password: 'wrong' }), cookies)).rejects.toThrow('Неверное имя');
  });

  it('asks before signing out who comes without a hint', async () => {
    const { cookies } = await loginByHttp(request());
    const url = new URL(`${server.issuer}/protocol/openid-connect/logout?ui_locales=kk`);
    const page = await (await fetch(url, { headers: { cookie: cookies.for(url) } })).text();
    expect(page).toContain('Жүйеден шыққыңыз келе ме?');
  });

  it('keeps sessions, refresh tokens and keys over a restart', async () => {
    const before = await running();
    const ask = { issuer: before.issuer, clientId: 'aigaq-portal', redirectUri: `${before.origin}/`, username: 'akim', password: PASSWORD };
    const login = await loginByHttp(ask);
    await before.stop();
    const after = await running({ folder: before.folder, port: Number(new URL(before.origin).port) });
    const accepting = new KeycloakVerifier({ issuer: before.issuer, audience: 'aigaq-api' });
    expect(await accepting.verify(login.accessToken)).toMatchObject({ subject: AKIM.id });
    expect(await refreshByHttp({ ...ask, refreshToken: login.refreshToken })).toHaveProperty('accessToken');
    expect(await loginByHttp({ ...ask, password: 'not asked for' }, login.cookies)).toHaveProperty('accessToken');
    await after.stop();
    await rm(before.folder, { recursive: true });
  });

  it('demands PKCE with S256', async () => {
    const answer = await authorize({ redirect_uri: `${server.origin}/` });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
    const plain = await authorize({ redirect_uri: `${server.origin}/`, code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' });
    expect(plain.headers.get('location')).toContain('error=invalid_request');
  });

  it.each(['https://evil.example/', 'http://127.0.0.1:1@evil.example/', 'javascript:alert(1)', 'nonsense'])('does not send anybody to %s', async (uri) => {
    const answer = await authorize({ redirect_uri: uri, code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', ui_locales: 'kk' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain('Жүйеге кіру мүмкін болмады');
  });

  it('refuses a code without its verifier, and a second time', async () => {
    const post = (form: Record<string, string>): Promise<Response> =>
      fetch(`${server.issuer}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) });
    const answer = await post({ grant_type: 'authorization_code', client_id: 'aigaq-portal', code: 'made-up', redirect_uri: `${server.origin}/`, code_verifier: 'x'.repeat(43) });
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
  });

  it('shows the login page in both languages, with a switch, without scripts', async () => {
    const start = await authorize({ redirect_uri: `${server.origin}/`, code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', ui_locales: 'kk' });
    const url = new URL(start.headers.get('location') ?? '', server.origin);
    const cookie = start.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const kk = await fetch(url, { headers: { cookie } });
    const page = await kk.text();
    expect(page).toContain('<html lang="kk">');
    expect(page).toContain('Құпиясөз');
    expect(page).not.toMatch(/<script|style="|onclick/);
    expect(kk.headers.get('content-security-policy')).toContain("default-src 'none'");
    url.searchParams.set('kc_locale', 'ru');
    expect(await (await fetch(url, { headers: { cookie } })).text()).toContain('Пароль');
  });

  it('says that a login page is too old', async () => {
    const answer = await fetch(`${server.issuer}/login-actions/authenticate/long-gone`, { headers: { 'accept-language': 'kk-KZ,kk' } });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Кіру беті ескірген')]);
  });

  it('names itself by its issuer, whatever the request claims', async () => {
    const answer = await fetch(`${server.issuer}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example', host: 'evil.example' } });
    expect(await answer.json()).toMatchObject({ issuer: server.issuer, jwks_uri: `${server.issuer}/protocol/openid-connect/certs` });
  });

  it('keeps its keys to itself', async () => {
    const { keys } = (await (await fetch(`${server.issuer}/protocol/openid-connect/certs`)).json()) as { keys: object[] };
    expect(Object.keys(keys[0] ?? {})).not.toContain('d');
    expect(JSON.parse(await readFile(join(server.folder, 'keys.json'), 'utf8'))).toHaveProperty('signing.d');
  });

  it('works inside Fastify', async () => {
    const app = fastify();
    await app.register((await embeddedProvider(server.options)).plugin);
    const answer = await app.inject({ url: '/auth/realms/aigaq/.well-known/openid-configuration' });
    expect(answer.json()).toMatchObject({ issuer: server.issuer });
    await app.close();
  });
});
