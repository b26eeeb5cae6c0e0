import type { MeView } from '@aigaq/api';
import type { Role } from '@aigaq/kernel';

export interface NavigationItem {
  key: 'queue' | 'review' | 'overview' | 'analyses' | 'pictures' | 'compliance' | 'card' | 'changes' | 'calendar' | 'bodies' | 'accounts' | 'recertification' | 'clearances' | 'audit' | 'inbox';
  path: string;
}

const COUNTRY = 'agency';
const NATIONAL: readonly Role[] = ['curator', 'agency-admin', 'analyst', 'auditor'];

export function organisationOf(me: MeView, ...roles: Role[]): string | undefined {
  return me.memberships.find(({ role }) => roles.length === 0 || roles.includes(role))?.organisation.id;
}

export function holds(me: MeView, ...roles: Role[]): boolean {
  return me.memberships.some(({ role }) => roles.includes(role));
}

/** Somebody of the Agency who sees the whole country. */
export const holdsNational = (me: MeView): boolean => holds(me, ...NATIONAL);

export const organisationsOf = (me: MeView): string[] => [...new Set(me.memberships.map(({ organisation }) => organisation.id))];

/** The overview that concerns the person: the country for the Agency's people, else the own body. */
export function overviewPath(me: MeView): string {
  return `/overview/${holdsNational(me) ? COUNTRY : (organisationOf(me) ?? COUNTRY)}`;
}

export function compliancePath(me: MeView): string {
  const own = organisationOf(me, 'compliance-officer');
  return own === undefined ? '/compliance' : `/compliance/${own}`;
}

/** What the menu offers; the services decide for themselves whatever the menu says. */
export function navigationOf(me: MeView): NavigationItem[] {
  const items: (NavigationItem & { act?: string })[] = [
    { key: 'queue', path: '/queue', act: 'assignment.submit' },
    { key: 'review', path: '/review', act: 'assignment.review' },
    { key: 'overview', path: overviewPath(me), act: 'overview.read' },
    { key: 'analyses', path: '/analyses', act: 'analysis.read' },
    { key: 'pictures', path: '/risk-pictures', act: 'picture.read' },
    { key: 'compliance', path: compliancePath(me), act: 'compliance.read' },
    { key: 'card', path: '/card', act: 'card.manage' },
    { key: 'changes', path: '/changes', act: 'card.acknowledge' },
    { key: 'calendar', path: '/calendar', act: 'card.read' },
    { key: 'bodies', path: '/bodies', act: 'body.read' },
    { key: 'accounts', path: '/accounts', act: 'accounts.read' },
    { key: 'recertification', path: '/recertification', act: 'recertification.answer' },
    { key: 'clearances', path: '/clearances', act: 'clearance.manage' },
    { key: 'audit', path: '/audit', act: 'audit.read' },
    { key: 'inbox', path: '/inbox' },
  ];
  return items.filter(({ act }) => act === undefined || me.acts.includes(act)).map(({ key, path }) => ({ key, path }));
}

/** The list from which the person comes to an assignment. */
export function listOf(me: MeView): NavigationItem {
  const items = navigationOf(me);
  const order = ['review', 'queue', 'overview', 'inbox'];
  const found = order.map((key) => items.find((item) => item.key === key)).find((item) => item !== undefined);
  return found ?? { key: 'inbox', path: '/inbox' };
}

const STARTS: [Role, (me: MeView) => string][] = [
  ['agency-admin', () => '/card'],
  ['curator', () => '/review'],
  ['coordinator', () => '/review'],
  ['executor', () => '/queue'],
  ['compliance-officer', compliancePath],
  ['ethics-officer', () => '/queue'],
  ['analyst', overviewPath],
  ['head', overviewPath],
  ['auditor', () => '/audit'],
];

/** Where the day begins: the first role of this list that the person holds. */
export function startPath(me: MeView): string {
  return STARTS.find(([role]) => holds(me, role))?.[1](me) ?? '/inbox';
}
