import type { Role } from '@aigaq/kernel';

export interface ProvisionedAccount { id: string; username: string; firstName: string; lastName: string; email: string; locale: 'kk' | 'ru'; enabled: boolean; roles: readonly Role[]; groups: readonly string[] }

/** The door to the accounts of the identity server. Every method is idempotent. Throws `identity.unavailable` when it cannot be reached. */
export abstract class IdentityAccounts {
  /** Makes the account with this id, or brings it to this state: names, enabled, realm roles, groups; ends its sessions when it is not enabled. */
  abstract put(account: ProvisionedAccount): Promise<void>;
  /** Sets a password that has to be changed at the next login. */
  abstract setTemporaryPassword(id: string, password: string): Promise<void>;
  /** All accounts, page by page, in the order of user names. */
  abstract list(after: string | undefined, limit: number): Promise<{ accounts: ProvisionedAccount[]; next: string | undefined }>;
}
