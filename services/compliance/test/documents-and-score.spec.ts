import {
  ComplianceDocumentRegisteredSchema,
  EvidenceCheckedSchema,
  EvidenceStoredSchema,
  ObjectReadSchema,
  OrganisationChangedSchema,
  ScoreChangedSchema,
} from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import { country, ENTITIES, fact, PEOPLE, startService, type TestPerson, type TestService } from '@aigaq/testing';
import { ComplianceModule } from '../src/compliance.module.js';
import { EntitiesRepository } from '../src/documents/entities.repository.js';
import { ScoresService } from '../src/scores/scores.service.js';

const API = '/api/compliance';
const REGION = 'akimat-kostanay';
const [FIRST, SECOND] = ENTITIES.map(({ id }) => id) as [string, string];
const DATES = { validFrom: '2026-01-15', validUntil: '2026-12-31' };

const ADMIN = { id: PEOPLE.admin.id, name: PEOPLE.admin.name, memberships: PEOPLE.admin.memberships };

let service: TestService;

beforeAll(async () => {
  service = await startService(ComplianceModule, { name: 'compliance', now: '2026-10-12T05:00:00Z' });
  await service.tell(...country());
}, 60_000);
afterAll(() => service.stop());

let papers = 0;

/** A paper for a document of an entity, as the evidence service tells of it. */
async function paper(entityId: string, code: string, verdict: string | null = 'passed', type = 'compliance-document'): Promise<string> {
  papers += 1;
  const evidenceId = `019f0000-0000-7000-8000-${String(papers).padStart(12, '0')}`;
  const fields = { evidenceId, organisationId: entityId, subject: { type, id: `${entityId}:${code}` }, sha256: 'ab'.repeat(32) };
  await service.tell(fact(EvidenceStoredSchema, fields, { key: evidenceId }));
  if (verdict !== null) {
    await service.tell(fact(EvidenceCheckedSchema, { ...fields, verdict }, { key: evidenceId }));
  }
  return evidenceId;
}

const urlOf = (entityId: string, code: string): string => `${API}/entities/${entityId}/documents/${code}/register`;

async function register(person: TestPerson, entityId: string, code: string, fields: object = {}) {
  const evidenceId = await paper(entityId, code);
  return service.as(person).post(urlOf(entityId, code), { evidenceId, ...DATES, ...fields });
}

const scoreRow = async (code: string, person: TestPerson = PEOPLE.coordinator) => {
  const { body } = await service.as(person).get(`${API}/scores/${REGION}`);
  return body.rows.find((row: { code: string }) => row.code === code);
};

