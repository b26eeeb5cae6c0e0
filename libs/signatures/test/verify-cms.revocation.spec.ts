import { day, type Revoked } from './fixtures/authority.js';
import { int, seq } from './fixtures/der.js';
import { answerOn, listsOn, makeHierarchy } from './fixtures/hierarchy.js';
import { asEvidence, judged } from './fixtures/judging.js';
import { lists, made, signed, signedOn, withoutStamp } from './fixtures/signing.js';
import { Answers, Down } from './fixtures/sources.js';

const others = makeHierarchy();
const hex = ({ der }: { readonly der: Uint8Array }): string => Buffer.from(der).toString('hex');

describe('revocation', () => {
  const revoked = (at: string, reason = 1): Revoked => ({ certificate: made.head, at: new Date(at), reason });

  it('is asked only when what is at hand does not tell', async () => {
    const source = new Answers(() => []);
    await judged(signed(), { revocation: source });
    expect(source.asked).toEqual([]);
    const found = await judged(signed({ lists: [] }), { revocation: source });
    expect(found).toMatchObject({
      validity: 'undetermined',
      reason: 'revocation_unknown',
      nextCheck: '2025-06-03T01:00:00.000Z',
    });
    expect(source.asked.map(({ ocspUrls, crlUrls }) => [ocspUrls, crlUrls])).toContainEqual([
      ['http://ocsp.test.example/'],
      ['http://crl.test.example/list.crl'],
    ]);
  });

  it('by an answer of a responder', async () => {
    const answers = [answerOn(made, made.head, signedOn)];
    expect(await judged(signed({ lists: [lists[0]!, lists[2]!], answers }))).toMatchObject({
      validity: 'valid',
      revocation: { source: 'ocsp', isFinal: true },
    });
    const bad = [answerOn(made, made.head, signedOn, { revokedAt: day('2025-05-01'), reason: 1 })];
    expect(await judged(signed({ lists: [lists[0]!, lists[2]!], answers: bad }))).toMatchObject({
      validity: 'invalid',
      reason: 'certificate_revoked',
      revocation: { source: 'ocsp', revokedAt: '2025-05-01T00:00:00.000Z', reason: 'key_compromise' },
    });
  });

  it.each([
    ['a responder that does not know', () => answerOn(made, made.head, signedOn, 'unknown')],
    ['an answer about another certificate', () => answerOn(made, made.employee, signedOn)],
    [
      'an answer by somebody who was not appointed',
      () => answerOn({ ...made, responder: made.employee }, made.head, signedOn),
    ],
    ['an old answer', () => answerOn(made, made.head, day('2025-05-01'))],
    ['an answer of the future', () => answerOn(made, made.head, day('2025-07-01'))],
    ['an answer that declines', () => seq(Buffer.from('0a0106', 'hex'))],
    ['an answer that cannot be read', () => seq(int(1))],
  ])('%s says nothing', async (_, answer) => {
    const evidence = [...asEvidence([lists[0]!, lists[2]!]), ...asEvidence([answer()], 'ocsp')];
    expect(await judged(signed({ lists: [] }), { evidence })).toMatchObject({
      validity: 'undetermined',
      reason: 'revocation_unknown',
    });
  });

  it.each([
    ['a list of another authority', () => listsOn(others, day('2025-06-02'))[1]!],
    [
      'a list made by a person',
      () =>
        listsOn({ ...made, issuing: { ...made.issuing, privateKey: made.person.privateKey } }, day('2025-06-02'))[1]!,
    ],
    ['a list that ended before', () => listsOn(made, day('2025-05-01'))[1]!],
    ['a list made after the certificate ended', () => listsOn(made, day('2026-03-01'))[1]!],
  ])('%s says nothing', async (_, list) => {
    const evidence = asEvidence([lists[0]!, list(), lists[2]!]);
    const found = await judged(signed({ lists: [] }), { evidence, now: day('2026-03-02') });
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'revocation_unknown' });
  });

  it('counts from its moment on', async () => {
    const evidence = asEvidence(listsOn(made, day('2025-06-03'), [revoked('2025-06-02T12:00:00Z')]));
    expect(await judged(signed(), { evidence })).toMatchObject({
      validity: 'valid',
      revocation: { status: 'revoked', revokedAt: '2025-06-02T12:00:00.000Z' },
    });
    const before = asEvidence(listsOn(made, day('2025-06-03'), [revoked('2025-06-02T09:00:00Z')]));
    expect(await judged(signed(), { evidence: before })).toMatchObject({
      validity: 'invalid',
      reason: 'certificate_revoked',
    });
  });

  it('without a stamp is doubtful, unless the signer himself claims a later time', async () => {
    const evidence = asEvidence(listsOn(made, day('2025-06-03'), [revoked('2025-06-02T12:00:00Z')]));
    expect(await judged(signed(withoutStamp), { evidence })).toMatchObject({
      validity: 'undetermined',
      reason: 'revoked_without_time_stamp',
    });
    const claimed = new Date('2025-06-02T15:00:00Z');
    expect(await judged(signed({ ...withoutStamp, claimed }), { evidence })).toMatchObject({
      validity: 'invalid',
      reason: 'certificate_revoked',
    });
  });

  it('for a time is doubtful as long as it lasts', async () => {
    const evidence = asEvidence(listsOn(made, day('2025-06-03'), [revoked('2025-06-01T00:00:00Z', 6)]));
    expect(await judged(signed({ lists: [] }), { evidence })).toMatchObject({
      validity: 'undetermined',
      reason: 'certificate_on_hold',
      nextCheck: '2025-06-10T00:00:00.000Z',
    });
  });

  it('of the issuing authority counts too', async () => {
    const evidence = asEvidence([lists[1]!, lists[2]!]);
    expect(await judged(signed({ lists: [] }), { evidence })).toMatchObject({ reason: 'revocation_unknown' });
  });

  it('is left open by a responder that is down', async () => {
    const found = await judged(signed({ lists: [] }), { revocation: new Down() });
    expect(found).toMatchObject({
      validity: 'undetermined',
      reason: 'revocation_unavailable',
      revocation: { isUnavailable: true },
    });
    expect(found.nextCheck).toBe('2025-06-03T01:00:00.000Z');
  });

  it('is asked for every certificate below the roots', async () => {
    const authorities = [made.root, made.issuing, made.stampRoot];
    const source = new Answers(({ issuer }) =>
      asEvidence(lists.filter((_, index) => Buffer.compare(authorities[index]!.der, issuer.der) === 0)),
    );
    expect(await judged(signed({ lists: [] }), { revocation: source })).toMatchObject({
      validity: 'valid',
      reason: 'valid_at_time_stamp',
    });
    const asked = source.asked.map(({ certificate }) => hex(certificate));
    expect(asked.sort()).toEqual([made.issuing, made.head, made.stamper].map(hex).sort());
  });
});
