import type { Audience, BodyGroup } from '@aigaq/reference';

/** What an audience is decided by. */
export interface AudienceBody {
  id: string;
  kind: string;
  /** First-level unit; null: of the centre. */
  regionId: string | null;
  /** Of an entity: the bodies that supervise it. */
  supervisorIds?: readonly string[] | undefined;
}

export interface AudienceWorld {
  bodies: readonly AudienceBody[];
  groups: readonly BodyGroup[];
}

type Level = NonNullable<Audience['levels']>[number];

const LEVELS: Record<string, Level> = {
  agency: 'central',
  central: 'central',
  committee: 'central',
  'agency-department': 'regional',
  'territorial-body': 'regional',
  'akimat-region': 'regional',
  'akimat-republican-city': 'regional',
  management: 'regional',
  'akimat-district': 'local',
  'akimat-city': 'local',
  'akimat-rural': 'local',
  department: 'local',
};

const HIGHEST_FIRST: readonly Level[] = ['central', 'regional', 'local'];

/** The bodies of an audience, in the order in which they were given. */
export function audienceOf<T extends AudienceBody>(audience: Audience, bodies: readonly T[], groups: readonly BodyGroup[] = []): T[] {
  return bodies.filter(membership(audience, { bodies, groups }));
}

/** Is this body meant? Exceptions by name go before everything else, and leaving out goes before taking in. */
export function isInAudience(audience: Audience, body: AudienceBody, world: AudienceWorld): boolean {
  return membership(audience, world)(body);
}

/** The concrete bodies that a group of the sources stands for; none when it has no rule of its own. */
export function expandGroup<T extends AudienceBody>({ members }: BodyGroup, bodies: readonly T[]): T[] {
  return members ? audienceOf(members, bodies) : [];
}

function membership(audience: Audience, { bodies, groups }: AudienceWorld): (body: AudienceBody) => boolean {
  const named = (ids: readonly string[] = []): ReadonlySet<string> => new Set(ids.flatMap((id) => groupMembers(id, { bodies, groups }) ?? [id]));
  const [included, excluded] = [named(audience.include), named(audience.exclude)];
  const kindOf = new Map(bodies.map(({ id, kind }) => [id, kind]));
  return (body) => !excluded.has(body.id) && (included.has(body.id) || fits(audience, body, kindOf));
}

function groupMembers(id: string, { bodies, groups }: AudienceWorld): string[] | undefined {
  const group = groups.find((each) => each.id === id);
  return group && expandGroup(group, bodies).map((body) => body.id);
}

function fits({ kinds, regions, levels }: Audience, body: AudienceBody, kindOf: ReadonlyMap<string, string>): boolean {
  const isOfKind = (kinds as readonly string[]).includes(body.kind);
  const isThere = regions === undefined || (body.regionId !== null && regions.includes(body.regionId));
  return isOfKind && isThere && (levels === undefined || isOn(levels, levelOf(body, kindOf)));
}

const isOn = (levels: readonly Level[], level: Level | undefined): boolean => level !== undefined && levels.includes(level);

/** An entity is on the highest level of those that supervise it. */
function levelOf({ kind, supervisorIds = [] }: AudienceBody, kindOf: ReadonlyMap<string, string>): Level | undefined {
  const above = supervisorIds.flatMap((id) => LEVELS[kindOf.get(id) ?? ''] ?? []);
  return LEVELS[kind] ?? HIGHEST_FIRST.find((level) => above.includes(level));
}
