import { rm } from 'node:fs/promises';
import { KeycloakVerifier } from '@aigaq/identity';
import { decodeJwt } from 'jose';
import { loginByHttp, refreshByHttp } from '../../../deploy/story/login.mjs';
import { keepsAccounts, OWN, somebody, type Stage, TEMPORARY } from '../../identity/test/identity-accounts.contract.js';
import { AKIM, PASSWORD, type Running, running } from './running.js';

describe('accounts of the embedded identity server', () => {
  let server: Running;
  beforeAll(async () => {
    server = await running();
  });
  afterAll(async () => {
    await server.stop();
    await rm(server.folder, { recursive: true });
  });

  const request = () => ({ issuer: server.issuer, clientId: 'aigaq-portal', redirectUri: `${server.origin}/`, locale: 'kk' as const });
  const stage = (): Stage => ({
    accounts: server.accounts,
    login: async (username, password, newPassword) => {
      const { accessToken, refreshToken } = await loginByHttp({ ...request(), username, password, ...(newPassword && { newPassword }) });
      const { subject, name } = await new KeycloakVerifier({ issuer: server.issuer, audience: 'aigaq-api' }).verify(accessToken);
      return { subject, name, refreshToken, roles: decodeJwt<{ realm_access: { roles: string[] } }>(accessToken).realm_access.roles };
    },
    refresh: (refreshToken) => refreshByHttp({ ...request(), refreshToken }),
  });
  keepsAccounts(stage);

  it('are those of the demonstration, too; they keep the common password until they get one of their own', async () => {
    const { memberships: _, ...names } = AKIM;
    const account = { ...names, enabled: true, roles: ['executor', 'head'] as const, groups: ['akimat'] };
    await server.accounts.put(account);
    expect(await stage().login('akim', PASSWORD)).toMatchObject({ subject: AKIM.id });
    await server.accounts.setTemporaryPassword(AKIM.id, TEMPORARY);
    await expect(stage().login('akim', PASSWORD)).rejects.toThrow('құпиясөз қате');
    expect(await stage().login('akim', TEMPORARY, OWN)).toMatchObject({ subject: AKIM.id });
  });

  it('do not have the common password when they were invited', async () => {
    const account = somebody();
    await server.accounts.put(account);
    await expect(stage().login(account.username, PASSWORD)).rejects.toThrow('құпиясөз қате');
  });

  it('are told what is wrong with a new password', async () => {
    const account = somebody();
    await server.accounts.put(account);
    await server.accounts.setTemporaryPassword(account.id, TEMPORARY);
    await expect(stage().login(account.username, TEMPORARY, 'short')).rejects.toThrow('тым қарапайым');
    await expect(stage().login(account.username, TEMPORARY, TEMPORARY)).rejects.toThrow('уақытша');
  });

  it('outlive a restart', async () => {
    const before = await running();
    const account = somebody();
    await before.accounts.put(account);
    await before.stop();
    const after = await running({ folder: before.folder, port: Number(new URL(before.origin).port) });
    expect((await after.accounts.list(undefined, 10)).accounts).toContainEqual(account);
    await after.stop();
    await rm(before.folder, { recursive: true });
  });
});
