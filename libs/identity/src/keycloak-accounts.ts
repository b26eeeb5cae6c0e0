import { type Role, ROLES } from '@aigaq/kernel';
import { identityErrors } from './identity.errors.js';
import { IdentityAccounts, type ProvisionedAccount } from './identity-accounts.js';
import { type Answer, KeycloakAdmin, type KeycloakAdminOptions } from './keycloak-admin.js';

export type KeycloakAccountsOptions = KeycloakAdminOptions;

interface User {
  /** Keycloak's own; ours is the attribute `person_id`, which the realm makes the subject of tokens. */
  id: string;
  username: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  enabled: boolean;
  attributes?: { person_id?: string[]; locale?: string[] };
  requiredActions?: string[];
}

interface Named {
  id: string;
  name: string;
}

const PERSON = 'person_id';
const AT_ONCE = 8;

/**
 * Accounts in Keycloak through its admin API. Only `partialImport` makes a user with an id of our choosing, and that takes the right to
 * manage the whole realm; so users keep Keycloak's id, and ours is an attribute (docs/decisions/0010-accounts-in-keycloak.md).
 */
export class KeycloakAccounts extends IdentityAccounts {
  private readonly admin: KeycloakAdmin;

  constructor(options: KeycloakAccountsOptions) {
    super();
    this.admin = new KeycloakAdmin(options);
  }

  async put(account: ProvisionedAccount): Promise<void> {
    const known = (await this.find(account.id)) ?? (await this.create(account));
    // First what takes access away.
    await this.putUser(known, account);
    if (!account.enabled) {
      await this.endSessions(known.id);
    }
    await this.putRoles(known.id, account.roles);
    await this.putGroups(known.id, account.groups);
  }

  async setTemporaryPassword(id: string, password: string): Promise<void> {
    const user = await this.find(id);
    if (user === undefined) {
      throw identityErrors.unknown_account();
    }
    const { status, body } = await this.admin.ask('PUT', `/users/${user.id}/reset-password`, { type: 'password', value: password, temporary: true });
    if (status === 400 && !isRepeated(body, user)) {
      throw identityErrors.weak_password();
    }
    mustBe(status === 400 ? 204 : status, 204);
  }

  /** Users that somebody made by hand in Keycloak are not ours: they are left out, so a page may be shorter than asked for. */
  async list(after: string | undefined, limit: number): Promise<{ accounts: ProvisionedAccount[]; next: string | undefined }> {
    const first = Number(after ?? 0);
    const users = await this.read<User[]>(`/users?first=${first}&max=${limit}&briefRepresentation=false`);
    const accounts: ProvisionedAccount[] = [];
    for (let begin = 0; begin < users.length; begin += AT_ONCE) {
      const some = users.slice(begin, begin + AT_ONCE).filter((user) => personOf(user) !== undefined);
      accounts.push(...(await Promise.all(some.map((user) => this.accountOf(user)))));
    }
    return { accounts, next: users.length < limit ? undefined : String(first + users.length) };
  }

  private async accountOf(user: User): Promise<ProvisionedAccount> {
    const [roles, groups] = await Promise.all([this.rolesOf(user.id), this.groupsOf(user.id)]);
    const { username, firstName = '', lastName = '', email = '', enabled, attributes } = user;
    const locale = attributes?.locale?.[0] === 'kk' ? 'kk' : 'ru';
    return { id: personOf(user) ?? '', username, firstName, lastName, email, locale, enabled, roles: roles.map(({ name }) => name as Role), groups: groups.map(({ name }) => name) };
  }

  private async find(id: string): Promise<User | undefined> {
    const users = await this.read<User[]>(`/users?q=${encodeURIComponent(`${PERSON}:${id}`)}&briefRepresentation=false`);
    return users.find((user) => personOf(user) === id);
  }

  private async create(account: ProvisionedAccount): Promise<User> {
    const { status } = await this.admin.ask('POST', '/users', { ...userOf(account), emailVerified: true });
    const made = await this.find(account.id);
    if (made === undefined) {
      // Not in conflict with the same account, made by another process a moment ago: with somebody else.
      throw status === 409 ? identityErrors.name_taken({ username: account.username }) : refused(status);
    }
    return made;
  }

