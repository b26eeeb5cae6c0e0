import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IdentityAccounts } from '@aigaq/identity';
import { embeddedProvider, type EmbeddedProviderOptions, type Person } from '../src/index.js';

export const AKIM: Person = {
  id: '6f1c1a3e-0000-4000-8000-000000000001',
  username: 'akim',
  firstName: 'Айгүл',
  lastName: 'Серікова',
  email: 'akim@example.kz',
  locale: 'kk',
  memberships: [{ role: 'executor' }, { role: 'executor' }, { role: 'head' }],
};
export const PASSWORD = 'Aigaq-demo-2026';

export interface Running {
  accounts: IdentityAccounts;
  issuer: string;
  origin: string;
  folder: string;
  options: EmbeddedProviderOptions;
  stop(): Promise<void>;
}

/** An embedded identity server on a port of its own, or again where one was. */
export async function running(at?: { folder: string; port: number }): Promise<Running> {
  const folder = at?.folder ?? (await mkdtemp(join(tmpdir(), 'aigaq-identity-')));
  let handler: Parameters<typeof createServer>[1] = () => undefined;
  const server: Server = createServer((request, response) => handler?.(request, response as never));
  await new Promise<void>((resolve) => server.listen(at?.port ?? 0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/auth/realms/aigaq`;
  const options: EmbeddedProviderOptions = {
    issuer,
    people: [AKIM],
    password: PASSWORD,
    folder,
    audience: 'aigaq-api',
    clients: [
      { clientId: 'aigaq-portal', redirectUris: [`${origin}/*`], postLogoutRedirectUris: [`${origin}/`] },
      { clientId: 'aigaq-other', redirectUris: [`${origin}/other`], postLogoutRedirectUris: [], audience: 'aigaq-other' },
    ],
  };
  const provider = await embeddedProvider(options);
  ({ handler } = provider);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { accounts: provider.accounts, issuer, origin, folder, options, stop };
}
