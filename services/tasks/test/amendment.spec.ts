import { CardChangesAcknowledgedSchema, CardChangesAnnouncedSchema, CardPublishedSchema } from '@aigaq/contracts';
import { PEOPLE, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { AnnouncementsRepository } from '../src/amendments/announcements.repository.js';
import { EditionsRepository } from '../src/editions/editions.repository.js';
import { API, DISTRICT, idOf, paperFor, publishCard, publishDraft, rollOut, SECOND_ADMIN, startRolledOut, startTasks, urlOf } from './house.js';

const CARD = `${API}/editions/2024`;
const GIVEN = `${API}/acknowledgements`;
const REGION = 'akimat-kostanay';
const text = { kk: 'Жаңартылған сипаттама', ru: 'Уточнённое описание' };
const noteOf = (body: string): string => `${GIVEN}/${encodeURIComponent(`2024:2:${body}`)}`;
const collectionOf = (service: TestService, name: string) =>
  service.app.get<Connection>(getConnectionToken('tasks'), { strict: false }).collection<{ _id: string }>(name);

async function edit(service: TestService, ...edits: object[]) {
  const admin = service.as(PEOPLE.admin);
  const { body } = await admin.get(`${CARD}?version=2`);
  return admin.post(`${CARD}/edits`, { revision: body.revision, edits });
}

/** 1.1.2 is described otherwise. */
async function amend(service: TestService): Promise<void> {
  await service.as(PEOPLE.admin).post(`${CARD}/amend`, {});
  expect((await edit(service, { act: 'change', code: '1.1.2', fields: { description: text } })).status).toBe(200);
}

// One story: each step goes on from the one before.
describe('amending a card', () => {
  let service: TestService;
  const admin = () => service.as(PEOPLE.admin);
  const executor = () => service.as(PEOPLE.executor);
  let before: unknown;

  beforeAll(async () => {
    service = await startRolledOut();
    before = (await admin().get(CARD)).body;
    // The district of Zhualy has handed in; the work waits for the region.
    const id = idOf('1.1.2', 'akimat-zhambyl-zhualy');
    const evidence = await paperFor(service, id, { by: PEOPLE.stranger.id });
    expect((await service.as(PEOPLE.stranger).post(urlOf(id, 'submit'), { evidenceIds: [evidence] })).status).toBe(200);
  }, 180_000);
  afterAll(() => service.stop());

  it('begins with the draft of the next version, of which there is one', async () => {
    const both = await Promise.all([admin().post(`${CARD}/amend`, {}), service.as(SECOND_ADMIN).post(`${CARD}/amend`, {})]);
    expect(both.map(({ status, body }) => [status, body.code]).sort()).toEqual([[201, undefined], [409, 'edition.draft_exists']]);
    expect(await admin().post(`${CARD}/amend`, {})).toMatchObject({ status: 409, body: { code: 'edition.draft_exists' } });
    expect((await admin().get(`${API}/editions`)).body.map(({ version, status, inForce }: Record<string, unknown>) => [version, status, inForce])).toEqual([[2, 'draft', false], [1, 'published', true]]);
  });

  it('shows the draft to nobody else, and the version in force to all', async () => {
    expect(await executor().get(`${CARD}?version=2`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect(await executor().get(`${CARD}/diff?to=2`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect((await executor().get(`${API}/editions`)).body).toMatchObject([{ version: 1 }]);
    expect((await admin().get(CARD)).body).toEqual(before);
  });

  it('is edited by the one who saw it as it is; others are told what changed', async () => {
    const { revision } = (await admin().get(`${CARD}?version=2`)).body;
    const change = (fields: object) => ({ revision, edits: [{ act: 'change', code: '1.1.2', fields }] });
    expect((await admin().post(`${CARD}/edits`, change({ description: text }))).body).toMatchObject({ version: 2, revision: revision + 1 });
    const late = await service.as(SECOND_ADMIN).post(`${CARD}/edits`, change({ period: 'half' }));
    expect(late).toMatchObject({ status: 409, body: { code: 'edition.changed_meanwhile', data: { by: PEOPLE.admin.name, codes: '1.1.2' } } });
    expect((await admin().post(`${CARD}/edits`, { ...change({ description: { kk: '', ru: 'Только по-русски' } }) })).status).toBe(400);
  });

  it('says what it changes', async () => {
    const { body } = await admin().get(`${CARD}/diff`);
    expect(body).toMatchObject({ edition: '2024', from: 1, to: 2, changes: [{ kind: 'changed', level: 'subtask', code: '1.1.2', field: 'description', after: text }] });
    expect(body.changes).toHaveLength(1);
  });

  it('says whose work it changes before it is published', async () => {
    const { body } = await admin().get(`${CARD}/impact`);
    expect(body).toMatchObject({ version: 2, year: 2026, affected: { open: 16, inReview: 1, returned: 0, accepted: 0 }, bodies: 17, bySubtask: { '1.1.2': 17 }, opens: {}, fallsAway: {} });
    expect(body.byKind).toEqual({ central: 1, 'akimat-region': 2, 'akimat-district': 2, 'quasi-state': 12 });
    expect(body.byRegion).toEqual({ central: 1, kostanay: 13, zhambyl: 3 });
  });

  it('says what falls away and what a rollout would open', async () => {
    await edit(service, { act: 'change', code: '1.1.2', fields: { audience: ['akimat-district', 'agency-department'] } });
    const { body } = await admin().get(`${CARD}/impact`);
    expect(body).toMatchObject({ opens: { '1.1.2': 1 }, fallsAway: { '1.1.2': { open: 15, inReview: 0, returned: 0, accepted: 0 } } });
    // Narrowed to the districts, so that not everybody is concerned.
    await edit(service, { act: 'change', code: '1.1.2', fields: { audience: ['central', 'akimat-region', 'akimat-district', 'quasi-state'], description: (before as never)['projects'][0]['tasks'][0]['subtasks'][1]['description'] } });
    await edit(service, { act: 'change', code: '1.1.2', fields: { audience: ['central', 'akimat-region', 'quasi-state'] } });
    expect((await admin().get(`${CARD}/impact`)).body).toMatchObject({ bodies: 2, bySubtask: { '1.1.2': 2 } });
  });

  it('comes into force, and the version before stays as it was', async () => {
    await publishDraft(service);
    expect((await admin().get(CARD)).body).toMatchObject({ version: 2, status: 'published', inForce: true });
    expect((await admin().get(`${CARD}?version=1`)).body).toEqual({ ...(before as object), inForce: false });
    await service.eventually(() => expect(service.told(CardPublishedSchema).map(({ version }) => version)).toEqual([1, 2]));
  });

  it('asks those to take note whose unfinished work it changes, and nobody else', async () => {
    await service.eventually(() => expect(service.told(CardChangesAnnouncedSchema)).toMatchObject([{ edition: '2024', version: 2, organisationIds: [DISTRICT, 'akimat-zhambyl-zhualy'] }]));
    expect((await admin().get(`${GIVEN}/counts?edition=2024&version=2`)).body).toEqual({ given: 0, pending: 2 });
    expect((await executor().get(GIVEN)).body.items).toMatchObject([{ id: `2024:2:${DISTRICT}`, version: 2, state: 'pending', by: null, allowed: ['acknowledge'] }]);
    expect((await service.as(PEOPLE.coordinator).get(GIVEN)).body.items).toHaveLength(1);
    expect((await service.as(PEOPLE.compliance).get(GIVEN)).body.items).toEqual([]);
  });

  it('tells an executor what changes for his own work', async () => {
    const { status, body } = await executor().get(noteOf(DISTRICT));
    expect([status, body.assignments]).toEqual([200, [expect.objectContaining({ id: idOf('1.1.2'), period: '2026' })]]);
    expect(body.changes).toMatchObject([{ field: 'audience.kinds', code: '1.1.2' }]);
    expect(await service.as(PEOPLE.stranger).get(noteOf(DISTRICT))).toMatchObject({ status: 404, body: { code: 'acknowledgement.unknown' } });
  });

  it('is acknowledged once, by those who work for the body or answer for it', async () => {
    expect(await service.as(PEOPLE.head).post(`${noteOf(DISTRICT)}/acknowledge`, {})).toMatchObject({ status: 403 });
    expect(await service.as(PEOPLE.stranger).post(`${noteOf(DISTRICT)}/acknowledge`, {})).toMatchObject({ status: 404, body: { code: 'acknowledgement.unknown' } });
    const given = { state: 'given', by: { id: PEOPLE.executor.id }, at: '2026-05-20T04:00:00.000Z', allowed: [] };
    expect(await executor().post(`${noteOf(DISTRICT)}/acknowledge`, {})).toMatchObject({ status: 200, body: given });
    expect(await service.as(PEOPLE.coordinator).post(`${noteOf(DISTRICT)}/acknowledge`, {})).toMatchObject({ status: 200, body: given });
    expect((await service.as(PEOPLE.coordinator).get(`${GIVEN}/counts?edition=2024&version=2`)).body).toEqual({ given: 1, pending: 0 });
    expect((await admin().get(`${GIVEN}?edition=2024&version=2&state=pending&limit=1`)).body.items).toMatchObject([{ organisation: { id: 'akimat-zhambyl-zhualy' } }]);
    await service.eventually(() => expect(service.told(CardChangesAcknowledgedSchema)).toMatchObject([{ version: 2, organisationId: DISTRICT }]));
  });

  it('leaves the assignments with the version that they were opened by', async () => {
    const { body } = await service.as(PEOPLE.coordinator).get(urlOf(idOf('1.1.2', REGION)));
    expect(body.description).not.toEqual(text);
    await rollOut(service);
    expect(await collectionOf(service, 'assignments').countDocuments({ cardVersion: 1 })).toBe(await collectionOf(service, 'assignments').countDocuments({}));
  });

  it('never changes what is published, whatever is tried', async () => {
    const second = service.as(SECOND_ADMIN);
    const { revision } = (await admin().get(CARD)).body;
    const tries = await Promise.all([
      second.post(`${CARD}/edits`, { revision, edits: [{ act: 'remove', level: 'subtask', code: '1.1.2' }] }),
      second.put(`${CARD}/dates`, { year: 2026 }),
      second.post(`${CARD}/review`, {}),
      second.post(`${CARD}/return`, { remark: 'Уточните' }),
      second.post(`${CARD}/publish`, {}),
    ]);
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(tries.map(() => [409, 'edition.published']));
    // Not even by a rule that would let it.
    const editions = service.app.get(EditionsRepository, { strict: false });
    const spoil = { next: { ...(await editions.get('2024')), year: 1999 }, events: [] };
    for (const attempt of [() => editions.change({ id: 'x', name: 'X', memberships: [] }, '2024', () => spoil), () => editions.put({ id: 'x', name: 'X', memberships: [] }, '2024', () => spoil)]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'edition.published' });
    }
    expect((await admin().get(`${CARD}?version=1`)).body).toEqual({ ...(before as object), inForce: false });
  });

  it('knows no version that is not there', async () => {
    expect(await admin().get(`${CARD}?version=9`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect(await admin().get(`${API}/editions/1999`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect(await admin().get(`${API}/editions/1999/impact`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect(await admin().get(`${CARD}/impact`)).toMatchObject({ status: 409, body: { code: 'edition.published' } });
    expect(await executor().get(noteOf('nowhere'))).toMatchObject({ status: 404, body: { code: 'acknowledgement.unknown' } });
  });
});

describe('an edition that was stored before there were versions', () => {
  it('is read as its first version', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const former = await startTasks(prefix);
    await publishCard(former);
    const later = { edition: '', cardVersion: '', changedBy: '', sentBy: '', approvedBy: '', sentBack: '', edits: '' } as const;
    await collectionOf(former, 'editions').updateOne({ _id: '2024' }, { $unset: later });
    await former.app.close();

    const service = await startTasks(prefix);
    expect((await service.as(PEOPLE.admin).get(CARD)).body).toMatchObject({ edition: '2024', version: 1, status: 'published', inForce: true, approvedBy: null });
    await amend(service);
    await publishDraft(service);
    expect((await service.as(PEOPLE.admin).get(CARD)).body).toMatchObject({ version: 2, inForce: true });
    await service.stop();
  }, 120_000);
});

describe('an amendment whose process is killed', () => {
  it('is announced to the end by the next, and told to each body once', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const killed = await startTasks(prefix);
    await publishCard(killed);
    await rollOut(killed);
    await amend(killed);
    // Acknowledgements are stored, but the process dies before that is recorded.
    let asked = 0;
    killed.app.get(AnnouncementsRepository, { strict: false }).advance = () => {
      asked += 1;
      return Promise.reject(new Error('killed'));
    };
    await publishDraft(killed);
    await killed.eventually(() => expect(asked).toBeGreaterThan(0));
    await killed.app.close();

    const next = await startTasks(prefix);
    await next.eventually(() => expect(next.told(CardChangesAnnouncedSchema).flatMap(({ organisationIds }) => organisationIds)).toHaveLength(17), 20_000);
    expect(killed.told(CardChangesAnnouncedSchema)).toEqual([]);
    expect((await next.as(PEOPLE.admin).get(`${GIVEN}/counts?edition=2024&version=2`)).body).toEqual({ given: 0, pending: 17 });
    await next.stop();
  }, 120_000);
});