describe('who sees which entities', () => {
  const ids = async (person: { id: string; name: string }, query = '') =>
    (await service.as(person).get(`${API}/entities?limit=100${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('shows each what lies in his scope', async () => {
    expect(await ids(PEOPLE.compliance)).toEqual([FIRST]);
    expect(await ids(PEOPLE.coordinator)).toHaveLength(10);
    expect(await ids(PEOPLE.ministryCoordinator)).toEqual([FIRST]);
    expect(await ids(PEOPLE.analyst)).toHaveLength(11);
    expect(await ids(PEOPLE.analyst, `&supervisorId=cgo-mf`)).toEqual([FIRST]);
    expect(await ids(PEOPLE.analyst, `&search=${encodeURIComponent('СУБЪЕКТ 11')}`)).toHaveLength(1);
    expect(await ids(PEOPLE.analyst, `&search=${SECOND.slice(3)}`)).toEqual([SECOND]);
    expect(await ids(PEOPLE.executor)).toEqual([]);
    expect(await service.as({ id: 'new', name: 'New' }).get(`${API}/entities`)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it('pages', async () => {
    const { body } = await service.as(PEOPLE.analyst).get(`${API}/entities?limit=6`);
    const next = await service.as(PEOPLE.analyst).get(`${API}/entities?limit=6&cursor=${body.nextCursor}`);
    expect([body.items.length, next.body.items.length, next.body.nextCursor]).toEqual([6, 5, null]);
  });

  it('shows the eight documents, all missing at first, and records the look', async () => {
    const { status, body } = await service.as(PEOPLE.compliance2).get(`${API}/entities/${SECOND}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: SECOND, bin: SECOND.slice(3), registered: 0, total: 8, canRegister: true, supervisors: [{ id: REGION }] });
    expect(body.documents.map(({ code, state }: { code: string; state: string }) => [code, state])).toEqual(
      Array.from({ length: 8 }, (_, at) => [`3.2.${at + 1}`, 'missing']),
    );
    await service.eventually(() =>
      expect(service.told(ObjectReadSchema)).toContainEqual(
        expect.objectContaining({ actorId: PEOPLE.compliance2.id, thing: 'compliance-entity', thingId: SECOND, organisationId: SECOND }),
      ),
    );
  });

  it('lets the Agency read but not register', async () => {
    expect((await service.as(PEOPLE.curator).get(`${API}/entities/${FIRST}`)).body.canRegister).toBe(false);
  });

  it.each([
    ['an officer of another entity', PEOPLE.compliance2],
    ['another region', PEOPLE.strangerCoordinator],
    ['an executor of the region below', PEOPLE.executor],
  ])('says «not found» to %s', async (_, person) => {
    const { status, body } = await service.as(person, 'kk').get(`${API}/entities/${FIRST}`);
    expect([status, body.code, body.detail]).toEqual([404, 'entity.not_found', 'Квазимемлекеттік сектор субъектісі табылмады.']);
  });
});

describe('registering a document', () => {
  it('shows it in force with who registered it and when, and tells it once', async () => {
    const evidenceId = await paper(FIRST, '3.2.1');
    const wanted = { evidenceId, ...DATES, publicationUrl: 'https://example.kz/polozhenie' };
    const answers = [];
    for (let time = 0; time < 2; time += 1) {
      answers.push(await service.as(PEOPLE.compliance).post(urlOf(FIRST, '3.2.1'), wanted));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]!.body).toMatchObject({ registered: 1, total: 8 });
    expect(answers[1]!.body.documents[0]).toEqual({
      code: '3.2.1',
      title: { kk: 'Сыбайлас жемқорлыққа қарсы комплаенс-қызмет туралы ереже', ru: 'Положение об антикоррупционной комплаенс-службе' },
      state: 'in-force',
      ...wanted,
      registeredBy: { id: PEOPLE.compliance.id, name: PEOPLE.compliance.name },
      registeredAt: '2026-10-12T05:00:00.000Z',
    });
    await service.eventually(() => expect(service.told(ComplianceDocumentRegisteredSchema).filter(({ evidenceId: of }) => of === evidenceId)).toHaveLength(1));
  });

  it('is open to the supervising body, for an entity without an account', async () => {
    expect((await register(PEOPLE.coordinator, SECOND, '3.2.8')).status).toBe(200);
  });

  it.each([
    [404, 'document.unknown_code', '3.2.9', {}],
    [400, 'document.wrong_dates', '3.2.2', { validUntil: '2026-01-14' }],
    [400, 'document.not_yet_in_force', '3.2.2', { validFrom: '2026-10-13' }],
    [400, 'document.already_expired', '3.2.2', { validUntil: '2026-10-11' }],
    [400, 'document.evidence_unknown', '3.2.2', { evidenceId: '019f0000-0000-7000-8000-ffffffffffff' }],
    [400, 'request.invalid', '3.2.2', { validFrom: '2026-02-30' }],
    [400, 'request.invalid', '3.2.2', { publicationUrl: 'javascript:alert(1)' }],
    [400, 'request.invalid', '3.2.2', { entityId: SECOND }],
  ])('is refused: %s %s (%s, %j)', async (status, code, document, fields) => {
    const { body } = await register(PEOPLE.compliance, FIRST, document, fields);
    expect(body).toMatchObject({ status, code });
  });

  it.each([
    ['document.evidence_unknown', () => paper(SECOND, '3.2.2')],
    ['document.evidence_unknown', () => paper(FIRST, '3.2.2', 'passed', 'assignment')],
    ['document.evidence_of_other_document', () => paper(FIRST, '3.2.3')],
    ['document.evidence_unchecked', () => paper(FIRST, '3.2.2', null)],
    ['document.evidence_failed', () => paper(FIRST, '3.2.2', 'failed')],
  ])('is refused: %s', async (code, given) => {
    const evidenceId = await given();
    expect((await service.as(PEOPLE.compliance).post(urlOf(FIRST, '3.2.2'), { evidenceId, ...DATES })).body).toMatchObject({ code });
  });

  it.each([
    [403, 'act.forbidden', PEOPLE.analyst],
    [404, 'entity.not_found', PEOPLE.compliance2],
    [404, 'entity.not_found', PEOPLE.strangerCoordinator],
  ])('is refused: %s %s', async (status, code, person) => {
    expect((await register(person, FIRST, '3.2.2')).body).toMatchObject({ status, code });
  });

  it('keeps the later verdict when facts come twice or late', async () => {
    const evidenceId = await paper(FIRST, '3.2.4');
    const fields = { evidenceId, organisationId: FIRST, subject: { type: 'compliance-document', id: `${FIRST}:3.2.4` }, sha256: '' };
    await service.tell(fact(EvidenceStoredSchema, fields, { key: evidenceId }));
    await service.tell(fact(EvidenceCheckedSchema, { ...fields, verdict: 'failed' }, { key: evidenceId, time: new Date(0) }));
    expect((await service.as(PEOPLE.compliance).post(urlOf(FIRST, '3.2.4'), { evidenceId, ...DATES })).status).toBe(200);
  });
});