  private async putUser(known: User, account: ProvisionedAccount): Promise<void> {
    const wanted = userOf(account);
    if (isSame(known, wanted)) {
      return;
    }
    const { status } = await this.admin.ask('PUT', `/users/${known.id}`, wanted);
    if (status === 409) {
      throw identityErrors.name_taken({ username: account.username });
    }
    mustBe(status, 204);
  }

  private async endSessions(userId: string): Promise<void> {
    if ((await this.read<unknown[]>(`/users/${userId}/sessions`)).length > 0) {
      mustBe((await this.admin.ask('POST', `/users/${userId}/logout`)).status, 204);
    }
  }

  private async putRoles(userId: string, wanted: readonly Role[]): Promise<void> {
    const held = await this.rolesOf(userId);
    const path = `/users/${userId}/role-mappings/realm`;
    const gone = held.filter(({ name }) => !(wanted as readonly string[]).includes(name));
    const missing = wanted.filter((role) => !held.some(({ name }) => name === role));
    if (gone.length > 0) {
      mustBe((await this.admin.ask('DELETE', path, gone)).status, 204);
    }
    if (missing.length > 0) {
      const available = await this.read<Named[]>(`${path}/available`);
      await this.admin.ask('POST', path, available.filter(({ name }) => (missing as readonly string[]).includes(name)));
      // Whoever gave them, this or another process at the same moment.
      const now = await this.rolesOf(userId);
      missing.forEach((role) => known(now, role, 'role'));
    }
  }

  private async putGroups(userId: string, wanted: readonly string[]): Promise<void> {
    const held = await this.groupsOf(userId);
    for (const { id } of held.filter(({ name }) => !wanted.includes(name))) {
      mustBe((await this.admin.ask('DELETE', `/users/${userId}/groups/${id}`)).status, 204);
    }
    for (const name of wanted.filter((each) => !held.some((group) => group.name === each))) {
      const { id } = known(await this.read<Named[]>('/groups?briefRepresentation=true'), name, 'group');
      mustBe((await this.admin.ask('PUT', `/users/${userId}/groups/${id}`)).status, 204);
    }
  }

  /** Only those that the product knows: Keycloak's own stay as they are. */
  private async rolesOf(userId: string): Promise<Named[]> {
    const held = await this.read<Named[]>(`/users/${userId}/role-mappings/realm`);
    return held.filter(({ name }) => (ROLES as readonly string[]).includes(name));
  }

  private groupsOf(userId: string): Promise<Named[]> {
    return this.read<Named[]>(`/users/${userId}/groups?briefRepresentation=true`);
  }

  private async read<T>(path: string): Promise<T> {
    const { status, body }: Answer = await this.admin.ask('GET', path);
    mustBe(status, 200);
    return body as T;
  }
}

/** Groups come separately: they are added and taken away one by one. */
function userOf({ id, username, firstName, lastName, email, enabled, locale }: ProvisionedAccount) {
  return { username, firstName, lastName, email, enabled, attributes: { [PERSON]: [id], locale: [locale] } };
}

function isSame(known: User, wanted: ReturnType<typeof userOf>): boolean {
  const fields = ['firstName', 'lastName', 'enabled'] as const;
  // Keycloak keeps both in lower case.
  const names = ['username', 'email'] as const;
  return (
    fields.every((field) => known[field] === wanted[field]) &&
    names.every((field) => (known[field] ?? '') === wanted[field].toLowerCase()) &&
    known.attributes?.locale?.[0] === wanted.attributes['locale']?.[0]
  );
}

/** The policy refuses what was used before, also when the very same order comes twice. */
function isRepeated(body: unknown, { requiredActions = [] }: User): boolean {
  return (body as { error?: string } | undefined)?.error === 'invalidPasswordHistoryMessage' && requiredActions.includes('UPDATE_PASSWORD');
}

const personOf = ({ attributes }: User): string | undefined => attributes?.person_id?.[0];

function known(things: readonly Named[], name: string, kind: string): Named {
  const found = things.find((thing) => thing.name === name);
  if (found === undefined) {
    throw new Error(`the realm has no ${kind} ${name} to give`);
  }
  return found;
}

function mustBe(status: number, expected: number): void {
  if (status !== expected) {
    throw refused(status);
  }
}

const refused = (status: number): Error => new Error(`Keycloak refused a change of an account: ${status}`);
