import { ROLES } from '@aigaq/kernel';
import { z } from 'zod';
import { BodyName, Day, PageQuery, PersonName } from './values.js';

/** `invited`: has not signed in yet. */
export const AccountStatus = z.enum(['invited', 'active', 'deactivated']);
export type AccountStatus = z.infer<typeof AccountStatus>;

export const MembershipView = z.object({
  id: z.string(),
  person: PersonName,
  organisation: BodyName,
  role: z.enum(ROLES),
  from: Day,
  until: Day.nullable(),
  inForce: z.boolean(),
  /** The one who asks may end it. */
  mayEnd: z.boolean(),
});
export type MembershipView = z.infer<typeof MembershipView>;

export const AccountRow = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  status: AccountStatus,
  /** The identity server has this state; false while it is away. */
  provisioned: z.boolean(),
  /** Memberships that the one who asks may see. */
  memberships: z.array(MembershipView),
});
export type AccountRow = z.infer<typeof AccountRow>;

/** GET /api/organisations/accounts: people who hold, or held, a role in a body below the one who asks. */
export const AccountsQuery = PageQuery.extend({
  organisationId: z.string().max(80).optional(),
  search: z.string().max(100).optional(),
  status: AccountStatus.optional(),
});
export type AccountsQuery = z.infer<typeof AccountsQuery>;

const role = z.enum(ROLES);
const reason = z.string().trim().min(3).max(500);
const personPart = z.string().trim().min(1).max(100);

/** POST /api/organisations/accounts: a new person with a first role; the answer is an AccountRow. */
export const InvitePerson = z.strictObject({
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,60}$/),
  firstName: personPart,
  lastName: personPart,
  patronymic: z.string().trim().max(100).default(''),
  email: z.email().max(200),
  locale: z.enum(['kk', 'ru']),
  organisationId: z.string().max(80),
  role,
  from: Day,
  until: Day.nullable().default(null),
});
export type InvitePerson = z.infer<typeof InvitePerson>;
/** POST /api/organisations/accounts/:id/temporary-password: shown once, to be changed at the first login. */
export const TemporaryPassword = z.object({ temporaryPassword: z.string() });
export type TemporaryPassword = z.infer<typeof TemporaryPassword>;
/** POST /api/organisations/accounts/:id/deactivate: all roles end at once, sessions too. POST …/:id/activate brings the account back without roles. */
export const Deactivate = z.strictObject({ reason });
export type Deactivate = z.infer<typeof Deactivate>;

/** POST /api/organisations/memberships */
export const GrantRole = z.strictObject({
  personId: z.string().max(60),
  organisationId: z.string().max(80),
  role,
  from: Day,
  until: Day.nullable().default(null),
});
export type GrantRole = z.infer<typeof GrantRole>;
/** POST /api/organisations/memberships/:id/end: today is the first day without it when `until` is not given. */
export const EndRole = z.strictObject({ until: Day.optional(), reason });
export type EndRole = z.infer<typeof EndRole>;
/** POST /api/organisations/memberships/:id/hand-over: the role and its unread notices go to another person. */
export const HandOver = z.strictObject({ toPersonId: z.string().max(60), from: Day, reason });
export type HandOver = z.infer<typeof HandOver>;
