import { UnsecuredJWT } from 'jose';
import { KeycloakVerifier } from '../src/index.js';
import { type TestIssuer, testIssuer } from './test-issuer.js';

describe('verification of access tokens', () => {
  let server: TestIssuer;
  let verifier: KeycloakVerifier;
  beforeAll(async () => {
    server = await testIssuer();
    verifier = new KeycloakVerifier({ issuer: server.issuer, keysUrl: server.keysUrl, audience: 'aigaq-api' });
  });
  afterAll(() => server.stop());

  const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
  const refused = (code: string): object => ({ name: 'Unauthenticated', status: 401, code });

  it('tells who it is, with the issuer public and the keys fetched from inside', async () => {
    const exp = seconds(100);
    expect(await verifier.verify(`Bearer ${await server.sign({ exp })}`)).toEqual({
      subject: '6f1c1a3e-0000-4000-8000-000000000001',
      username: 'akim',
      name: 'Айгүл Серікова',
      locale: 'kk',
      acr: '1',
      expiresAt: new Date(exp * 1000),
    });
  });

  it('accepts a single audience and a token without locale', async () => {
    const token = await verifier.verify(await server.sign({ aud: 'aigaq-api', locale: undefined, acr: undefined }));
    expect(token).toMatchObject({ username: 'akim' });
    expect(Object.keys(token)).not.toContain('locale');
  });

  it.each([undefined, '', 'Bearer', 'Bearer  '])('misses a token in %j', async (bearer) => {
    await expect(verifier.verify(bearer)).rejects.toMatchObject(refused('token.missing'));
  });

  it.each([
    ['expired', { exp: seconds(-1) }, 'token.expired'],
    ['for another audience', { aud: 'aigaq-other' }, 'token.wrong_audience'],
    ['for no audience', { aud: undefined }, 'token.wrong_audience'],
    ['of another issuer', { iss: 'https://evil.example/auth/realms/aigaq' }, 'token.invalid'],
    ['of the inside address', { iss: 'http://127.0.0.1/auth/realms/aigaq' }, 'token.invalid'],
    ['of the ID kind', { typ: 'ID' }, 'token.invalid'],
    ['of the refresh kind', { typ: 'Refresh' }, 'token.invalid'],
    ['without a kind', { typ: undefined }, 'token.invalid'],
    ['without expiry', { exp: undefined }, 'token.invalid'],
    ['without subject', { sub: undefined }, 'token.invalid'],
  ])('refuses a token %s', async (_case, claims, code) => {
    await expect(verifier.verify(await server.sign(claims))).rejects.toMatchObject(refused(code));
  });

  it('tells when the person proved who he is', async () => {
    expect(await verifier.verify(await server.sign({ auth_time: 1_796_022_181 }))).toMatchObject({ authTime: new Date('2026-11-30T07:03:01Z') });
  });

  it.each(['iat', 'nbf'])('takes a token whose %s is a little ahead of our clock, not one far ahead', async (claim) => {
    expect(await verifier.verify(await server.sign({ [claim]: seconds(25) }))).toMatchObject({ username: 'akim' });
    await expect(verifier.verify(await server.sign({ [claim]: seconds(60) }))).rejects.toMatchObject(refused('token.invalid'));
    await expect(verifier.verify(await server.sign({ [claim]: 'soon' }))).rejects.toMatchObject(refused('token.invalid'));
  });

  it('knows a token again until it expires', async () => {
    const fresh = new KeycloakVerifier({ issuer: server.issuer, keysUrl: server.keysUrl, audience: 'aigaq-api' });
    const token = await server.sign({ exp: seconds(2) });
    const first = await fresh.verify(token);
    expect(await fresh.verify(token)).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, first.expiresAt.getTime() - Date.now() + 1));
    await expect(fresh.verify(token)).rejects.toMatchObject(refused('token.expired'));
  });

  it('refuses altered claims', async () => {
    const [header, payload = '', signature] = (await server.sign()).split('.');
    const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), sub: 'somebody-else' };
    const altered = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    await expect(verifier.verify(altered)).rejects.toMatchObject(refused('token.invalid'));
  });

  it('refuses the algorithm none', async () => {
    const payload = JSON.parse(Buffer.from((await server.sign()).split('.')[1] ?? '', 'base64url').toString()) as object;
    await expect(verifier.verify(new UnsecuredJWT({ ...payload }).encode())).rejects.toMatchObject(refused('token.invalid'));
  });

  it('refuses a token signed by another server under the same key id', async () => {
    const other = await testIssuer();
    await expect(verifier.verify(await other.sign())).rejects.toMatchObject(refused('token.invalid'));
    await other.stop();
  });

  it.each(['x', 'a.b.c', 'null.null.null', `${'e30.'.repeat(2)}x`, '..', 'W10.W10.W10', 'bnVsbA.bnVsbA.bnVsbA', '💥'])('refuses %j', async (nonsense) => {
    await expect(verifier.verify(nonsense)).rejects.toMatchObject(refused('token.invalid'));
  });

  it('asks for keys once, whoever asks for whatever key', async () => {
    const fetches = server.fetches();
    for (const kid of ['a', 'b', 'c']) {
      await expect(verifier.verify(await server.sign({}, { kid }))).rejects.toMatchObject(refused('token.invalid'));
    }
    expect(server.fetches()).toBe(fetches);
  });
});

describe('verification without reachable keys', () => {
  let server: TestIssuer;
  beforeAll(async () => {
    server = await testIssuer();
  });
  afterAll(() => server.stop());

  it.each([
    [503, undefined],
    [200, 'not JSON'],
    [200, '{}'],
  ])('is unavailable while the answer is %s %s, then works', async (status, body) => {
    const verifier = new KeycloakVerifier({ issuer: server.issuer, keysUrl: server.keysUrl, audience: 'aigaq-api' });
    server.answerWith(status, body ?? '{"error":"starting"}');
    await expect(verifier.verify(await server.sign())).rejects.toMatchObject({ kind: 'unavailable', code: 'identity.unavailable' });
    server.answerWith(200);
    expect(await verifier.verify(await server.sign())).toMatchObject({ username: 'akim' });
  });

  it('goes on with known keys during an outage', async () => {
    const verifier = new KeycloakVerifier({ issuer: server.issuer, keysUrl: server.keysUrl, audience: 'aigaq-api' });
    await verifier.verify(await server.sign());
    server.answerWith(503, '');
    expect(await verifier.verify(await server.sign())).toMatchObject({ username: 'akim' });
    server.answerWith(200);
  });
});
