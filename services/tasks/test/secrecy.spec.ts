import type { AssignmentRow, AssignmentView, HistoryEntry } from '@aigaq/api';
import { AssignmentAcceptedSchema, AssignmentPassedOnSchema, AssignmentReturnedSchema, AssignmentSubmittedSchema, ObjectReadSchema } from '@aigaq/contracts';
import type { Secrecy } from '@aigaq/kernel';
import { clearance, clearanceEnd, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, DISTRICT, idOf, paperFor, papersFor, startRolledOut, urlOf } from './house.js';

const { executor, executor2, both, coordinator, head, curator, curator2, stranger, strangerCoordinator, analyst } = PEOPLE;
const PURPOSE = 'Проверка приложения № 2';
const WHY = { reason: 'incomplete', remark: 'Не указан фигурант Иванов' };
/** The words of the card that must not be seen: data/cards/2024.json. */
const WORDS = { restricted: 'правонарушени', tax: 'иностранных банках' };

let service: TestService;
const urlFor = (id: string, purpose?: string): string => `${urlOf(id)}${purpose === undefined ? '' : `?purpose=${encodeURIComponent(purpose)}`}`;
const view = (person: TestPerson, id: string, purpose?: string) => service.as(person).get(urlFor(id, purpose));
const act = (person: TestPerson, id: string, name: string, body: object = {}) => service.as(person).post(urlOf(id, name), body);
const refusal = (status: number, code: string) => ({ status, body: { code, status } });
const rowOf = async (person: TestPerson, id: string, list: string): Promise<AssignmentRow | undefined> =>
  (await service.as(person).get(`${API}/assignments?view=${list}&limit=100&organisationId=${id.split(':')[2]}`)).body.items.find((row: AssignmentRow) => row.id === id);

beforeAll(async () => {
  service = await startRolledOut();
  // Of each body somebody is on the lists and somebody is not; the stranger is on them for his own.
  for (const secrecy of ['restricted', 'tax'] as const) {
    await service.tell(...[executor, coordinator, curator, stranger].map((person) => clearance(person, secrecy)));
    await service.tell(clearance(executor2, secrecy), clearanceEnd(executor2, secrecy, '2026-05-19'));
  }
}, 180_000);
afterAll(() => service.stop());