describe('the score of the supervising body', () => {
  it('stands at nothing with four of ten and says what the next one is worth', async () => {
    for (const { id } of ENTITIES.slice(0, 4)) {
      await register(PEOPLE.coordinator, id, '3.2.5');
    }
    expect(await scoreRow('3.2.5')).toEqual({
      code: '3.2.5',
      title: { kk: 'Сыбайлас жемқорлыққа қарсы стандарт', ru: 'Антикоррупционный стандарт' },
      have: 4,
      of: 10,
      percent: 40,
      score: 0,
      maximum: 2,
      next: { entities: 1, gain: 1 },
    });
    // The ministry supervises one entity only, so that its score is told; the region's is nothing still.
    expect(service.told(ScoreChangedSchema).filter(({ organisationId }) => organisationId === REGION)).toEqual([]);
  });

  it('rises with the fifth, and with each further one by a step; the change is told once', async () => {
    await register(PEOPLE.coordinator, ENTITIES[4]!.id, '3.2.5');
    await service.eventually(() => expect(service.told(ScoreChangedSchema).at(-1)).toMatchObject({ organisationId: REGION, previousScore: 0, score: 1, maximum: 18 }));
    await register(PEOPLE.coordinator, ENTITIES[5]!.id, '3.2.5');
    await service.eventually(() => expect(service.told(ScoreChangedSchema).at(-1)).toMatchObject({ organisationId: REGION, previousScore: 1, score: 1.2 }));
    const last = service.toldEvents().findLast(({ type }) => type === ComplianceDocumentRegisteredSchema.typeName);
    await service.tell(last!);
    expect(service.told(ScoreChangedSchema).filter(({ organisationId }) => organisationId === REGION)).toHaveLength(2);
  });

  it('is one for many registrations at once', async () => {
    await Promise.all(ENTITIES.slice(0, 10).map(({ id }) => register(PEOPLE.coordinator, id, '3.2.6')));
    await service.eventually(() => expect(service.told(ScoreChangedSchema).findLast(({ organisationId }) => organisationId === REGION)).toMatchObject({ score: 3.2 }));
    expect(await scoreRow('3.2.6')).toMatchObject({ have: 10, percent: 100, score: 2, next: null });
  });

  it('is open to the body, to those above it and to those whom it supervises', async () => {
    for (const person of [PEOPLE.coordinator, PEOPLE.head, PEOPLE.ethics, PEOPLE.analyst, PEOPLE.compliance]) {
      expect((await service.as(person).get(`${API}/scores/${REGION}`)).body).toMatchObject({ organisation: { id: REGION }, scaleVersion: 'SCORE_3_2:2024:1', entities: 10 });
    }
  });

  it.each([
    ['another region', PEOPLE.strangerCoordinator, REGION],
    ['an executor below', PEOPLE.executor, REGION],
    ['one who asks for what is not there', PEOPLE.admin, 'akimat-nowhere'],
    ['an entity that another body supervises', PEOPLE.compliance2, 'akimat-zhambyl'],
  ])('says «not found» to %s', async (_, person, id) => {
    expect((await service.as(person).get(`${API}/scores/${id}`)).body).toMatchObject({ status: 404, code: 'score.not_found' });
  });

  it('follows an entity that moves to another body', async () => {
    const { id, name, kind, bin } = ENTITIES[9]!;
    const moved = { id, name, kind, bin: bin!, supervisorIds: ['akimat-zhambyl'], validFrom: '2021-01-01', version: 2 };
    await service.tell(fact(OrganisationChangedSchema, { organisation: moved }, { key: id }));
    expect(await scoreRow('3.2.5')).toMatchObject({ have: 6, of: 9, score: 1.2 });
    expect((await service.as(PEOPLE.strangerCoordinator).get(`${API}/entities/${id}`)).body).toMatchObject({ registered: 1 });
    expect((await service.as(PEOPLE.coordinator).get(`${API}/entities/${id}`)).status).toBe(404);
  });

  it('falls when documents expire, without anybody doing anything', async () => {
    service.clock.set(new Date('2026-12-31T19:00:00Z'));
    expect(await scoreRow('3.2.5')).toMatchObject({ have: 0, score: 0 });
    // What the turn of the day does.
    await service.app.get(ScoresService).renewAll();
    await service.eventually(() => {
      const last = service.told(ScoreChangedSchema).findLast(({ organisationId }) => organisationId === REGION);
      expect(last).toMatchObject({ score: 0, previousScore: 3.2 });
    });
    expect((await service.as(PEOPLE.compliance).get(`${API}/entities/${FIRST}`)).body.documents[0].state).toBe('expired');
  });
});

