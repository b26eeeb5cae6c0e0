import { readFileSync } from 'node:fs';
import { grantMembership, type MembershipDraft } from './membership.js';

const sample = JSON.parse(readFileSync(new URL('../../../../proto/organisations/v1/samples/MembershipGranted.json', import.meta.url), 'utf8'));
const BODY = { id: 'akimat-kostanay-auliekol', validUntil: null };
const draft: MembershipDraft = {
  personId: 'a19a9000-0000-4000-8000-000000000010',
  personName: 'Асқар Төлеубаев',
  locale: 'kk',
  email: 'executor@example.kz',
  organisationId: BODY.id,
  role: 'executor',
  from: '2021-01-01',
  until: null,
};

describe('granting a membership', () => {
  it('keeps it under a name of its own and tells it', () => {
    const id = `${draft.personId}:akimat-kostanay-auliekol:executor`;
    expect(grantMembership(draft, BODY)).toEqual({ next: { id, ...draft, unsettled: true }, events: [sample] });
  });

  it.each([
    ['membership.unknown_body', draft, undefined],
    ['membership.wrong_dates', { ...draft, until: '2020-12-31' }, BODY],
  ])('is refused: %s', (code, refused, body) => {
    expect(() => grantMembership(refused, body)).toThrow(expect.objectContaining({ code }));
  });
});
