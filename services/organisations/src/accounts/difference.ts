import type { Provisioned } from './account.js';

/** `missing`: not in the identity server; `unknown`: there, but not here. */
export type DifferenceKind = 'missing' | 'unknown' | 'names' | 'enabled' | 'roles' | 'groups';

export interface Difference {
  kind: DifferenceKind;
  username: string;
  /** One sentence for the one who looks after the system. */
  words: string;
}

/** What the identity server has otherwise than it follows from the memberships. @param theirs undefined = it has no such account */
export function differencesOf(ours: Provisioned, theirs: Provisioned | undefined): Difference[] {
  const { username } = ours;
  if (!theirs) {
    return [{ kind: 'missing', username, words: `${username} is not in the identity server` }];
  }
  const rows: [DifferenceKind, string, string][] = [
    ['names', namesIn(ours), namesIn(theirs)],
    ['enabled', enabledIn(ours), enabledIn(theirs)],
    ['roles', `roles ${listOf(ours.roles)}`, `roles ${listOf(theirs.roles)}`],
    ['groups', `groups ${listOf(ours.groups)}`, `groups ${listOf(theirs.groups)}`],
  ];
  return rows
    .filter(([, here, there]) => here !== there)
    .map(([kind, here, there]) => ({ kind, username, words: `${username}: here ${here}, in the identity server ${there}` }));
}

/** Somebody entered it there by hand: it is shown, and nobody but a person may remove it. */
export function unknownAccount({ username, enabled }: Provisioned): Difference {
  return { kind: 'unknown', username, words: `${username} is in the identity server (${enabled ? 'may sign in' : 'may not sign in'}) and not here` };
}

// The identity server keeps user names and addresses in lower case.
const namesIn = ({ username, firstName, lastName, email, locale }: Provisioned): string =>
  `«${firstName} ${lastName}», ${username.toLowerCase()}, ${email.toLowerCase()}, ${locale}`;
const enabledIn = ({ enabled }: Provisioned): string => (enabled ? 'may sign in' : 'may not sign in');
const listOf = (names: readonly string[]): string => (names.length === 0 ? 'none' : [...names].sort().join(', '));
