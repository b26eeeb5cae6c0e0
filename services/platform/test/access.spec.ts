import type { Act } from '@aigaq/identity';
import { type Role, ROLES } from '@aigaq/kernel';
import type { Answer } from '@aigaq/testing';
import type { Route } from '../src/openapi/routes.js';
import { as, DISTRICT, type Family, personOf, PLACES, type Standing, STANDINGS } from './access/country.js';
import type { Example } from './access/example.js';
import { EXAMPLES } from './access/examples.js';
import { type Expectation, expectationOf, reaches } from './access/expectation.js';
import { ask, nameOf, ROUTES } from './access/requests.js';
import { World } from './access/world.js';

// Every endpoint x role x standing of the person's body to the body of the thing. What is expected follows from the table of accesses
// (libs/identity/src/acts.ts) and nothing else; how to ask is in access/examples.ts, and how to add a row too.

const AT_ONCE = 8;
const COMBINATIONS = ROLES.flatMap((role) => STANDINGS.map((standing) => ({ role, standing })));
/** A stream has no end; whom it tells what is tested in notifications. */
const asked = ROUTES.filter(({ need, path }) => need.kind !== 'open' && path !== '/api/notifications/live');

let world: World;
beforeAll(async () => {
  world = await World.begin();
}, 300_000);
afterAll(() => world.end(), 60_000);

describe(`access: ${asked.length} endpoints in ${asked.length * COMBINATIONS.length} combinations`, () => {
  it('has an example for every endpoint, and for no other', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(ROUTES.filter(({ need }) => need.kind !== 'open').map(nameOf).sort());
  });

  it.each(asked.map((route) => [nameOf(route), route] as const))(`%s, ${COMBINATIONS.length} times`, async (name, route) => {
    const example = EXAMPLES[name];
    const wrong: string[] = [];
    await inTurns(COMBINATIONS, async ({ role, standing }) => {
      const fault = example ? await faultOf(route, example, role, standing) : 'no example';
      wrong.push(...(fault === undefined ? [] : [`${role} ${standing}: ${fault}`]));
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('would find an endpoint that lets in too many, or shows too much', async () => {
    const route = asked.find((each) => nameOf(each) === 'GET /api/tasks/assignments/{id}')!;
    const example = EXAMPLES[nameOf(route)]!;
    const stricter: Route = { ...route, need: { kind: 'act', act: 'assignment.review' } };
    const faults = COMBINATIONS.map(({ role, standing }) => faultOf(stricter, { ...example, reads: 'assignment.review' } as Example, role, standing));
    const found = (await Promise.all(faults)).filter((fault) => fault !== undefined);
    expect(found).toContain('expected refused, was 200 ');
    expect(found).toContain('expected hidden, was 200 ');
  });

  it.each<[string, Role]>([
    ['GET /api/audit/export', 'auditor'],
    ['GET /api/evidence/examples', 'analyst'],
    ['GET /api/organisations/bodies/export', 'analyst'],
    ['POST /api/tasks/assignments/{id}/accept', 'curator'],
    ['POST /api/tasks/assignments/{id}/reopen', 'curator'],
    ['POST /api/tasks/editions/{edition}/publish', 'agency-admin'],
  ])('%s asks for a fresh login besides', async (name, role) => {
    const route = asked.find((each) => nameOf(each) === name)!;
    const request = EXAMPLES[name]!.ask(world, DISTRICT);
    const answer = await ask(route, request, world.service.as(as(role, 'agency'), 'ru', { acr: '1' }));
    expect(answer).toMatchObject({ status: 403, body: { code: 'token.step_up_needed' } });
  });

  it('asks for a token everywhere', async () => {
    const answers = await Promise.all(asked.map(async (route) => [nameOf(route), (await ask(route, {}, world.service.anybody())).status]));
    expect(answers.filter(([, status]) => status !== 401)).toEqual([]);
  });
});

/** What is wrong with an answer; undefined when it is as the table says. */
async function faultOf(route: Route, example: Example, role: Role, standing: Standing): Promise<string | undefined> {
  const family: Family = 'family' in example ? example.family : 'state';
  const [, target] = PLACES[family][standing];
  const answer = await ask(route, example.ask(world, target), world.service.as(personOf(role, standing, family)));
  const expected = expectedOf(route, example, role, standing);
  const said = `expected ${expected}, was ${answer.status} ${answer.body?.code ?? ''}`;
  if (!isAs(expected, answer, example)) {
    return said;
  }
  if (example.kind === 'list' && answer.status === 200) {
    const shown = example.shows(answer.body, target, world);
    return shown === reaches(actOf(route), role, standing) ? undefined : `shown: ${shown}`;
  }
  return undefined;
}

function expectedOf(route: Route, example: Example, role: Role, standing: Standing): Expectation {
  if (route.need.kind === 'any-actor') {
    return example.kind === 'person' && example.hidden !== undefined ? 'hidden' : 'allowed';
  }
  const act = actOf(route);
  switch (example.kind) {
    case 'thing':
      return expectationOf(act, role, standing, example.reads);
    case 'person':
      return expectationOf(act, role, standing) === 'refused' ? 'refused' : 'hidden';
    default:
      // A list is given to whoever has the act at all: what is in it is looked at besides.
      return expectationOf(act, role, standing) === 'refused' ? 'refused' : 'allowed';
  }
}

function isAs(expected: Expectation, { status, body }: Answer, example: Example): boolean {
  const code: unknown = body?.code;
  switch (expected) {
    case 'allowed':
      return (status >= 200 && status < 300) || (example.after ?? []).includes(String(code));
    case 'refused':
      return status === 403 && code === 'act.forbidden';
    case 'seen':
      return status === 403 && code !== 'act.forbidden';
    default:
      return status === 404 && 'hidden' in example && code === example.hidden;
  }
}

function actOf({ need, path }: Route): Act {
  if (need.kind !== 'act') {
    throw new Error(`${path} names no act`);
  }
  return need.act;
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
        await work(next);
      }
    }),
  );
}
