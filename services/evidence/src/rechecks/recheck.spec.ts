import type { Evidence, Found, PaperCheck } from '../documents/evidence.js';
import type { FoundSignature } from '../documents/found-signature.js';
import { claimRecheck, isSameAnswer, postponeRecheck, recordRecheck } from './recheck.js';
import { isToConfirm, keepKnown, recheckTime } from './recheck-time.js';

const now = new Date('2026-10-13T05:00:00Z');
const tomorrow = new Date('2026-10-14T05:00:00Z');
const open = { validity: 'undetermined', reason: 'revocation_unavailable', reasons: ['revocation_unavailable'], signer: null, trustedTime: null, nextCheck: null } as FoundSignature;
const valid: FoundSignature = { ...open, validity: 'valid', reason: 'valid_now', reasons: ['valid_now'] };
const finding = (code: string, outcome: Found['outcome']): Found => ({ code, outcome, page: null, box: null, data: {} });
const check = (verdict: PaperCheck['verdict'], signatures: FoundSignature[], findings: Found[]) => ({ verdict, signatures, findings, number: '7' }) as PaperCheck;
const evidence = {
  ...{ id: 'e1', uploadedBy: { id: 'p', name: 'P' }, state: 'checked', recheckAt: now },
  check: { ...check('person', [open], [finding('electronic_signature_unsure', 'person'), finding('recycled', 'person')]), checkedAt: new Date(0) },
} as unknown as Evidence;

describe('verifying signatures again', () => {
  it.each([
    ['the responder was down', ['revocation_unavailable'], { recheckAt: tomorrow }],
    ['no list had come', ['revocation_unknown'], { recheckAt: tomorrow }],
    ['the time stamp could not be trusted for that', ['expired_without_time_stamp', 'revocation_unknown'], { recheckAt: tomorrow }],
    ['the certificate has ended and there is no stamp', ['expired_without_time_stamp'], {}],
    ['the algorithm is not verified either', ['algorithm_unsupported', 'revocation_unknown'], {}],
    ['it is invalid besides', ['content_changed', 'revocation_unavailable'], {}],
    ['it is valid', ['valid_now'], {}],
  ])('is planned for tomorrow or not at all when %s', (_, reasons, planned) => expect(recheckTime([{ ...open, reasons }], now)).toEqual(planned));

  it('writes no history of what changed neither an answer nor the verdict', () => {
    const other = { ...open, reason: 'revocation_unknown', reasons: ['revocation_unknown'] };
    const next = recordRecheck(evidence, check('person', [other], []), now)?.next;
    expect(next).toMatchObject({ recheckAt: tomorrow, check: { signatures: [other] } });
    expect(next).not.toHaveProperty('rechecks');
  });

  it('is begun by whoever comes first when it is due', () => {
    const claimed = claimRecheck(evidence, now)!;
    expect(claimed).toMatchObject({ next: { recheckAt: new Date('2026-10-13T06:00:00Z') }, events: [] });
    expect(claimRecheck(claimed.next, now)).toBeUndefined();
    expect(claimRecheck({ ...evidence, state: 'waiting' }, now)).toBeUndefined();
  });

  it('keeps what was read and what the radar found: a paper handed in before does not pass by a signature', () => {
    const read = { ...check('passed', [valid], [finding('electronic_signature', 'passed')]), number: 'read otherwise' };
    const decision = recordRecheck(evidence, read, now)!;
    expect(decision.next.check).toEqual({
      ...check('person', [valid], [finding('electronic_signature', 'passed'), finding('recycled', 'person')]),
      checkedAt: now,
    });
    expect(decision.next).not.toHaveProperty('recheckAt');
    expect(decision.next.rechecks).toEqual([{ at: now, before: 'person', after: 'person', signatures: [{ signer: '', before: 'undetermined', after: 'valid' }] }]);
    expect(decision.events).toMatchObject([{ payload: { evidenceId: 'e1', verdict: 'person' } }]);
  });

  it('is put off without a word when nothing is new', () => {
    const put = { next: { ...evidence, recheckAt: tomorrow }, events: [] };
    expect(postponeRecheck(evidence, now)).toEqual(put);
    expect(recordRecheck(evidence, check('person', [open], []), now)).toEqual(put);
  });

  it('records nothing twice', () => {
    const { recheckAt: _, ...done } = evidence;
    expect(recordRecheck(done, check('passed', [valid], []), now)).toBeUndefined();
    expect(postponeRecheck(done, now)).toBeUndefined();
  });

  it.each([
    [[open], [open], true],
    [[open], [{ ...open, reasons: ['revocation_unknown'] }], false],
    [[open], [valid], false],
    [[open], [open, valid], false],
  ])('sees whether an answer is another', (before, after, isSame) => expect(isSameAnswer(before, after)).toBe(isSame));
});