describe('an entity told before its supervisor', () => {
  const region = { id: 'akimat-abai', kind: 'akimat-region', name: { kk: 'А', ru: 'А' }, parentId: 'agency', ancestorIds: ['agency'], version: 1 };
  const entity = (id: string) => ({ id, kind: 'quasi-state', name: { kk: 'Б', ru: 'Б' }, supervisorIds: [region.id], version: 1 });
  const told = (organisation: { id: string }) => fact(OrganisationChangedSchema, { organisation }, { key: organisation.id });
  const scopeOf = async (id: string) => (await service.app.get(EntitiesRepository).get(ADMIN, 'compliance.read', id)).scope;

  it('is placed by what is known, and fully when the supervisor comes', async () => {
    await service.tell(told(entity('qs-1')));
    expect(await scopeOf('qs-1')).toEqual(['qs-1', supervised('akimat-abai')]);
    await service.tell(told(region));
    expect(await scopeOf('qs-1')).toEqual(['qs-1', supervised('akimat-abai'), supervised('agency')]);
  });

  it('is placed fully when both come at the same moment', async () => {
    const other = { ...region, id: 'akimat-other' };
    const ids = Array.from({ length: 8 }, (_, at) => `qs-other-${at}`);
    await Promise.all([...ids.map((id) => ({ ...entity(id), supervisorIds: [other.id] })), other].map((body) => service.tell(told(body))));
    for (const id of ids) {
      expect(await scopeOf(id)).toEqual([id, supervised(other.id), supervised('agency')]);
    }
  });
});
