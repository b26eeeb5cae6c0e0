import { EvidenceCheckedSchema, EvidenceStoredSchema, ObjectReadSchema } from '@aigaq/contracts';
import type { Secrecy } from '@aigaq/kernel';
import { clearance, clearanceEnd, PEOPLE, type TestPerson } from '@aigaq/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { COPY_JOB, PAGE_TEXT } from '../src/copies/copy-job.schema.js';
import { ASSIGNMENT, House, scripted, sha256 } from './house.js';

const { executor, executor2, both, coordinator, head, curator, curator2, analyst, stranger, strangerCoordinator } = PEOPLE;
const PURPOSE = 'Проверка талона-уведомления';
const NAME = 'заявление Иванова.pdf';
const PATHS = ['', '/file', '/files/1', '/pages/1', '/thumbnails/1', '/searchable', '/text', '/twins'] as const;
const secretOf = (code: string, body = 'akimat-kostanay-auliekol'): string => `2024:${code}:${body}:2026`;

let house: House;
const get = (person: TestPerson, path: string, purpose?: string) =>
  house.service.as(person).get(`/api/evidence/documents${path}${purpose === undefined ? '' : `${path.includes('?') ? '&' : '?'}purpose=${encodeURIComponent(purpose)}`}`);
const listPath = (assignmentId: string): string => `?subjectType=assignment&subjectId=${encodeURIComponent(assignmentId)}`;
const rows = (name: string): Model<object> => house.service.app.get(getModelToken(name, 'evidence'), { strict: false });

async function handIn(text: string, assignmentId: string, person: TestPerson, fileName = NAME): Promise<string> {
  const { status, body } = await house.upload(Buffer.from(text), { subject: { type: 'assignment', id: assignmentId }, fileName }, person);
  expect(status).toBe(201);
  await house.service.eventually(async () => expect(await rows(COPY_JOB).findById(body.id).lean()).toMatchObject({ state: 'ready' }));
  return body.id as string;
}

beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: scripted(5) });
  for (const secrecy of ['restricted', 'tax'] as const) {
    await house.service.tell(...[executor, coordinator, curator, stranger].map((person) => clearance(person, secrecy)));
    await house.service.tell(clearance(executor2, secrecy), clearanceEnd(executor2, secrecy, '2026-10-11'));
  }
}, 180_000);
afterAll(() => house.close());

