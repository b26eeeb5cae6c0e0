import { type Act, covers, type Scoped } from '@aigaq/identity';
import { scopeOf } from '@aigaq/kernel';
import { as, BODIES, DISTRICT, ENTITY, FOREIGN_ENTITY, NOBODY, type Person, REGION } from './access/country.js';
import { World } from './access/world.js';

let world: World;
beforeAll(async () => {
  world = await World.begin();
}, 300_000);
afterAll(() => world.end(), 60_000);

type Item = Record<string, unknown> & { id: string };

/** Lists that have more than one body in them. */
const LISTS: [name: string, act: Act, url: string, bodyOf: (item: Item) => string][] = [
  ['all assignments', 'assignment.read', '/api/tasks/assignments?view=all', organisationOf],
  ['the queue', 'assignment.read', '/api/tasks/assignments?view=queue', organisationOf],
  ['what waits for review', 'assignment.read', '/api/tasks/assignments?view=review', organisationOf],
  ['assignments of a foreign body', 'assignment.read', '/api/tasks/assignments?view=all&organisationId=akimat-zhambyl', organisationOf],
  ['analyses', 'analysis.read', '/api/tasks/analyses', organisationOf],
  ['analyses of a foreign body', 'analysis.read', '/api/tasks/analyses?organisationId=akimat-zhambyl', organisationOf],
  ['bodies without an analysis', 'analysis.read', '/api/tasks/analyses/missing?year=2028', ({ id }) => id],
  ['bodies', 'body.read', '/api/organisations/bodies', ({ id }) => id],
  ['bodies below a foreign one', 'body.read', '/api/organisations/bodies?parentId=akimat-zhambyl', ({ id }) => id],
  ['bodies by a word', 'body.read', '/api/organisations/bodies?search=akimat', ({ id }) => id],
  ['entities', 'compliance.read', '/api/compliance/entities', ({ id }) => id],
  ['entities of a foreign supervisor', 'compliance.read', '/api/compliance/entities?supervisorId=akimat-zhambyl', ({ id }) => id],
  ['entities by a BIN', 'compliance.read', `/api/compliance/entities?search=${FOREIGN_ENTITY.slice(3)}`, ({ id }) => id],
];
const COMPLETE = ['all assignments', 'analyses', 'bodies without an analysis', 'bodies', 'entities'];
const WHO: Person[] = [
  as('executor', DISTRICT),
  as('coordinator', DISTRICT),
  as('executor', REGION),
  as('coordinator', REGION),
  as('head', REGION),
  as('compliance-officer', ENTITY),
  as('coordinator', ENTITY),
  as('coordinator', 'cgo-mf'),
  as('analyst', 'agency'),
];

describe('lists, page by page', () => {
  it.each(LISTS.flatMap((list) => WHO.map((person) => [list[0], person.name, list, person] as const)))('%s, for %s, have nothing foreign', async (_name, _who, list, person) => {
    const [, act, url, bodyOf] = list;
    const bodies = (await itemsOf(person, url)).map(bodyOf);
    expect([...new Set(bodies)].filter((id) => !covers(person, act, thingOf(id)))).toEqual([]);
  });

  it.each(LISTS.filter(([name]) => COMPLETE.includes(name)))('%s have all that is one\'s own to see', async (_name, act, url, bodyOf) => {
    const everybody = as('analyst', 'agency');
    const known = [...new Set((await itemsOf(everybody, url)).map(bodyOf))].sort();
    for (const person of WHO) {
      const seen = [...new Set((await itemsOf(person, url)).map(bodyOf))].sort();
      expect({ person, seen }).toEqual({ person, seen: known.filter((id) => covers(person, act, thingOf(id))) });
    }
  }, 60_000);

  it.each(LISTS)('%s are refused to somebody without a role', async (_name, _act, url) => {
    expect(await world.service.as(NOBODY).get(url)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it.each(LISTS.filter(([, , url]) => !url.includes('?') || url.includes('view=all')))('%s go on from the cursor of somebody else with one\'s own only', async (_name, act, url, bodyOf) => {
    const person = as('executor', DISTRICT);
    const { body } = await world.service.as(as('analyst', 'agency')).get(paged(url, 1));
    if (body.nextCursor === null) {
      return;
    }
    const answer = await world.service.as(person).get(paged(url, 100, body.nextCursor));
    expect(answer.status).toBe(200);
    expect((answer.body.items as Item[]).map(bodyOf).filter((id) => !covers(person, act, thingOf(id)))).toEqual([]);
  });
});

describe('an inbox', () => {
  it('has what is for its person only, whosever cursor is sent', async () => {
    const { body } = await world.service.as(as('executor', DISTRICT)).get('/api/notifications/notices?limit=1');
    expect(body.items).toHaveLength(1);
    const other = world.service.as(as('auditor', 'agency'));
    expect((await other.get(`/api/notifications/notices?cursor=${encodeURIComponent(body.nextCursor ?? '2030-01-01T00:00:00Z x')}`)).body.items).toEqual([]);
    expect((await other.get('/api/notifications/unread')).body).toEqual({ count: 0 });
    expect(await other.post(`/api/notifications/notices/${encodeURIComponent(body.items[0].id)}/read`, {})).toMatchObject({ status: 404, body: { code: 'notice.unknown' } });
  });
});

describe('numbers', () => {
  it('of an overview name and count only what may be seen', async () => {
    const view = async (person: Person, id: string) => (await world.service.as(person).get(`/api/reports/overview/${id}`)).body;
    await world.service.eventually(async () => expect((await view(as('head', REGION), REGION)).children).not.toEqual([]));
    const officer = await view(as('ethics-officer', REGION), REGION);
    expect([officer.children, officer.whole]).toEqual([[], officer.own]);
    expect((await view(as('head', DISTRICT), DISTRICT)).ancestors).toEqual([]);
  });

  it('of a score count its own entities, for the entity too; nobody else is told', async () => {
    const score = (person: Person) => world.service.as(person).get('/api/compliance/scores/akimat-zhambyl');
    expect(await score(as('compliance-officer', FOREIGN_ENTITY))).toMatchObject({ status: 200, body: { entities: 1 } });
    expect(await score(as('compliance-officer', ENTITY))).toMatchObject({ status: 404, body: { code: 'score.not_found' } });
  });
});

function organisationOf(item: Item): string {
  return (item['organisation'] as { id: string }).id;
}

function paged(url: string, limit: number, cursor?: string): string {
  const more = `limit=${limit}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
  return `${url}${url.includes('?') ? '&' : '?'}${more}`;
}

async function itemsOf(person: Person, url: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const { status, body } = (await world.service.as(person).get(paged(url, 100, cursor))) as { status: number; body: { items: Item[]; nextCursor: string | null } };
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

/** By the pure rule, from the rows of the country. */
function thingOf(id: string): Scoped {
  const placed = BODIES.map((body) => ({ id: body.id, ancestorIds: ancestorsOf(body.id), supervisorIds: body.supervisor === null ? [] : [body.supervisor] }));
  const body = placed.find((each) => each.id === id);
  return { organisationId: id, scope: body ? scopeOf(body, placed) : [id] };
}

function ancestorsOf(id: string): string[] {
  const parent = BODIES.find((body) => body.id === id)?.parent ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}
