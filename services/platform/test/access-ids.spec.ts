import type { UploadView } from '@aigaq/api';
import { EvidenceCheckedSchema, MembershipEndedSchema } from '@aigaq/contracts';
import { type Act, ACTS } from '@aigaq/identity';
import type { Role } from '@aigaq/kernel';
import { type Answer, fact } from '@aigaq/testing';
import { as, BODIES, BOTH, DISTRICT, ENTITY, FOREIGN_ENTITY, PLACES, REGION } from './access/country.js';
import type { Example } from './access/example.js';
import { EXAMPLES } from './access/examples.js';
import { ask, nameOf, ROUTES } from './access/requests.js';
import { pdf, World } from './access/world.js';

// What could be learnt or done by an id that one should not have: in paths, bodies, forms, and by changing what one is.

let world: World;
beforeAll(async () => {
  world = await World.begin();
}, 300_000);
afterAll(() => world.end(), 60_000);

const refusal = (status: number, code: string) => ({ status, body: { code } });
const executor = as('executor', DISTRICT);
const coordinator = as('coordinator', REGION);
const officer = as('compliance-officer', ENTITY);
const submit = (person: { id: string; name: string }, assignmentId: string, evidenceIds: string[]) =>
  world.service.as(person).post(`/api/tasks/assignments/${assignmentId}/submit`, { evidenceIds });
const checked = (evidenceId: string, type: string, id: string, uploadedById: string) =>
  fact(EvidenceCheckedSchema, { evidenceId, subject: { type, id }, sha256: 'a'.repeat(64), verdict: 'passed', uploadedById, organisationId: id.split(':').find((part) => part.includes('-')) ?? '' }, { key: evidenceId });