describe.each<[Secrecy, string]>([
  ['restricted', '2.1.1'],
  ['tax', '2.5.5'],
])('a paper that is secret (%s)', (secrecy, code) => {
  const assignmentId = secretOf(code);
  let id: string;

  beforeAll(async () => {
    id = await handIn(`Иванов сообщил, ${secrecy}`, assignmentId, executor);
  });

  describe.each<[string, TestPerson, string | undefined, number, string]>([
    ['an executor of the body on no list', both, PURPOSE, 403, 'secret.not_listed'],
    ['an executor whose clearance has ended', executor2, PURPOSE, 403, 'secret.not_listed'],
    ['the head above', head, PURPOSE, 403, 'secret.not_listed'],
    ['a curator on no list', curator2, PURPOSE, 403, 'secret.not_listed'],
    ['the analyst', analyst, PURPOSE, 403, 'secret.not_listed'],
    ['a person on the list, of another body', stranger, PURPOSE, 404, 'evidence.unknown'],
    ['another region', strangerCoordinator, PURPOSE, 404, 'evidence.unknown'],
    ['the executor on the list who says no purpose', executor, undefined, 400, 'secret.purpose_needed'],
  ])('is refused to %s', (_, person, purpose, status, refused) => {
    it.each(PATHS)('at every door: documents/:id%s', async (path) => {
      const answer = await get(person, `/${id}${path}`, purpose);
      expect(answer).toMatchObject({ status, body: { code: refused } });
      expect(JSON.stringify(answer.body)).not.toMatch(/Иванов/);
    });

    it('in the list of its subject', async () => {
      const answer = await get(person, listPath(assignmentId), purpose);
      expect(answer).toMatchObject(status === 404 ? { status: 200, body: { items: [] } } : { status, body: { code: refused } });
    });
  });

  it.each<[string, TestPerson]>([
    ['the executor', executor],
    ['the coordinator above', coordinator],
    ['the curator', curator],
  ])('is shown to %s on the list; every look is on record with its purpose', async (_, person) => {
    const shown = ['', '/pages/1', '/thumbnails/1', '/file', '/twins'];
    for (const path of shown) {
      expect((await get(person, `/${id}${path}`, PURPOSE)).status).toBe(200);
    }
    expect((await get(person, listPath(assignmentId), PURPOSE)).body.items).toMatchObject([{ id, secrecy, fileName: NAME }]);
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId, actorId }) => [id, assignmentId].includes(thingId) && actorId === person.id);
      const asked = reads.filter(({ purpose }) => purpose !== 'upload').map(({ act, thing, purpose }) => `${act} ${thing}: ${purpose}`);
      const looks = ['download evidence', 'read evidence', 'read evidence: page 1', 'read evidence: thumbnail 1', 'read papers', 'twins evidence'];
      expect(asked.sort()).toEqual(looks.map((look) => `${look}: ${PURPOSE}`).sort());
    });
  });

  it('is on record too when it is the answer to an upload that is completed again', async () => {
    const { body } = await house.announce(Buffer.from('again'), { subject: { type: 'assignment', id: assignmentId } });
    await house.post(body, Buffer.from('again'));
    const { body: first } = await house.complete(body.id);
    expect((await house.complete(body.id)).body.id).toBe(first.id);
    await house.service.eventually(() => {
      const reads = house.service.told(ObjectReadSchema).filter(({ thingId }) => thingId === first.id);
      expect(reads.map(({ actorId, purpose }) => [actorId, purpose])).toEqual([[executor.id, 'upload'], [executor.id, 'upload']]);
    });
  });

  it('leaves its pictures in no cache', async () => {
    for (const path of ['/pages/1', '/thumbnails/1']) {
      expect((await get(executor, `/${id}${path}`, PURPOSE)).headers['cache-control']).toBe('private, no-store');
    }
  });

  it('has no searchable copy, and its text is kept nowhere', async () => {
    expect((await get(executor, `/${id}`, PURPOSE)).body.copy).toBe('withheld');
    expect(await get(executor, `/${id}/searchable`, PURPOSE)).toMatchObject({ status: 409, body: { code: 'evidence.copy_withheld' } });
    expect(await get(executor, `/${id}/text`, PURPOSE)).toMatchObject({ status: 200, body: { state: 'withheld', pages: [] } });
    expect(await rows(PAGE_TEXT).countDocuments({ evidenceId: id })).toBe(0);
    // Pictures of its page, and nothing in which one could search.
    expect((await house.filesIn(`previews/${sha256(Buffer.from(`Иванов сообщил, ${secrecy}`))}`)).every((name) => name.endsWith('.jpg'))).toBe(true);
  });

  it('is told without its name and without what was found', async () => {
    await house.service.eventually(() => expect(house.service.told(EvidenceCheckedSchema).map(({ evidenceId }) => evidenceId)).toContain(id));
    expect(house.service.told(EvidenceStoredSchema).find(({ evidenceId }) => evidenceId === id)).toMatchObject({ fileName: '', secrecy });
    expect(house.service.told(EvidenceCheckedSchema).find(({ evidenceId }) => evidenceId === id)).toMatchObject({ findings: [], secrecy });
  });

  it('is uploaded by those on the list only, to the end', async () => {
    const subject = { type: 'assignment', id: assignmentId };
    for (const person of [both, executor2]) {
      expect(await house.announce(Buffer.from('x'), { subject }, person)).toMatchObject({ status: 403, body: { code: 'secret.not_listed' } });
    }
    expect(await house.announce(Buffer.from('x'), { subject }, stranger)).toMatchObject({ status: 404, body: { code: 'subject.unknown' } });
    // The list gives nothing that the role does not.
    await house.service.tell(clearance(PEOPLE.department, secrecy));
    expect(await house.announce(Buffer.from('x'), { subject }, PEOPLE.department)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it('is not completed by somebody who was taken off the list meanwhile', async () => {
    await house.service.tell(clearance(both, secrecy));
    const { body } = await house.announce(Buffer.from('x'), { subject: { type: 'assignment', id: assignmentId } }, both);
    await house.service.tell(clearanceEnd(both, secrecy, '2026-10-11'));
    expect(await house.complete(body.id, both)).toMatchObject({ status: 403, body: { code: 'secret.not_listed' } });
  });

  it('is a twin without any data for whoever may not open it', async () => {
    const text = `Иванов сообщил, ${secrecy}`;
    const open = await handIn(text, ASSIGNMENT, executor, 'order.pdf');
    const secret = { kind: 'exact', strength: 1, differs: [], year: null, paper: null };
    for (const person of [both, head, curator2]) {
      expect((await get(person, `/${open}/twins`)).body.items).toEqual([secret]);
    }
    expect((await get(curator, `/${open}/twins`)).body.items).toMatchObject([{ year: 2026, paper: { id, subject: { id: assignmentId } } }]);
    // The list alone gives nothing: to a person of another body it is a secret paper too.
    const foreign = await handIn(text, secretOf('1.1.2', 'akimat-zhambyl-zhualy'), stranger, 'order.pdf');
    const seen = (await get(stranger, `/${foreign}/twins`)).body.items;
    expect(seen).toContainEqual(secret);
    expect(JSON.stringify(seen)).not.toContain(code);
  });
});
