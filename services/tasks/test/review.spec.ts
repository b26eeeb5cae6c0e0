import type { AssignmentRow, AssignmentView, HistoryEntry } from '@aigaq/api';
import {
  AssignmentAcceptedSchema,
  AssignmentPassedOnSchema,
  AssignmentReturnedSchema,
  AssignmentSubmittedSchema,
  EvidenceCheckedSchema,
  EvidenceStoredSchema,
  MembershipEndedSchema,
  ObjectReadSchema,
} from '@aigaq/contracts';
import { fact, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, DISTRICT, HEAD_AND_EXECUTOR, idOf, ORPHAN, ORPHAN_OFFICER, paperFor, papersFor, startRolledOut, urlOf } from './house.js';

type ChainStep = AssignmentView['chain'][number];

const WHY = { reason: 'not-signed', remark: 'Нет подписи' };

let service: TestService;
const act = (person: TestPerson, id: string, name: string, body: object = {}) => service.as(person).post(urlOf(id, name), body);
const view = async (person: TestPerson, id: string) => (await service.as(person).get(urlOf(id))).body;
const submit = async (person: TestPerson, id: string) => act(person, id, 'submit', { evidenceIds: await papersFor(service, id, { by: person.id }) });
const refusal = (status: number, code: string) => ({ status, body: { code, status } });

beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

describe('the way of an assignment', () => {
  const id = idOf('1.1.2');

  it('leads over a return and both bodies of the chain to its acceptance', async () => {
    const first = await paperFor(service, id);
    expect(await view(PEOPLE.executor, id)).toMatchObject({ status: 'open', allowed: ['upload', 'submit', 'ask-extension', 'ask-not-applicable'], punctuality: 'not-due' });
    const submitted = await act(PEOPLE.executor, id, 'submit', { evidenceIds: [first] });
    expect(submitted).toMatchObject({ status: 200, body: { status: 'in-review', reviewer: { id: 'akimat-kostanay' }, machineVerdict: 'passed', allowed: [] } });

    const place = { evidenceId: first, page: 1, box: [0.1, 0.1, 0.2, 0.2] };
    expect((await view(PEOPLE.coordinator, id)).allowed).toEqual(['return', 'pass-on', 'take']);
    expect(await act(PEOPLE.coordinator, id, 'return', { ...WHY, place })).toMatchObject({ status: 200, body: { status: 'returned', reviewer: null } });

    const second = await paperFor(service, id, { verdict: 'person' });
    await act(PEOPLE.executor2, id, 'submit', { evidenceIds: [second] });
    expect((await act(PEOPLE.coordinator, id, 'pass-on')).body).toMatchObject({ reviewer: { id: 'agency' }, machineVerdict: 'person' });
    expect((await view(PEOPLE.curator, id)).allowed).toEqual(['return', 'accept', 'take']);
    const { status, body } = await act(PEOPLE.curator, id, 'accept');
    expect([status, body.status, body.punctuality, body.allowed]).toEqual([200, 'accepted', 'on-time', ['reopen', 'undo']]);

    expect(body.chain.map(({ organisation, state, vacant }: ChainStep) => [organisation.id, state, vacant])).toEqual([
      ['akimat-kostanay', 'done', false],
      ['agency', 'done', false],
    ]);
    expect(body.history.map(({ act: name, by, organisation }: HistoryEntry) => [name, by.id, organisation?.id])).toEqual([
      ['submitted', PEOPLE.executor.id, DISTRICT],
      ['returned', PEOPLE.coordinator.id, 'akimat-kostanay'],
      ['submitted', PEOPLE.executor2.id, DISTRICT],
      ['passed-on', PEOPLE.coordinator.id, 'akimat-kostanay'],
      ['accepted', PEOPLE.curator.id, 'agency'],
    ]);
    expect(body.history[1]).toMatchObject({ ...WHY, place });
  });

  it('is told step by step', async () => {
    await service.eventually(() => expect(service.told(AssignmentAcceptedSchema)).toHaveLength(1));
    expect(service.told(AssignmentSubmittedSchema)).toMatchObject([{ submission: 1, onTime: true }, { submission: 2, reviewerOrganisationId: 'akimat-kostanay' }]);
    expect(service.told(AssignmentReturnedSchema)).toMatchObject([{ reasonCode: WHY.reason, place: { page: 1 } }]);
    expect(service.told(AssignmentPassedOnSchema)).toMatchObject([{ reviewerOrganisationId: 'agency' }]);
    expect(service.told(AssignmentAcceptedSchema)).toMatchObject([{ evidenceSha256: ['2'.padStart(64, '0')], punctuality: 'on-time' }]);
    expect((await view(PEOPLE.executor, id)).approved).toMatchObject({ by: { id: PEOPLE.curator.id }, sha256: ['2'.padStart(64, '0')] });
  });

  it('ends there', async () => {
    const late = [act(PEOPLE.curator, id, 'return', WHY), act(PEOPLE.curator, id, 'accept'), act(PEOPLE.curator, id, 'pass-on'), submit(PEOPLE.executor, id)];
    for (const answer of await Promise.all(late)) {
      expect(answer).toMatchObject(refusal(409, 'assignment.wrong_status'));
    }
  });

  it('is recorded with every reading of it', async () => {
    await service.eventually(() => {
      const readers = service.told(ObjectReadSchema).filter(({ thing, thingId }) => thing === 'assignment' && thingId === id);
      expect(readers.map(({ actorId }) => actorId)).toEqual(expect.arrayContaining([PEOPLE.executor.id, PEOPLE.coordinator.id, PEOPLE.curator.id]));
    });
  });
});