describe('the refusal of what is foreign', () => {
  const things = ROUTES.flatMap((route) => {
    const name = nameOf(route);
    const example = EXAMPLES[name];
    const role = route.need.kind === 'act' ? boundRole(route.need.act) : undefined;
    return example?.kind === 'thing' && role !== undefined ? [{ name, route, example, role }] : [];
  });

  it.each(things.map((each) => [each.name, each] as const))('%s says the same as of what does not exist, and names no body', async (_name, { route, example, role }) => {
    const [from, target] = PLACES[example.family].foreign;
    const person = world.service.as(as(role, from));
    const foreign = await ask(route, example.ask(world, target), person);
    const missing = await ask(route, example.ask(NOWHERE, 'nowhere'), person);
    expect(foreign.body.code).toBe(example.hidden);
    expect(bare(foreign, example, world, target)).toEqual(bare(missing, example, NOWHERE, 'nowhere'));
    const text = JSON.stringify(bare(foreign, example, world, target));
    expect(BODIES.filter(({ id }) => text.includes(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('an id in a body', () => {
  it('of a paper of another body hands nothing in', async () => {
    const own = world.assignmentOf(DISTRICT);
    await world.service.tell(checked(world.paperOf(ENTITY), 'assignment', world.assignmentOf(ENTITY), officer.id));
    const foreign = await submit(executor, own, [world.paperOf(ENTITY)]);
    const missing = await submit(executor, own, ['nothing']);
    expect(foreign).toMatchObject(refusal(400, 'assignment.evidence_unknown'));
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
  });

  it('of a paper of another entity registers nothing', async () => {
    const subject = `${FOREIGN_ENTITY}:3.2.1`;
    await world.service.tell(checked('foreign-paper', 'compliance-document', subject, 'x'));
    const register = (evidenceId: string) =>
      world.service.as(officer).post(`/api/compliance/entities/${ENTITY}/documents/3.2.1/register`, { evidenceId, validFrom: '2026-01-01' });
    expect(await register('foreign-paper')).toMatchObject(refusal(400, 'document.evidence_unknown'));
    expect(await register('nothing')).toMatchObject(refusal(400, 'document.evidence_unknown'));
  });

  it.each([
    ['an assignment of another body', 'assignment', '2024:1.1.2:akimat-zhambyl:2026'],
    ['an assignment of the body above', 'assignment', `2024:1.1.2:${REGION}:2026`],
    ['a document of a foreign entity', 'compliance-document', `${FOREIGN_ENTITY}:3.2.1`],
    ['a document of a body that is none', 'compliance-document', 'akimat-zhambyl:3.2.1'],
    ['nothing', 'assignment', '2024:1.1.2:nowhere:2026'],
  ])('of %s begins no upload', async (_what, type, id) => {
    const body = { subject: { type, id }, fileName: 'a.pdf', mediaType: 'application/pdf', size: 10 };
    expect(await world.service.as(executor).post('/api/evidence/uploads', body)).toMatchObject(refusal(404, 'subject.unknown'));
    expect((await world.service.as(executor).get(`/api/evidence/documents?subjectType=${type}&subjectId=${encodeURIComponent(id)}`)).body).toEqual({ items: [], nextCursor: null });
  });

  it('that the client adds is not believed', async () => {
    const body = { subject: { type: 'assignment', id: world.assignmentOf(DISTRICT) }, fileName: 'a.pdf', mediaType: 'application/pdf', size: 10, organisationId: REGION };
    expect(await world.service.as(executor).post('/api/evidence/uploads', body)).toMatchObject(refusal(400, 'request.invalid'));
    expect(await world.service.as(executor).get(`/api/tasks/assignments?scope=${REGION}`)).toMatchObject(refusal(400, 'request.invalid'));
  });
});

describe('a form for an upload', () => {
  it('is good for its own key only, and as it was made', async () => {
    const bytes = await pdf('one');
    const begin = async () => (await world.announce(executor, world.assignmentOf(DISTRICT), bytes.length)).body as UploadView;
    const [one, other] = [await begin(), await begin()];
    const altered: Record<string, string>[] = [
      { ...one.form.fields, key: other.form.fields['key']! },
      { ...one.form.fields, key: '../vault/x' },
      { ...one.form.fields, policy: other.form.fields['policy']! },
      { ...one.form.fields, 'x-signature': 'f'.repeat(64) },
    ];
    const statuses = await Promise.all(altered.map((fields) => world.post({ ...one.form, fields }, bytes)));
    expect(statuses.filter((status) => status < 400)).toEqual([]);
    expect(await world.post(one.form, bytes)).toBeLessThan(300);
    // Neither the paper of another, nor by another.
    expect(await world.service.as(executor).post(`/api/evidence/uploads/${other.id}/complete`, {})).toMatchObject(refusal(409, 'upload.not_received'));
    expect(await world.service.as(coordinator).post(`/api/evidence/uploads/${one.id}/complete`, {})).toMatchObject(refusal(404, 'upload.unknown'));
  });
});

describe('becoming more than one is', () => {
  it('by two memberships: whoever had a part in the work does not review it, in whatever role', async () => {
    const id = `2024:1.2.1:${DISTRICT}:2026`;
    const paper = await world.paper(BOTH, id);
    await world.service.tell(checked(paper, 'assignment', id, BOTH.id));
    // Another hands in what he uploaded.
    await world.service.eventually(async () => expect((await submit(executor, id, [paper])).body).toMatchObject({ status: 'in-review' }));
    const verdict = (name: string, body: object) => world.service.as(BOTH).post(`/api/tasks/assignments/${id}/${name}`, body);
    const remark = { reason: 'other', remark: 'Исправьте' };
    for (const answer of [await verdict('pass-on', {}), await verdict('return', remark), await verdict('accept', {})]) {
      expect(answer).toMatchObject({ status: 403 });
    }
    const correction = { field: 'number', value: '7', revision: 0 };
    expect(await world.service.as(BOTH).post(`/api/evidence/documents/${paper}/corrections`, correction)).toMatchObject(refusal(403, 'correction.own_paper'));
    expect((await world.service.as(coordinator).post(`/api/tasks/assignments/${id}/pass-on`, {})).status).toBe(200);
  });

  it('by a role that has ended: its token does nothing more, and what was begun is not finished', async () => {
    const person = as('executor', ENTITY);
    const { id } = (await world.announce(person, world.assignmentOf(ENTITY), 1000)).body as UploadView;
    const membershipId = `${person.id}:${ENTITY}:executor`;
    const ended = { membershipId, personId: person.id, organisationId: ENTITY, role: 'executor', until: '2026-05-19' };
    await world.service.tell(fact(MembershipEndedSchema, ended, { key: membershipId }));
    const answers = [
      await world.service.as(person).post(`/api/evidence/uploads/${id}/complete`, {}),
      await world.service.as(person).get(`/api/tasks/assignments/${world.assignmentOf(ENTITY)}`),
      await world.service.as(person).get(`/api/evidence/documents/${world.paperOf(ENTITY)}/file`),
    ];
    expect(answers).toEqual(answers.map(() => expect.objectContaining({ status: 403, body: expect.objectContaining({ code: 'act.forbidden' }) })));
  });
});

/** A role that has the act, and not everywhere. */
function boundRole(act: Act): Role | undefined {
  const row = Object.entries(ACTS[act] as Record<string, readonly string[]>);
  return row.find(([, relations]) => !relations.includes('all'))?.[0] as Role | undefined;
}

const NOWHERE = {
  assignmentOf: () => '2024:1.1.2:nowhere:2026',
  paperOf: () => '019f0000-0000-7000-8000-000000000000',
  uploadId: 'nowhere',
  heads: new Map(),
} as unknown as World;

/** What a problem says besides the ids that were asked for. */
function bare({ status, body }: Answer, example: Example, of: World, target: string): object {
  const asked = [target, of.assignmentOf(target), of.paperOf(target)].sort((a, b) => b.length - a.length);
  const said = asked.reduce((text, id) => text.replaceAll(id, '…'), JSON.stringify({ status, ...body, correlationId: '', kind: example.kind }));
  return JSON.parse(said) as object;
}
