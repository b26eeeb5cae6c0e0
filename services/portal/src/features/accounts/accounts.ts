import type { AccountRow, BodyName, Deactivate, EndRole, GrantRole, HandOver, InvitePerson, MembershipView, PageOf, TemporaryPassword } from '@aigaq/api';
import type { Role } from '@aigaq/kernel';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { usePost } from '../../api/act.js';
import { get, post, type Query } from '../../api/client.js';
import { pagedQuery } from '../../api/paged.js';

const ACCOUNTS = '/api/organisations/accounts';
const MEMBERSHIPS = '/api/organisations/memberships';
const FRESH_MILLISECONDS = 30_000;

export const personPath = (id: string): string => `/accounts/${encodeURIComponent(id)}`;
const accountPath = (id: string): string => `${ACCOUNTS}/${encodeURIComponent(id)}`;
const membershipPath = (id: string): string => `${MEMBERSHIPS}/${encodeURIComponent(id)}`;

export const accountsQuery = (query: Query) => pagedQuery<AccountRow>(['accounts', 'list'], ACCOUNTS, { limit: 50, ...query });

export const accountQuery = (id: string) =>
  queryOptions({ queryKey: ['accounts', 'one', id], queryFn: ({ signal }) => get<AccountRow>(accountPath(id), {}, signal), staleTime: FRESH_MILLISECONDS });

/** A few people for what is typed into a field. */
export const foundPeopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['accounts', 'found', search],
    queryFn: ({ signal }) => get<PageOf<AccountRow>>(ACCOUNTS, { search, limit: 20 }, signal),
    enabled: search !== '',
    staleTime: FRESH_MILLISECONDS,
  });

export const useInvite = () => usePost<InvitePerson, AccountRow>(ACCOUNTS, 'accounts');
export const useGrant = () => usePost<GrantRole, MembershipView>(MEMBERSHIPS, 'accounts');
export const useEndRole = (id: string) => usePost<EndRole>(`${membershipPath(id)}/end`, 'accounts');
export const useHandOver = (id: string) => usePost<HandOver>(`${membershipPath(id)}/hand-over`, 'accounts');
export const useDeactivate = (id: string) => usePost<Deactivate>(`${accountPath(id)}/deactivate`, 'accounts');
export const useActivate = (id: string) => usePost<Record<string, never>>(`${accountPath(id)}/activate`, 'accounts');

/** Nothing of the answer is kept once the dialog that shows it is gone. */
export const useTemporaryPassword = (id: string) =>
  useMutation({ mutationFn: () => post<TemporaryPassword>(`${accountPath(id)}/temporary-password`), gcTime: 0 });

const OF_THE_AGENCY: Role[] = ['curator', 'analyst', 'auditor', 'agency-admin', 'executor', 'ethics-officer', 'head'];
const OF_A_BODY: Role[] = ['executor', 'coordinator', 'ethics-officer', 'head'];

/** The roles that people of a body of that kind hold; whether one may give them is decided by the service. */
export function rolesFor(kind: BodyName['kind'] | undefined): Role[] {
  if (kind === 'agency' || kind === 'agency-department') {
    return OF_THE_AGENCY;
  }
  return kind === 'quasi-state' ? ['compliance-officer', ...OF_A_BODY] : OF_A_BODY;
}