describe('what the Agency confirms', () => {
  const id = idOf('4.2.2');

  it('has no upload, and the Agency alone in its chain', async () => {
    expect(await submit(PEOPLE.executor, id)).toMatchObject(refusal(400, 'assignment.no_upload'));
    const { chain, allowed } = await view(PEOPLE.curator, id);
    expect(chain).toMatchObject([{ organisation: { id: 'agency' }, state: 'now', vacant: false }]);
    expect(allowed).toEqual(['accept']);
  });

  it('is accepted by a curator of the Agency only', async () => {
    expect(await act(PEOPLE.coordinator, id, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    expect(await act(PEOPLE.department, id, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    expect(await act(PEOPLE.curator, id, 'accept')).toMatchObject({ status: 200, body: { status: 'accepted', punctuality: 'on-time' } });
  });
});

describe('handing in is refused', () => {
  const id = idOf('1.1.3');

  it('without evidence, with unknown evidence, with evidence that is still read', async () => {
    const foreign = await paperFor(service, idOf('1.2.1'));
    const unread = await paperFor(service, id, { verdict: null });
    expect(await act(PEOPLE.executor, id, 'submit', { evidenceIds: [] })).toMatchObject(refusal(400, 'assignment.no_evidence'));
    expect(await act(PEOPLE.executor, id, 'submit', { evidenceIds: ['nothing'] })).toMatchObject(refusal(400, 'assignment.evidence_unknown'));
    expect(await act(PEOPLE.executor, id, 'submit', { evidenceIds: [foreign] })).toMatchObject(refusal(400, 'assignment.evidence_unknown'));
    expect(await act(PEOPLE.executor, id, 'submit', { evidenceIds: [unread] })).toMatchObject(refusal(409, 'assignment.evidence_unchecked'));
  });

  it('to somebody who may see it and not do it', async () => {
    for (const person of [PEOPLE.head, PEOPLE.curator, PEOPLE.analyst]) {
      expect(await submit(person, id)).toMatchObject(refusal(403, 'act.forbidden'));
    }
    expect(await submit(HEAD_AND_EXECUTOR, id)).toMatchObject(refusal(403, 'assignment.not_executor'));
  });

  it('when no body reviews it', async () => {
    expect(await submit(ORPHAN_OFFICER, idOf('1.1.3', ORPHAN))).toMatchObject(refusal(409, 'assignment.no_reviewing_body'));
  });

  it('before it opens and after it is locked', async () => {
    expect(await submit(PEOPLE.executor, idOf('2.2.1', DISTRICT, '2026-H2'))).toMatchObject(refusal(409, 'assignment.not_open_yet'));
    service.clock.set(new Date('2026-08-20T04:00:00Z'));
    const locked = await submit(PEOPLE.executor, idOf('2.2.1', DISTRICT, '2026-H1'));
    service.clock.set(new Date('2026-05-20T04:00:00Z'));
    expect(locked).toMatchObject({ ...refusal(409, 'assignment.locked'), body: { data: { lockedOn: expect.any(String) }, detail: expect.stringContaining('2026-') } });
  });

  it('with an unknown field, or without a body', async () => {
    expect((await act(PEOPLE.executor, id, 'submit', { evidenceIds: ['x'], status: 'accepted' })).status).toBe(400);
    expect((await service.as(PEOPLE.executor).post(urlOf(id, 'submit'))).status).toBe(400);
  });
});

describe('a verdict is refused', () => {
  const id = idOf('1.2.1');

  beforeAll(async () => {
    expect((await submit(PEOPLE.executor, id)).status).toBe(200);
  });

  it.each(['return', 'pass-on', 'accept'])('to whose turn it is not: %s', async (name) => {
    const body = name === 'return' ? WHY : {};
    for (const person of [PEOPLE.curator, PEOPLE.department]) {
      expect(await act(person, id, name, body)).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    }
    for (const person of [PEOPLE.executor, PEOPLE.head, PEOPLE.admin]) {
      expect(await act(person, id, name, body)).toMatchObject(refusal(403, 'act.forbidden'));
    }
  });

  it('before and at the end of the chain, where it is not due', async () => {
    expect(await act(PEOPLE.coordinator, id, 'accept')).toMatchObject(refusal(409, 'assignment.not_last_step'));
    await act(PEOPLE.coordinator, id, 'pass-on');
    expect(await act(PEOPLE.curator, id, 'pass-on')).toMatchObject(refusal(409, 'assignment.last_step'));
  });

  it('with a place in a paper that was not handed in, or without a reason', async () => {
    const place = { evidenceId: 'other', page: 1 };
    expect(await act(PEOPLE.curator, id, 'return', { ...WHY, place })).toMatchObject(refusal(400, 'assignment.evidence_unknown'));
    expect(await act(PEOPLE.curator, id, 'return', { remark: 'Так' })).toMatchObject(refusal(400, 'request.invalid'));
    expect(await act(PEOPLE.curator, id, 'return', { reason: 'other', remark: '  ' })).toMatchObject(refusal(400, 'request.invalid'));
  });

  it('to authors: who handed in, who uploaded, in whatever role', async () => {
    const byBoth = idOf('1.2.2');
    await submit(PEOPLE.both, byBoth);
    const forThem = idOf('1.2.3');
    const uploaded = await paperFor(service, forThem, { by: PEOPLE.coordinator.id });
    await act(PEOPLE.executor, forThem, 'submit', { evidenceIds: [uploaded] });
    for (const [person, own] of [[PEOPLE.both, byBoth], [PEOPLE.coordinator, forThem]] as const) {
      expect(await act(person, own, 'pass-on')).toMatchObject(refusal(403, 'assignment.own_work'));
      expect(await act(person, own, 'return', WHY)).toMatchObject(refusal(403, 'assignment.own_work'));
      expect((await view(person, own)).allowed).toEqual([]);
    }
    expect((await act(PEOPLE.coordinator, byBoth, 'pass-on')).status).toBe(200);
  });
});

describe('who sees an assignment', () => {
  const id = idOf('1.3.1');

  it.each([
    ['its own body', PEOPLE.executor, 200],
    ['the body above', PEOPLE.coordinator, 200],
    ['the head above', PEOPLE.head, 200],
    ['the Agency', PEOPLE.analyst, 200],
    ['an officer of the region', PEOPLE.ethics, 404],
    ['a sibling', PEOPLE.stranger, 404],
    ['another region', PEOPLE.strangerCoordinator, 404],
    ['a ministry', PEOPLE.ministryCoordinator, 404],
    ['an entity', PEOPLE.compliance, 404],
    ['somebody without a role', { id: 'new', name: 'New', locale: 'ru', memberships: [] } as const, 403],
  ])('%s', async (_, person, status) => {
    const evidenceIds = [await paperFor(service, id)];
    expect((await service.as(person).get(urlOf(id))).status).toBe(status);
    if (status !== 200) {
      const acts = [act(person, id, 'submit', { evidenceIds }), act(person, id, 'return', WHY), act(person, id, 'pass-on'), act(person, id, 'accept')];
      for (const answer of await Promise.all(acts)) {
        expect([404, 403]).toContain(answer.status);
        expect(answer.body.code).toBe(answer.status === 404 ? 'assignment.unknown' : 'act.forbidden');
      }
      expect((await service.as(person).get(`${API}/assignments?view=all&organisationId=${DISTRICT}`)).body.items ?? []).toEqual([]);
    }
  });

  it('both supervisors of an entity; its first one reviews', async () => {
    const ofEntity = idOf('1.1.2', 'qs-980140900002');
    expect((await service.as(PEOPLE.ministryCoordinator).get(urlOf(ofEntity))).status).toBe(200);
    expect((await view(PEOPLE.coordinator, ofEntity)).chain.map(({ organisation }: ChainStep) => organisation.id)).toEqual(['akimat-kostanay', 'agency']);
    await submit(PEOPLE.compliance, ofEntity);
    expect(await act(PEOPLE.ministryCoordinator, ofEntity, 'pass-on')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
  });

  it('is told when nobody reviews any more: vacant, and not skipped', async () => {
    const { id: personId } = PEOPLE.strangerCoordinator;
    const [organisationId, role] = ['akimat-zhambyl', 'coordinator'];
    const ended = { membershipId: `${personId}:${organisationId}:${role}`, personId, organisationId, role, until: '2026-05-19' };
    await service.tell(fact(MembershipEndedSchema, ended, { key: ended.membershipId }));
    const own = idOf('1.1.2', 'akimat-zhambyl-zhualy');
    await submit(PEOPLE.stranger, own);
    const { chain, reviewer } = await view(PEOPLE.stranger, own);
    expect(chain).toMatchObject([{ state: 'now', vacant: true }, { state: 'waiting', vacant: false }]);
    expect(reviewer.id).toBe('akimat-zhambyl');
    expect(await act(PEOPLE.curator, own, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
  });
});

describe('lists', () => {
  async function pages(person: TestPerson, query: string, limit: number): Promise<AssignmentRow[]> {
    const rows: AssignmentRow[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await service.as(person).get(`${API}/assignments?${query}&limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      rows.push(...body.items);
      cursor = body.nextCursor;
    }
    return rows;
  }

  it('give an executor his queue by due day, page by page, each once', async () => {
    const rows = await pages(PEOPLE.executor, 'view=queue', 4);
    const days = rows.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.every(({ organisation, status }) => organisation.id === DISTRICT && ['open', 'returned'].includes(status))).toBe(true);
    expect(rows).toEqual((await service.as(PEOPLE.executor).get(`${API}/assignments?limit=100`)).body.items);
    expect(rows.map(({ id }) => id)).not.toContain(idOf('4.2.2'));
  });

  it('give a reviewer what waits for him, the longest waiting first, and nothing else', async () => {
    const [first, second, third] = [idOf('1.3.2'), idOf('1.4.1'), idOf('2.2.1', DISTRICT, '2026-H1')];
    for (const [number, id] of [second, third, first].entries()) {
      service.clock.set(new Date(Date.UTC(2026, 4, 20, 5, number)));
      expect((await submit(PEOPLE.executor, id)).status).toBe(200);
    }
    const rows = await pages(PEOPLE.coordinator, 'view=review', 1);
    expect(rows.map(({ id }) => id).slice(-3)).toEqual([second, third, first]);
    expect(new Set(rows.map(({ reviewer }) => reviewer?.id))).toEqual(new Set(['akimat-kostanay']));
    expect(await pages(PEOPLE.ministryCoordinator, `view=review&organisationId=${DISTRICT}`, 10)).toEqual([]);
  });

  it('give all of a scope, filtered', async () => {
    const rows = await pages(PEOPLE.coordinator, `view=all&organisationId=${DISTRICT}&project=1`, 3);
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.every((id) => id.startsWith('2024:1.') && id.includes(DISTRICT))).toBe(true);
    expect((await pages(PEOPLE.curator, 'view=all&status=accepted', 50)).map(({ id }) => id)).toEqual([idOf('1.1.2'), idOf('4.2.2')]);
  });

  it('begin anew with a cursor of somebody else\'s making, and refuse a wrong query', async () => {
    const { status, body } = await service.as(PEOPLE.coordinator).get(`${API}/assignments?view=review&cursor=rubbish`);
    expect([status, body.items.length > 0]).toEqual([200, true]);
    expect((await service.as(PEOPLE.coordinator).get(`${API}/assignments?view=everything`)).status).toBe(400);
    expect((await service.as(PEOPLE.coordinator).get(`${API}/assignments?limit=1000`)).status).toBe(400);
  });
});

describe('two at the same time', () => {
  it('hand in once', async () => {
    const id = idOf('4.1.2');
    const paper = await paperFor(service, id);
    const answers = await Promise.all([PEOPLE.executor, PEOPLE.executor2].map((person) => act(person, id, 'submit', { evidenceIds: [paper] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await view(PEOPLE.executor, id)).history).toHaveLength(1);
    await service.eventually(() => expect(service.told(AssignmentSubmittedSchema).filter(({ assignmentId }) => assignmentId === id)).toHaveLength(1));
  });

  it('give one final verdict', async () => {
    const id = idOf('1.2.1');
    const answers = await Promise.all([act(PEOPLE.curator, id, 'accept'), act(PEOPLE.curator2, id, 'return', WHY), act(PEOPLE.curator2, id, 'accept')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('let a paper be stored and checked', async () => {
    const id = idOf('4.1.1', DISTRICT, '2026-Q2');
    const papers = await Promise.all(Array.from({ length: 8 }, () => paperFor(service, id)));
    expect((await act(PEOPLE.executor, id, 'submit', { evidenceIds: papers })).body.evidenceIds).toHaveLength(8);
  });

  it('write one new paper without a conflict coming out', async () => {
    const id = idOf('4.2.4', DISTRICT, '2026-Q2');
    const fields = { evidenceId: 'contested', subject: { type: 'assignment', id }, sha256: '0'.repeat(64), uploadedById: PEOPLE.executor.id };
    const stored = (number: number) => fact(EvidenceStoredSchema, fields, { key: `lane ${number}` });
    const checked = fact(EvidenceCheckedSchema, { ...fields, verdict: 'passed' }, { key: 'lane of the check' });
    await Promise.all([...Array.from({ length: 12 }, (_, number) => service.tell(stored(number))), service.tell(checked)]);
    expect((await act(PEOPLE.executor, id, 'submit', { evidenceIds: ['contested'] })).body.machineVerdict).toBe('passed');
  });
});
