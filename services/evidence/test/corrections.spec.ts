import { EvidenceFieldCorrectedSchema, ObjectReadSchema } from '@aigaq/contracts';
import type { Secrecy } from '@aigaq/kernel';
import { clearance, PEOPLE } from '@aigaq/testing';
import { ASSIGNMENT, House, scripted, sha256 } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: scripted() });
}, 180_000);
afterAll(() => house.close());

type Person = (typeof PEOPLE)[keyof typeof PEOPLE];

async function readPaper(text: string, by: Person = PEOPLE.executor, assignmentId = ASSIGNMENT): Promise<string> {
  const id = (await house.upload(Buffer.from(text), { subject: { type: 'assignment', id: assignmentId } }, by)).body.id as string;
  await house.service.eventually(async () => expect(await view(id)).toMatchObject({ state: expect.not.stringMatching('waiting') }));
  return id;
}
const view = async (id: string, person: Person = PEOPLE.coordinator) => (await house.service.as(person).get(`/api/evidence/documents/${id}?purpose=test`)).body;
const correct = (id: string, person: Person, body: object) => house.service.as(person).post(`/api/evidence/documents/${id}/corrections`, body);
const told = (id: string) => house.service.told(EvidenceFieldCorrectedSchema).filter(({ evidenceId }) => evidenceId === id);

