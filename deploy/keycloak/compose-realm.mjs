// Composes the realm, demonstration people, the origin of the portal and, for tests, an overlay into one file that Keycloak imports.
//   DEMO_PASSWORD=… KEYCLOAK_PROVISIONING_SECRET=… node deploy/keycloak/compose-realm.mjs --out file --origin http://127.0.0.1:4300 [--origin …] [--people data/demo/people.json] [--overlay file]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const REALM = join(import.meta.dirname, 'aigaq-realm.json');
/** The kind of body is the first part of an organisation's id. */
const GROUPS = { agency: '/agency', cgo: '/cgo', akimat: '/akimat', qs: '/quasi-state' };

/** What the example of a broker gets while nobody has named a real one. It is switched off. */
const NO_BROKER = { EGOV_ISSUER: 'https://egov.invalid', EGOV_CLIENT_ID: 'aigaq', EGOV_CLIENT_SECRET: 'none' };

/**
 * @typedef {{ id: string, username: string, firstName: string, lastName: string, email: string, password?: string, locale: string,
 *   memberships: { organisationId: string, role: string }[] }} Person `id` becomes `sub` of the person's tokens
 * @typedef {{ passwordPolicy: string, users: object[], clients: { redirectUris: string[], webOrigins: string[], attributes?: object }[] }} Realm
 * @typedef {Record<string, string | undefined>} Variables
 */

/**
 * Writes the file. It holds passwords: only its owner may read it. `people` are those of data/demo/people.json; `variables` are the secrets
 * that the realm file names (KEYCLOAK_PROVISIONING_SECRET, EGOV_…).
 * @param {{ outFile: string, origins: string[], people?: Person[], demoPassword?: string | undefined, overlayFile?: string | undefined, variables: Variables }} options
 */
export function composeRealm({ outFile, origins, people = [], demoPassword, overlayFile, variables }) {
  const realm = readRealm(REALM, origins, variables);
  const overlay = overlayFile ? readRealm(overlayFile, origins, variables) : { clients: [] };
  realm.clients.push(...overlay.clients);
  realm.users.push(...people.map((person) => userOf(person, checkedPassword(realm, person, person.password ?? demoPassword))));
  mkdirSync(dirname(outFile), { recursive: true });
  writeFileSync(outFile, JSON.stringify(realm, null, 2), { mode: 0o600 });
}

/** Reads a realm file with its placeholders filled in; further origins are allowed beside the first. @param {string} file @param {string[]} origins @param {Variables} variables */
function readRealm(file, origins, variables) {
  const [first = '', ...others] = origins;
  /** @type {Realm} */
  const realm = JSON.parse(filled(readFileSync(file, 'utf8'), { ...NO_BROKER, ...variables, PORTAL_ORIGIN: first }));
  for (const client of realm.clients.filter(({ redirectUris }) => redirectUris)) {
    client.redirectUris.push(...others.map((origin) => `${origin}/*`));
    client.webOrigins.push(...others);
    client.attributes = { ...client.attributes, 'post.logout.redirect.uris': client.redirectUris.join('##') };
  }
  return realm;
}

/** @param {string} text @param {Variables} variables */
function filled(text, variables) {
  return text.replaceAll(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_whole, name) => {
    if (!variables[name]) {
      throw new Error(`the realm needs a value for ${name}`);
    }
    return JSON.stringify(variables[name]).slice(1, -1);
  });
}

/** @param {Person} person @param {string} password */
function userOf(person, password) {
  const groups = person.memberships.map(({ organisationId }) => groupOf(organisationId));
  return {
    id: person.id,
    username: person.username,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    emailVerified: true,
    enabled: true,
    attributes: { locale: [person.locale], person_id: [person.id] },
    realmRoles: ['default-roles-aigaq', ...new Set(person.memberships.map(({ role }) => role))],
    groups: [...new Set(groups)],
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}

/** @param {string} organisationId */
function groupOf(organisationId) {
  const group = GROUPS[/** @type {keyof typeof GROUPS} */ (organisationId.split('-')[0])];
  if (!group) {
    throw new Error(`organisation ${organisationId} is of no known kind`);
  }
  return group;
}

/** Keycloak does not hold imported passwords against the policy; people could then never set such a password themselves. @param {Realm} realm @param {Person} person */
function checkedPassword(realm, person, password = '') {
  const least = (/** @type {string} */ rule) => Number(new RegExp(`${rule}\\((\\d+)\\)`).exec(realm.passwordPolicy)?.[1] ?? 0);
  const count = (/** @type {RegExp} */ pattern) => password.match(pattern)?.length ?? 0;
  const rules = { length: /./g, upperCase: /\p{Lu}/gu, lowerCase: /\p{Ll}/gu, digits: /\d/g };
  for (const [rule, pattern] of Object.entries(rules)) {
    if (count(pattern) < least(rule)) {
      throw new Error(`the password of ${person.username} does not satisfy the password policy (${rule})`);
    }
  }
  return password;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: '.data/keycloak/aigaq-realm.json' },
      origin: { type: 'string', multiple: true, default: ['http://127.0.0.1:4300'] },
      people: { type: 'string' },
      overlay: { type: 'string' },
    },
  });
  composeRealm({
    outFile: values.out,
    origins: values.origin,
    people: values.people ? JSON.parse(readFileSync(values.people, 'utf8')).people : [],
    demoPassword: process.env.DEMO_PASSWORD,
    overlayFile: values.overlay,
    variables: process.env,
  });
}
