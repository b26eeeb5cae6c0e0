import type { AssignmentView } from '@aigaq/api';
import { AssignmentVerdictChangedSchema, EvidenceCheckedSchema } from '@aigaq/contracts';
import { fact, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, idOf, paperFor, startRolledOut, urlOf } from './house.js';

let service: TestService;
beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

const id = idOf('1.1.2');
const view = async (person: TestPerson) => (await service.as(person).get(urlOf(id))).body as AssignmentView;
const act = (person: TestPerson, name: string, body: object = {}) => service.as(person).post(urlOf(id, name), body);
const checked = (evidenceId: string, verdict: string) =>
  fact(EvidenceCheckedSchema, { evidenceId, subject: { type: 'assignment', id }, sha256: 'ab'.repeat(32), uploadedById: PEOPLE.executor.id, verdict }, { key: evidenceId });

describe('a paper whose signatures were verified again after handing in', () => {
  it('shows its new verdict to those who decide, in the list and on the page, once; they decide as before', async () => {
    const paper = await paperFor(service, id);
    await act(PEOPLE.executor, 'submit', { evidenceIds: [paper] });
    const again = checked(paper, 'person');
    await service.tell(again, again);
    const change = { at: expect.any(String), evidenceId: paper, before: 'passed', after: 'person' };
    expect(await view(PEOPLE.coordinator)).toMatchObject({ status: 'in-review', machineVerdict: 'person', verdictChanges: [change], allowed: ['return', 'pass-on', 'take'] });
    const { body: list } = await service.as(PEOPLE.coordinator).get(`${API}/assignments?view=review`);
    expect(list.items).toMatchObject([{ id, machineVerdict: 'person' }]);
    await service.eventually(() => expect(service.told(AssignmentVerdictChangedSchema)).toMatchObject([{ assignmentId: id, before: 'passed', after: 'person', reviewerOrganisationId: 'akimat-kostanay' }]));
    await act(PEOPLE.coordinator, 'pass-on');
    expect((await act(PEOPLE.curator, 'accept')).body).toMatchObject({ status: 'accepted' });
    await service.tell(checked(paper, 'failed'));
    expect(await view(PEOPLE.curator)).toMatchObject({ status: 'accepted', machineVerdict: 'failed', verdictChanges: [change, { before: 'person', after: 'failed' }] });
    await service.eventually(() => expect(service.told(AssignmentVerdictChangedSchema).at(-1)).toMatchObject({ reviewerOrganisationId: 'agency' }));
  });

  it('of an assignment that is not known is no trouble', async () => {
    const evidenceId = '019f0000-0000-7000-8000-999999999999';
    const subject = { type: 'assignment', id: 'nothing' };
    const before = service.told(AssignmentVerdictChangedSchema).length;
    await service.tell(fact(EvidenceCheckedSchema, { evidenceId, subject, sha256: 'ab', uploadedById: 'p', verdict: 'failed' }, { key: evidenceId }));
    expect(service.told(AssignmentVerdictChangedSchema)).toHaveLength(before);
    expect(await view(PEOPLE.curator)).toMatchObject({ machineVerdict: 'failed' });
  });
});