describe('a valid signature', () => {
  const ends = '2026-10-19T00:00:00.000Z';
  const fresh: FoundSignature = { ...valid, nextCheck: ends };

  it.each([
    ['when its lists end', fresh, now, { recheckAt: new Date(ends) }],
    ['daily when they have ended', fresh, new Date('2026-10-20T05:00:00Z'), { recheckAt: new Date('2026-10-21T05:00:00Z') }],
    ['no longer after a month', fresh, new Date('2026-11-20T05:00:00Z'), {}],
    ['never when younger lists confirmed it', valid, now, {}],
  ])('is verified once more %s', (_, signature, at, planned) => expect(recheckTime([signature], at)).toEqual(planned));

  it('waits for whatever comes first', () => expect(recheckTime([fresh, open], now)).toEqual({ recheckAt: tomorrow }));

  it('is not to be confirmed when it is not valid', () => {
    expect(isToConfirm({ reason: 'unknown_issuer', nextCheck: ends })).toBe(false);
  });

  it.each([
    ['no newer lists have come', { ...open, reasons: ['revocation_unknown'] }],
    ['its certificate has ended since', { ...open, reasons: ['expired_without_time_stamp', 'revocation_unknown'] }],
  ])('stays valid though %s', (_, after) => expect(keepKnown(fresh, after)).toBe(fresh));

  it('is news when its certificate turns out to be revoked', () => {
    const revoked: FoundSignature = { ...open, reason: 'revoked_without_time_stamp', reasons: ['revoked_without_time_stamp'] };
    expect(keepKnown(fresh, revoked)).toBe(revoked);
    const decision = recordRecheck({ ...evidence, check: { ...evidence.check!, signatures: [fresh] } }, check('person', [revoked], []), now)!;
    expect(decision.next.rechecks).toMatchObject([{ signatures: [{ before: 'valid', after: 'undetermined' }] }]);
  });

  it('rests once younger lists confirm it', () => {
    const confirmed = keepKnown(fresh, { ...fresh, nextCheck: '2026-10-26T00:00:00.000Z' });
    expect(confirmed).toEqual({ ...fresh, nextCheck: null });
    const looked = { ...evidence, check: { ...evidence.check!, signatures: [fresh] } };
    const decision = postponeRecheck(looked, now, [confirmed])!;
    expect(decision.next).not.toHaveProperty('recheckAt');
    expect(decision.next.check?.signatures).toEqual([{ ...fresh, nextCheck: null }]);
    expect(decision.events).toEqual([]);
  });

  it('with a time stamp rests when the verification itself says so', () => {
    const stamped: FoundSignature = { ...fresh, reason: 'valid_at_time_stamp', trustedTime: '2026-10-12T05:00:00.000Z' };
    expect(keepKnown(stamped, { ...stamped, nextCheck: null })).toMatchObject({ nextCheck: null });
    expect(keepKnown(stamped, { ...stamped, nextCheck: '2026-10-26T00:00:00.000Z' })).toMatchObject({ nextCheck: '2026-10-26T00:00:00.000Z' });
  });

  it('is not asked after when it was not valid before', () => expect(keepKnown(open, valid)).toBe(valid));
});