describe('correcting what the machine read', () => {
  it('keeps the word of a reviewer beside that of the machine, shows both and tells it once, however often it comes', async () => {
    const id = await readPaper('a paper to correct');
    const before = await view(id);
    expect(before).toMatchObject({ mayCorrect: true, corrections: [] });
    const asked = { field: 'signed.0', value: 'yes', revision: 0 };
    const answers = await Promise.all([1, 2, 3].map(() => correct(id, PEOPLE.coordinator, asked)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const after = await view(id);
    expect(after.check).toEqual(before.check);
    expect(after.corrections).toEqual([
      {
        ...{ field: 'signed.0', revision: 1, machineValue: 'no', value: 'yes', isConfirmation: false },
        ...{ by: { id: PEOPLE.coordinator.id, name: PEOPLE.coordinator.name }, at: expect.any(String) },
      },
    ]);
    expect(after.fields.find(({ field }: { field: string }) => field === 'signed.0')).toMatchObject({ found: 'no', correction: { value: 'yes' } });
    await house.service.eventually(() => expect(told(id)).toMatchObject([{ field: 'signed.0', machineValue: 'no', value: 'yes', sha256: after.sha256 }]));
  });

  it('shows the later word of another reviewer, and keeps the earlier one', async () => {
    const id = await readPaper('twice corrected');
    await correct(id, PEOPLE.coordinator, { field: 'number', value: '8', revision: 0 });
    expect(await correct(id, PEOPLE.curator, { field: 'number', value: '9', revision: 0 })).toMatchObject({ status: 409, body: { code: 'correction.changed' } });
    const { body } = await correct(id, PEOPLE.curator, { field: 'number', value: '9', revision: 1 });
    expect(body.corrections.map(({ value, revision }: { value: string; revision: number }) => [value, revision])).toEqual([['8', 1], ['9', 2]]);
    expect(body.fields.find(({ field }: { field: string }) => field === 'number').correction.value).toBe('9');
  });

  it('is the business of those who review, and of nobody else', async () => {
    const id = await readPaper('whose business');
    const asked = { field: 'number', value: '8', revision: 0 };
    const answers = [];
    for (const person of [PEOPLE.executor, PEOPLE.executor2, PEOPLE.both, PEOPLE.head, PEOPLE.auditor, PEOPLE.stranger, PEOPLE.strangerCoordinator, PEOPLE.department]) {
      const { status, body } = await correct(id, person, asked);
      answers.push([status, body.code]);
    }
    expect(answers).toEqual([
      ...[PEOPLE.executor, PEOPLE.executor2].map(() => [403, 'act.forbidden']),
      [403, 'correction.own_paper'],
      ...[PEOPLE.head, PEOPLE.auditor, PEOPLE.stranger].map(() => [403, 'act.forbidden']),
      [404, 'evidence.unknown'],
      [403, 'correction.not_reviewer'],
    ]);
    expect((await view(id, PEOPLE.executor)).mayCorrect).toBe(false);
    expect(told(id)).toEqual([]);
  });

  it('is not for the coordinator who uploaded it on behalf of the body', async () => {
    const id = await readPaper('on behalf', PEOPLE.coordinator);
    const asked = { field: 'number', value: '8', revision: 0 };
    expect(await correct(id, PEOPLE.coordinator, asked)).toMatchObject({ status: 403, body: { code: 'correction.own_paper' } });
    expect(await correct(id, PEOPLE.curator, asked)).toMatchObject({ status: 201 });
  });

  it.each([
    [{ field: 'signed.9', value: 'yes', revision: 0 }, 'correction.unknown_field'],
    [{ field: 'kind', value: 'poem', revision: 0 }, 'correction.wrong_value'],
    [{ field: 'soul', value: 'yes', revision: 0 }, 'request.invalid'],
    [{ field: 'kind', value: 'order', revision: 0, by: 'me' }, 'request.invalid'],
  ])('refuses %j with %s', async (body, code) => {
    const id = await readPaper('refused');
    expect(await correct(id, PEOPLE.coordinator, body)).toMatchObject({ status: 400, body: { code } });
  });

  it('waits until the paper is read', async () => {
    const id = (await house.upload(Buffer.from('hang over this'))).body.id as string;
    const { status, body } = await correct(id, PEOPLE.coordinator, { field: 'number', value: '8', revision: 0 });
    expect({ status, code: body.code, detail: body.detail }).toEqual({ status: 409, code: 'correction.not_read', detail: expect.stringMatching(/^Машина ещё не прочитала/) });
  });
});

describe('labelled examples', () => {
  const examples = (person: Person, query = '') => house.service.as(person).get(`/api/evidence/examples${query}`);

  it('are given to the Agency’s administrator and analyst, page by page, and that they were is on record', async () => {
    house.service.clock.set(new Date('2026-11-01T05:00:00Z'));
    const ids = [await readPaper('example one'), await readPaper('example two'), await readPaper('example three')];
    for (const [index, id] of ids.entries()) {
      house.service.clock.set(new Date(`2026-11-01T05:00:0${index}Z`));
      await correct(id, PEOPLE.coordinator, { field: 'mark.0', value: 'wrong', revision: 0 });
    }
    const { status, body: first } = await examples(PEOPLE.analyst, '?since=2026-11-01T00:00:00Z&limit=2');
    expect({ status, items: first.items }).toEqual({
      status: 200,
      items: ['example one', 'example two'].map((text, index) => ({
        ...{ sha256: sha256(Buffer.from(text)), type: 'application/pdf', page: 1, width: 10, height: 14, box: [0.5, 0.7, 0.6, 0.8], field: 'mark.0' },
        ...{ role: 'signature', machineValue: 'right', confidence: 0.7, measured: {}, value: 'wrong', isConfirmation: false, revision: 1 },
        correctedAt: `2026-11-01T05:00:0${index}.000Z`,
      })),
    });
    const { body: second } = await examples(PEOPLE.admin, `?since=2026-11-01T00:00:00Z&limit=2&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ sha256: sha256(Buffer.from('example three')) }], nextCursor: null });
    await house.service.eventually(() =>
      expect(house.service.told(ObjectReadSchema).filter(({ thing }) => thing === 'examples').map(({ actorId }) => actorId)).toEqual([PEOPLE.analyst.id, PEOPLE.admin.id]),
    );
  });

  it.each([PEOPLE.curator, PEOPLE.coordinator, PEOPLE.auditor, PEOPLE.executor])('are refused to $name', async (person) => {
    expect(await examples(person)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it.each<[Secrecy, string]>([
    ['restricted', '2.1.1'],
    ['tax', '2.5.5'],
  ])('never hold what is secret: %s', async (secrecy, code) => {
    await house.service.tell(clearance(PEOPLE.executor, secrecy), clearance(PEOPLE.coordinator, secrecy));
    house.service.clock.set(new Date('2026-12-01T05:00:00Z'));
    const id = await readPaper(`a secret: ${secrecy}`, PEOPLE.executor, `2024:${code}:akimat-kostanay-auliekol:2026`);
    expect(await correct(id, PEOPLE.coordinator, { field: 'number', value: '8', revision: 0 })).toMatchObject({ status: 201 });
    expect((await examples(PEOPLE.analyst, '?since=2026-12-01T00:00:00Z')).body.items).toEqual([]);
    await house.service.eventually(() => {
      expect(told(id)).toMatchObject([{ field: 'number', value: '', secrecy }]);
      expect(told(id)[0]?.machineValue).toBeUndefined();
    });
  });

  it('are not made of what is secret by those on no list', async () => {
    await house.service.tell(clearance(PEOPLE.executor, 'tax'));
    const id = await readPaper('not for everybody', PEOPLE.executor, '2024:2.5.5:akimat-kostanay-auliekol:2026');
    expect(await correct(id, PEOPLE.curator, { field: 'number', value: '8', revision: 0 })).toMatchObject({ status: 403, body: { code: 'secret.not_listed' } });
  });
});