describe.each<[Secrecy, string, string]>([
  ['restricted', '2.1.1', '2026'],
  ['tax', '2.5.5', '2026'],
])('%s: subtask %s', (secrecy, code, year) => {
  let id: string;

  beforeAll(async () => {
    const { body } = await service.as(executor).get(`${API}/assignments?view=queue&limit=100`);
    id = body.items.find((row: AssignmentRow) => row.subtask === code && row.period.startsWith(year)).id;
    expect(id).toContain(`${code}:${DISTRICT}`);
  });

  it.each([
    ['an executor of the body on no list', both, undefined, 403, 'secret.not_listed'],
    ['an executor whose clearance has ended', executor2, PURPOSE, 403, 'secret.not_listed'],
    ['the head above', head, PURPOSE, 403, 'secret.not_listed'],
    ['the analyst of the Agency', analyst, PURPOSE, 403, 'secret.not_listed'],
    ['a curator on no list', curator2, PURPOSE, 403, 'secret.not_listed'],
    ['a person on the list, of another body', stranger, PURPOSE, 404, 'assignment.unknown'],
    ['another region', strangerCoordinator, PURPOSE, 404, 'assignment.unknown'],
    ['a person on the list who says no purpose', executor, undefined, 400, 'secret.purpose_needed'],
    ['a person on the list who says nothing by it', executor, '  ', 400, 'request.invalid'],
  ])('is refused to %s', async (_, person, purpose, status, refused) => {
    const answer = await view(person, id, purpose);
    expect(answer).toMatchObject(refusal(status, refused));
    expect(JSON.stringify(answer.body)).not.toContain(WORDS[secrecy]);
  });

  it.each([
    ['the executor', executor],
    ['the coordinator above', coordinator],
    ['the curator', curator],
  ])('is shown to %s on the list, and recorded with the purpose', async (_, person) => {
    const { status, body } = await view(person, id, PURPOSE);
    expect([status, body.masked, body.secrecy]).toEqual([200, false, secrecy]);
    expect(body.title.ru).toContain(WORDS[secrecy]);
    await service.eventually(() =>
      expect(service.told(ObjectReadSchema)).toContainEqual(expect.objectContaining({ actorId: person.id, act: 'read', thingId: id, purpose: PURPOSE })),
    );
  });

  it('records nothing of those who were refused', () => {
    const readers = service.told(ObjectReadSchema).filter(({ thingId }) => thingId === id);
    expect(new Set(readers.map(({ actorId }) => actorId))).toEqual(new Set([executor.id, coordinator.id, curator.id]));
  });

  it.each([
    ['his queue', both, 'queue'],
    ['all of his body', executor2, 'all'],
    ['all below a head', head, 'all'],
  ])('is masked in a list: %s', async (_, person, list) => {
    const row = await rowOf(person, id, list);
    expect(row).toMatchObject({ subtask: code, masked: true, secrecy, title: { kk: '', ru: '' }, machineVerdict: null, status: 'open', organisation: { id: DISTRICT } });
    expect(JSON.stringify(row)).not.toContain(WORDS[secrecy]);
    expect(row?.dueOn).toMatch(/^2026-/);
  });

  it('stands in the list of those on it as any other, and in no list of others', async () => {
    expect((await rowOf(executor, id, 'queue'))?.title.ru).toContain(WORDS[secrecy]);
    expect(await rowOf(stranger, id, 'all')).toBeUndefined();
  });

  it('is worked on by those on the list only', async () => {
    const papers = await Promise.all([both, executor2, executor].map(({ id: by }) => paperFor(service, id, { by })));
    expect(await act(both, id, 'submit', { evidenceIds: [papers[0]!] })).toMatchObject(refusal(403, 'secret.not_listed'));
    expect(await act(executor2, id, 'submit', { evidenceIds: [papers[1]!] })).toMatchObject(refusal(403, 'secret.not_listed'));
    expect(await act(stranger, id, 'submit', { evidenceIds: [papers[2]!] })).toMatchObject(refusal(404, 'assignment.unknown'));
    expect((await act(executor, id, 'submit', { evidenceIds: [papers[2]!] })).status).toBe(200);
    for (const name of ['return', 'pass-on', 'accept']) {
      expect(await act(both, id, name, name === 'return' ? WHY : {})).toMatchObject(refusal(403, 'secret.not_listed'));
      expect(await act(curator2, id, name, name === 'return' ? WHY : {})).toMatchObject(refusal(403, 'secret.not_listed'));
    }
    expect(await rowOf(both, id, 'review')).toMatchObject({ masked: true, title: { kk: '', ru: '' }, machineVerdict: null });
    expect((await act(coordinator, id, 'return', WHY)).body).toMatchObject({ status: 'returned' });
    const again = await paperFor(service, id);
    await act(executor, id, 'submit', { evidenceIds: [again] });
    expect((await act(coordinator, id, 'pass-on')).status).toBe(200);
    expect((await act(curator, id, 'accept')).body).toMatchObject({ status: 'accepted' });
  });

  it('is told with its code, and with no word of it', async () => {
    await service.eventually(() => expect(service.told(AssignmentAcceptedSchema).map(({ assignmentId }) => assignmentId)).toContain(id));
    const schemas = [AssignmentSubmittedSchema, AssignmentReturnedSchema, AssignmentPassedOnSchema, AssignmentAcceptedSchema];
    const facts = schemas.flatMap((schema) => service.told(schema)).filter(({ assignmentId }) => assignmentId === id);
    expect(facts).toHaveLength(5);
    for (const each of facts) {
      expect(each).toMatchObject({ subtaskCode: code, secrecy });
      expect(each.title).toBeUndefined();
      expect(JSON.stringify(each, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('Иванов');
    }
  });
});

describe('the chain of what is secret', () => {
  it('says vacant where nobody is on the list, and does not skip the step', async () => {
    const { body } = await service.as(stranger).get(`${API}/assignments?view=queue&limit=100`);
    const { id } = body.items.find((row: AssignmentRow) => row.subtask === '2.1.1');
    const seen = (await view(stranger, id, PURPOSE)).body as AssignmentView;
    expect(seen.chain.map(({ organisation, vacant }) => [organisation.id, vacant])).toEqual([['akimat-zhambyl', true], ['agency', false]]);
    const paper = await paperFor(service, id, { by: stranger.id });
    expect((await act(stranger, id, 'submit', { evidenceIds: [paper] })).body).toMatchObject({ reviewer: { id: 'akimat-zhambyl' } });
    expect(await act(strangerCoordinator, id, 'pass-on')).toMatchObject(refusal(403, 'secret.not_listed'));
    expect(await act(curator, id, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    await service.tell(clearance(strangerCoordinator, 'restricted'));
    expect((await view(stranger, id, PURPOSE)).body.chain[0]).toMatchObject({ vacant: false });
    expect((await act(strangerCoordinator, id, 'pass-on')).status).toBe(200);
  });
});

describe('handing in on behalf of a body', () => {
  const entity = 'qs-980140900002';
  const bodiesOf = ({ organisation, from }: HistoryEntry) => [organisation?.id, from?.id];

  it.each([
    ['its superior', coordinator, 'akimat-kostanay', idOf('1.2.2')],
    ['its supervisor', coordinator, 'akimat-kostanay', idOf('1.2.2', entity)],
    ['another supervisor', PEOPLE.ministryCoordinator, 'cgo-mf', idOf('1.2.1', entity)],
    ['its own executor, who is coordinator above too', both, DISTRICT, idOf('1.2.3')],
  ])('is on record with both bodies: %s', async (_, person, from, id) => {
    const organisationId = id.split(':')[2];
    const { status, body } = await act(person, id, 'submit', { evidenceIds: await papersFor(service, id, { by: person.id }) });
    expect(status).toBe(200);
    expect(bodiesOf(body.history.at(-1))).toEqual([organisationId, from]);
    await service.eventually(() =>
      expect(service.told(AssignmentSubmittedSchema).find(({ assignmentId }) => assignmentId === id)).toMatchObject({
        organisationId,
        submittedFromOrganisationId: from,
        submittedBy: { id: person.id },
      }),
    );
    if (from === 'akimat-kostanay') {
      expect(await act(person, id, 'pass-on')).toMatchObject(refusal(403, 'assignment.own_work'));
      expect(await act(person, id, 'return', WHY)).toMatchObject(refusal(403, 'assignment.own_work'));
    }
  });

  it.each([
    ['a sibling', PEOPLE.compliance2, idOf('1.1.2', entity)],
    ['a foreign body', stranger, idOf('1.1.3')],
    ['a foreign superior', strangerCoordinator, idOf('1.1.3')],
  ])('is refused to %s', async (_, person, id) => {
    const paper = await paperFor(service, id);
    expect(await act(person, id, 'submit', { evidenceIds: [paper] })).toMatchObject(refusal(404, 'assignment.unknown'));
  });

  it('makes the step vacant when whoever did it is the only reviewer there; it is not skipped', async () => {
    const id = idOf('1.1.2', 'akimat-zhambyl-zhualy');
    const paper = await paperFor(service, id, { by: strangerCoordinator.id });
    const { body } = await act(strangerCoordinator, id, 'submit', { evidenceIds: [paper] });
    expect(body.chain).toMatchObject([
      { organisation: { id: 'akimat-zhambyl' }, state: 'now', vacant: true },
      { organisation: { id: 'agency' }, state: 'waiting', vacant: false },
    ]);
    expect(body.allowed).toEqual([]);
    expect(await act(strangerCoordinator, id, 'pass-on')).toMatchObject(refusal(403, 'assignment.own_work'));
    expect(await act(curator, id, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
  });

  it('makes it vacant too when he only uploaded what another handed in', async () => {
    const id = idOf('1.1.3', 'akimat-zhambyl-zhualy');
    const paper = await paperFor(service, id, { by: strangerCoordinator.id });
    const { body } = await act(stranger, id, 'submit', { evidenceIds: [paper] });
    expect(body.chain[0]).toMatchObject({ state: 'now', vacant: true });
    expect(await act(strangerCoordinator, id, 'return', WHY)).toMatchObject(refusal(403, 'assignment.own_work'));
  });
});
