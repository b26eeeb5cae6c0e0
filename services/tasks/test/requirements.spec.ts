import type { AssignmentView } from '@aigaq/api';
import { AssignmentSubmittedSchema, EvidenceCheckedSchema } from '@aigaq/contracts';
import { fact, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { DISTRICT, idOf, paperFor, startRolledOut, urlOf } from './house.js';

let service: TestService;
const refusal = (status: number, code: string) => ({ status, body: { code, status } });
const view = async (person: TestPerson, id: string): Promise<AssignmentView> => (await service.as(person).get(urlOf(id))).body;
const submit = (id: string, body: object) => service.as(PEOPLE.executor).post(urlOf(id, 'submit'), body);
const stands = ({ requirements }: AssignmentView) => requirements.map(({ id, state, reasons, evidenceIds }) => [id, state, reasons.map(({ code }) => code), evidenceIds]);

/** A paper of which the machine read so much. */
async function read(id: string, said: object, verdict = 'passed'): Promise<string> {
  const evidenceId = await paperFor(service, id, { verdict: null });
  const fields = { evidenceId, subject: { type: 'assignment', id }, sha256: 'ab'.repeat(32), uploadedById: PEOPLE.executor.id, verdict, read: said };
  await service.tell(fact(EvidenceCheckedSchema, fields, { key: evidenceId }));
  return evidenceId;
}

beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

// 1.2.2 asks for a protocol, signed, and a link (in place of which a printed page may come).
describe('what is missing', () => {
  const id = idOf('1.2.2');
  let protocol: string;

  it('is everything in the beginning', async () => {
    expect(stands(await view(PEOPLE.executor, id))).toEqual([
      ['protocol', 'missing', ['absent'], []],
      ['link', 'missing', ['absent'], []],
    ]);
  });

  it('is said anew with every paper that is read', async () => {
    const unread = await paperFor(service, id, { verdict: null });
    expect(stands(await view(PEOPLE.executor, id))[0]).toEqual(['protocol', 'doubtful', ['unread'], [unread]]);
    protocol = await read(id, { kind: 'protocol', signature: 'found', signer: 'found', signerLevel: 'akim' });
    expect(stands(await view(PEOPLE.executor, id))).toEqual([
      ['protocol', 'met', [], [protocol]],
      ['link', 'doubtful', ['link_wanted'], [unread]],
    ]);
  });

  it('keeps it from being handed in, in words of both languages', async () => {
    const answer = await submit(id, { evidenceIds: [protocol] });
    expect(answer).toMatchObject(refusal(400, 'assignment.evidence_missing'));
    expect(answer.body.data).toMatchObject({ missing: 'link', namedRu: expect.stringMatching(/ссылк/), namedKk: expect.stringMatching(/сілтеме/) });
    expect(answer.body.detail).toContain(answer.body.data.namedRu);
    expect(await view(PEOPLE.executor, id)).toMatchObject({ status: 'open', history: [] });
  });

  it('is a paper of another kind too', async () => {
    const letters = [await read(id, { kind: 'letter' }), await read(id, { kind: 'letter' })];
    expect(await submit(id, { evidenceIds: letters })).toMatchObject({ body: { code: 'assignment.evidence_missing', data: { missing: 'protocol' } } });
  });

  it('leaves what is doubtful to the reviewer, who sees the same', async () => {
    const page = await read(id, {}, 'person');
    const { status, body } = await submit(id, { evidenceIds: [protocol, page] });
    expect(status).toBe(200);
    const seen = await view(PEOPLE.coordinator, id);
    expect(seen.requirements).toEqual(body.requirements);
    expect(stands(seen)).toEqual([
      ['protocol', 'met', [], [protocol]],
      ['link', 'doubtful', ['link_wanted'], [page]],
    ]);
    expect(seen.rule).toEqual((await view(PEOPLE.executor, id)).rule);
  });
});

describe('a body without facts', () => {
  const id = idOf('2.3.1', DISTRICT, '2026-H1');

  it('may say so only where the rule knows the case', async () => {
    const other = idOf('1.1.2');
    expect(await submit(other, { evidenceIds: [await paperFor(service, other)], zeroCase: true })).toMatchObject(refusal(400, 'assignment.no_zero_case'));
  });

  it('files the form all the same', async () => {
    expect(await submit(id, { evidenceIds: [], zeroCase: true })).toMatchObject(refusal(400, 'assignment.no_evidence'));
    const form = await paperFor(service, id);
    expect(await submit(id, { evidenceIds: [form], zeroCase: true })).toMatchObject({ status: 200, body: { zeroCase: true } });
    const seen = await view(PEOPLE.coordinator, id);
    expect(seen.zeroCase).toBe(true);
    expect(stands(seen)).toEqual([
      ['no-facts', 'doubtful', ['kind_unsure'], [form]],
      ['report', 'not-needed', [], []],
    ]);
    await service.eventually(() => expect(service.told(AssignmentSubmittedSchema).find(({ assignmentId }) => assignmentId === id)).toMatchObject({ zeroCase: true }));
  });
});
