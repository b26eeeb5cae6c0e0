import type { IdentityAccounts, ProvisionedAccount } from '../src/index.js';

export const TEMPORARY = 'Temporary-2026';
export const OWN = 'Own-password-2026';

export interface Stage {
  accounts: IdentityAccounts;
  /** Signs in, answering the page that demands a new password with `newPassword`; throws when it is refused. */
  login(username: string, password: string, newPassword?: string): Promise<{ subject: string; name: string; roles: string[]; refreshToken: string }>;
  /** Throws when the session has ended. */
  refresh(refreshToken: string): Promise<unknown>;
}

let count = 0;

/** Somebody new; nobody else in the realm has his name. */
export function somebody(change: Partial<ProvisionedAccount> = {}): ProvisionedAccount {
  count += 1;
  const number = String(count).padStart(3, '0');
  return {
    id: `0195c0de-0000-7000-8000-000000000${number}`,
    username: `zz.person${number}`,
    firstName: 'Әлия',
    lastName: 'Нұрова',
    email: `zz.person${number}@example.kz`,
    locale: 'kk',
    enabled: true,
    roles: ['executor'],
    groups: ['akimat'],
    ...change,
  };
}

/** What whoever stands behind the door of accounts has to keep. */
export function keepsAccounts(stage: () => Stage): void {
  const all = async (limit: number): Promise<ProvisionedAccount[]> => {
    const found: ProvisionedAccount[] = [];
    let after: string | undefined;
    do {
      const page = await stage().accounts.list(after, limit);
      found.push(...page.accounts);
      after = page.next;
    } while (after !== undefined);
    return found;
  };
  const kept = async (id: string): Promise<ProvisionedAccount | undefined> => (await all(100)).find((account) => account.id === id);
  const invited = async (change: Partial<ProvisionedAccount> = {}): Promise<ProvisionedAccount> => {
    const account = somebody(change);
    await stage().accounts.put(account);
    await stage().accounts.setTemporaryPassword(account.id, TEMPORARY);
    return account;
  };

  it('makes an account, and the same again changes nothing', async () => {
    const account = somebody({ roles: ['coordinator', 'executor'] });
    await stage().accounts.put(account);
    const once = await kept(account.id);
    await stage().accounts.put(account);
    expect(await kept(account.id)).toEqual(once);
    expect({ ...once, roles: once?.roles.toSorted() }).toEqual(account);
  });

  it('makes one account of two orders at once', async () => {
    const account = somebody();
    await Promise.all([stage().accounts.put(account), stage().accounts.put(account)]);
    expect((await all(100)).filter(({ username }) => username === account.username)).toEqual([account]);
  });

  it('brings an account to another state in all its parts', async () => {
    const account = somebody();
    await stage().accounts.put(account);
    const changed: ProvisionedAccount = { ...account, username: `${account.username}.b`, firstName: 'Ольга', lastName: 'Ким', email: 'olga@example.kz', locale: 'ru', roles: ['curator'], groups: ['agency'], enabled: false };
    await stage().accounts.put(changed);
    expect(await kept(account.id)).toEqual(changed);
    await stage().accounts.put({ ...account, roles: [], groups: [] });
    expect(await kept(account.id)).toEqual({ ...account, roles: [], groups: [] });
  });

  it('does not give a name twice', async () => {
    const account = somebody();
    await stage().accounts.put(account);
    await expect(stage().accounts.put(somebody({ username: account.username }))).rejects.toMatchObject({ kind: 'conflict', code: 'identity.name_taken' });
    await expect(stage().accounts.put(somebody({ email: account.email }))).rejects.toMatchObject({ kind: 'conflict', code: 'identity.name_taken' });
  });

  it('lists all, page by page, by name, each once', async () => {
    await stage().accounts.put(somebody());
    const [bySmallPages, byOnePage] = [await all(2), await all(1000)];
    expect(bySmallPages).toEqual(byOnePage);
    const names = byOnePage.map(({ username }) => username);
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it('lets somebody in with a temporary password, which he must change', async () => {
    const account = await invited({ roles: ['executor', 'head'] });
    await expect(stage().login(account.username, TEMPORARY)).rejects.toThrow(/Құпиясөз|Құпия сөз|парол/i);
    await expect(stage().login(account.username, TEMPORARY, 'short')).rejects.toThrow();
    const { subject, name, roles } = await stage().login(account.username, TEMPORARY, OWN);
    expect([subject, name, roles.toSorted()]).toEqual([account.id, 'Әлия Нұрова', ['executor', 'head']]);
    await expect(stage().login(account.username, TEMPORARY)).rejects.toThrow();
    expect(await stage().login(account.username, OWN)).toMatchObject({ subject: account.id });
  });

  it('sets the temporary password again', async () => {
    const account = await invited();
    await stage().accounts.setTemporaryPassword(account.id, TEMPORARY);
    await stage().accounts.setTemporaryPassword(account.id, 'Another-2026');
    await expect(stage().login(account.username, TEMPORARY, OWN)).rejects.toThrow();
    expect(await stage().login(account.username, 'Another-2026', OWN)).toMatchObject({ subject: account.id });
  });

  it('takes only a password that satisfies the policy, for somebody it knows', async () => {
    const account = somebody();
    await expect(stage().accounts.setTemporaryPassword(account.id, TEMPORARY)).rejects.toMatchObject({ code: 'identity.unknown_account' });
    await stage().accounts.put(account);
    for (const weak of ['Short-1', 'no-capital-2026', 'NO-SMALL-2026', 'No-digit-at-all']) {
      await expect(stage().accounts.setTemporaryPassword(account.id, weak)).rejects.toMatchObject({ code: 'identity.weak_password' });
    }
  });

  it('shows out who is deactivated: no refresh, no login; and lets in again', async () => {
    const account = await invited();
    const { refreshToken } = await stage().login(account.username, TEMPORARY, OWN);
    const next = (await stage().refresh(refreshToken)) as { refreshToken: string };
    await stage().accounts.put({ ...account, enabled: false });
    await expect(stage().refresh(next.refreshToken)).rejects.toThrow('invalid_grant');
    await expect(stage().login(account.username, OWN)).rejects.toThrow();
    await stage().accounts.put(account);
    await expect(stage().refresh(next.refreshToken)).rejects.toThrow('invalid_grant');
    expect(await stage().login(account.username, OWN)).toMatchObject({ subject: account.id });
  });
}
