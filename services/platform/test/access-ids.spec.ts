import type { UploadView } from '@aigaq/api';
import { ClearanceGrantedSchema, EvidenceCheckedSchema, MembershipEndedSchema } from '@aigaq/contracts';
import { type Act, ACTS } from '@aigaq/identity';
import type { Role } from '@aigaq/kernel';
import { type Answer, fact } from '@aigaq/testing';
import { as, BODIES, BOTH, DISTRICT, ENTITY, FOREIGN, FOREIGN_ENTITY, NOBODY, type Person, PLACES, REGION, worksIn } from './access/country.js';
import type { Example } from './access/example.js';
import { EXAMPLES } from './access/examples.js';
import { CAMPAIGN, questionAbout } from './access/register.js';
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

describe('an id of a person or a thing of the register in a body', () => {
  const worker = worksIn(DISTRICT).id;
  const granted = (personId: string, organisationId: string) => ({ personId, organisationId, role: 'executor', from: '2026-05-20' });
  const invited = (organisationId: string) => ({
    ...{ username: 'newcomer', firstName: 'А', lastName: 'А', email: 'newcomer@example.kz', locale: 'ru' },
    ...{ organisationId, role: 'executor', from: '2026-05-20' },
  });
  const change = { until: '2026-05-20', reason: 'Проверка' };
  const handedOver = (toPersonId: string) => ({ toPersonId, from: '2026-05-20', reason: 'Проверка' });

  it.each<[string, string, string, string, (id: string) => [path: string, body: object]]>([
    ['a person to whom a role is given', 'account.not_found', worker, 'nobody-known', (id) => ['memberships', granted(id, FOREIGN)]],
    ['a body in which a role is given', 'body.not_found', DISTRICT, 'nowhere', (id) => ['memberships', granted(worksIn(FOREIGN).id, id)]],
    ['a body to which a person is invited', 'body.not_found', DISTRICT, 'nowhere', (id) => ['accounts', invited(id)]],
    ['a person to whom a role is handed', 'account.not_found', worker, 'nobody-known', (id) => [`memberships/${worksIn(FOREIGN).id}:${FOREIGN}:executor/hand-over`, handedOver(id)]],
    ['a role that is ended', 'membership.not_found', `${worker}:${DISTRICT}:executor`, 'x:y:executor', (id) => [`memberships/${id}/end`, { reason: 'Проверка' }]],
    ['a head of another body', 'head.not_found', 'the head', 'nobody', (id) => [`bodies/${FOREIGN}/heads/${id === 'the head' ? world.heads.get(DISTRICT) : id}/end`, change]],
    ['a chair of another body', 'chair.not_found', 'first-head', 'no-chair', (id) => [`bodies/${FOREIGN}/chairs/${id}/abolish`, change]],
  ])('%s is answered as one that is not there', async (_what, code, foreign, missing, request) => {
    const said = async (id: string) => {
      const [path, body] = request(id);
      const answer = await world.service.as(as('coordinator', FOREIGN)).post(`/api/organisations/${path}`, body);
      const { correlationId: _, ...problem } = answer.body;
      return JSON.stringify(problem).replaceAll(world.heads.get(DISTRICT) ?? '', '…').replaceAll(id, '…');
    };
    expect(JSON.parse(await said(foreign))).toMatchObject({ code });
    expect(await said(foreign)).toBe(await said(missing));
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
  const role = (personId: string, organisationId: string, wanted: string) => ({ personId, organisationId, role: wanted, from: '2026-05-20' });
  const handedOver = (toPersonId: string) => ({ toPersonId, from: '2026-05-20', reason: 'Проверка' });
  const place = { from: '2026-05-20', reason: 'Проверка' };
  const stranger = as('coordinator', FOREIGN);

  it.each<[string, Person, string, object, string]>([
    ['a role given to oneself', coordinator, 'memberships', role(coordinator.id, DISTRICT, 'coordinator'), 'membership.own_person'],
    ['a role given to oneself by a second one', BOTH, 'memberships', role(BOTH.id, DISTRICT, 'head'), 'membership.own_person'],
    ['a role handed to oneself', coordinator, `memberships/${executor.id}:${DISTRICT}:executor/hand-over`, handedOver(coordinator.id), 'membership.own_person'],
    ['an equal in one\'s own body', coordinator, 'memberships', role(executor.id, REGION, 'coordinator'), 'membership.not_grantable'],
    ['a role of the Agency below', coordinator, 'memberships', role(executor.id, DISTRICT, 'agency-admin'), 'membership.not_grantable'],
    ['a body moved under oneself', stranger, `bodies/${DISTRICT}/move`, { parentId: FOREIGN, ...place }, 'act.forbidden'],
    ['a body supervised by oneself', stranger, `bodies/${ENTITY}/supervise`, { supervisorIds: [FOREIGN], ...place }, 'act.forbidden'],
    ['a register brought along', stranger, 'imports?dryRun=false&fileName=a.csv', {}, 'act.forbidden'],
    ['a place on a name list', coordinator, 'clearances', { personId: coordinator.id, organisationId: REGION, secrecy: 'tax', from: '2026-05-20', basis: 'Приказ' }, 'act.forbidden'],
  ])('by %s: refused', async (_what, person, path, body, code) => {
    expect(await world.service.as(person).post(`/api/organisations/${path}`, body)).toMatchObject(refusal(403, code));
  });

  it('by one\'s own answer to a recertification, also by a second role; a foreign question is as one that is not there', async () => {
    const own = (person: Person, body: string, held: string) => `${CAMPAIGN}:${person.id}:${body}:${held}`;
    const answersOf = async (person: Person, questions: string[]) => {
      const answers = questions.map((questionId) => ({ questionId, answer: 'keep' }));
      const { body } = await world.service.as(person).post(`/api/organisations/recertifications/${CAMPAIGN}/answers`, { answers });
      return body.results.map(({ code }: { code: string | null }) => code);
    };
    expect(await answersOf(coordinator, [own(coordinator, REGION, 'coordinator')])).toEqual(['membership.own_person']);
    expect(await answersOf(BOTH, [own(BOTH, DISTRICT, 'executor'), own(BOTH, REGION, 'coordinator')])).toEqual(['membership.own_person', 'membership.own_person']);
    expect(await answersOf(stranger, [questionAbout(DISTRICT), 'nothing'])).toEqual(['recertification.unknown_question', 'recertification.unknown_question']);
  });

  it('by a place on a name list alone: it opens nothing without a role that reaches there', async () => {
    const secret = `2024:2.1.1:${DISTRICT}:2026`;
    const named = async ({ id: personId }: Person) => {
      const clearanceId = `${personId}:${DISTRICT}:restricted`;
      const line = { clearanceId, personId, organisationId: DISTRICT, secrecy: 'restricted', from: '2026-01-01', until: '', basis: 'Приказ' };
      await world.service.tell(fact(ClearanceGrantedSchema, line, { key: clearanceId }));
    };
    await named(NOBODY);
    await named(stranger);
    expect(await world.service.as(NOBODY).get(`/api/tasks/assignments/${secret}`)).toMatchObject(refusal(403, 'act.forbidden'));
    expect(await world.service.as(stranger).get(`/api/tasks/assignments/${secret}`)).toMatchObject(refusal(404, 'assignment.unknown'));
  });

  it('by a token that lives on: whoever is deactivated has no role any more, in any service', async () => {
    const person = worksIn(REGION);
    const admin = world.service.as(as('agency-admin', 'agency'));
    expect((await admin.post(`/api/organisations/accounts/${person.id}/deactivate`, { reason: 'Проверка' })).status).toBe(200);
    const doors = ['organisations/bodies', 'tasks/assignments?view=all', `evidence/documents/${world.paperOf(REGION)}`, 'compliance/entities', `reports/overview/${REGION}`];
    await world.service.eventually(async () => {
      const answers = await Promise.all(doors.map((door) => world.service.as(person).get(`/api/${door}`)));
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(doors.map(() => [403, 'act.forbidden']));
    });
  });

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
  analysisOf: () => 'nowhere:2026-1',
  acknowledgementOf: () => '2024:2:nowhere',
  paperOf: () => '019f0000-0000-7000-8000-000000000000',
  uploadId: 'nowhere',
  heads: new Map(),
} as unknown as World;

/** What a problem says besides the ids that were asked for. */
function bare({ status, body }: Answer, example: Example, of: World, target: string): object {
  const asked = [target, of.assignmentOf(target), of.paperOf(target), of.acknowledgementOf(target)].sort((a, b) => b.length - a.length);
  const said = asked.reduce((text, id) => text.replaceAll(id, '…'), JSON.stringify({ status, ...body, correlationId: '', kind: example.kind }));
  return JSON.parse(said) as object;
}
