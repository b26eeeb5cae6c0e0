import type { ProvisionedAccount } from '@aigaq/identity';
import type { Role } from '@aigaq/kernel';

/** A person of the demonstration or of a test, as the identity server knows him. */
export interface Person {
  /** Becomes the subject of tokens. */
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  locale: 'kk' | 'ru';
  memberships: readonly { role: Role }[];
  /** The kinds of the bodies he belongs to. */
  groups?: readonly string[];
}

export function accountOf({ memberships, groups = [], ...names }: Person): ProvisionedAccount {
  const { id, username, firstName, lastName, email, locale } = names;
  const roles = [...new Set(memberships.map(({ role }) => role))];
  return { id, username: username.toLowerCase(), firstName, lastName, email, locale, enabled: true, roles, groups };
}

/** The claims that our Keycloak realm puts into tokens. */
export function claimsOf(account: ProvisionedAccount): Record<string, unknown> {
  const { username, firstName, lastName, email, locale, roles } = account;
  return {
    preferred_username: username,
    name: `${firstName} ${lastName}`,
    given_name: firstName,
    family_name: lastName,
    email,
    email_verified: true,
    locale,
    realm_access: { roles },
  };
}
