/** A person of the demonstration or of a test, as the identity server knows him. */
export interface Person {
  /** Becomes the subject of tokens. */
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  locale: 'kk' | 'ru';
  memberships: readonly { role: string }[];
}

/** The claims that our Keycloak realm puts into tokens. */
export function claimsOf(person: Person): Record<string, unknown> {
  const { username, firstName, lastName, email, locale, memberships } = person;
  return {
    preferred_username: username,
    name: `${firstName} ${lastName}`,
    given_name: firstName,
    family_name: lastName,
    email,
    email_verified: true,
    locale,
    realm_access: { roles: [...new Set(memberships.map(({ role }) => role))] },
  };
}
