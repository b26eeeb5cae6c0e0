import { day } from './fixtures/authority.js';
import { signCms, stampToken } from './fixtures/cms.js';
import { int, seq } from './fixtures/der.js';
import { listsOn, makeHierarchy } from './fixtures/hierarchy.js';
import { judged } from './fixtures/judging.js';
import { lists, made, signed, signedOn, stampBy, withoutStamp } from './fixtures/signing.js';

const others = makeHierarchy();

describe('the moment that counts', () => {
  it.each([
    ['expired since, with a stamp', '2031-01-01', {}, 'valid', 'valid_at_time_stamp'],
    ['expired since, without a stamp', '2031-01-01', withoutStamp, 'undetermined', 'expired_without_time_stamp'],
    ['in force, without a stamp', '2025-06-03', withoutStamp, 'valid', 'valid_now'],
    [
      'stamped after the end',
      '2031-01-01',
      { lists: listsOn(made, day('2026-06-01')), stamp: stampBy(made.stamper, day('2026-06-01')) },
      'invalid',
      'certificate_expired',
    ],
    [
      'claimed after the end',
      '2031-01-01',
      { ...withoutStamp, claimed: day('2026-06-01') },
      'invalid',
      'certificate_expired',
    ],
    [
      'stamped before the beginning',
      '2025-06-03',
      { lists: listsOn(made, day('2025-01-01')), stamp: stampBy(made.stamper, day('2025-01-01')) },
      'invalid',
      'certificate_not_yet_valid',
    ],
    ['not yet begun, without a stamp', '2025-01-15', withoutStamp, 'invalid', 'certificate_not_yet_valid'],
  ])('%s', async (_, now, wish, validity, reason) => {
    expect(await judged(signed(wish), { now: day(now) })).toMatchObject({ validity, reason });
  });

  it.each([
    ['of an authority that is not trusted', stampBy(others.stamper)],
    ['of somebody who may not stamp', stampBy(made.employee)],
    ['of the future', stampBy(made.stamper, day('2025-06-04'))],
    ['of other bytes', () => stampBy(made.stamper)(Buffer.from('other'))],
    [
      'with a weak digest',
      (bytes: Uint8Array) =>
        stampToken(bytes, { authority: made.stamper, certificates: [made.stamper], at: signedOn, hash: 'sha1' }),
    ],
    [
      'without its certificate',
      (bytes: Uint8Array) =>
        stampToken(bytes, { authority: made.stamper, certificates: [made.employee], at: signedOn }),
    ],
    ['that cannot be read', () => seq(int(1))],
    ['that is no stamp', (bytes: Uint8Array) => signCms({ content: bytes, signer: made.stamper, isAttached: true })],
  ])('a stamp %s proves no time', async (_, stamp) => {
    expect(await judged(signed({ stamp }))).toMatchObject({
      trustedTime: null,
      reason: 'valid_now',
      verdictTime: '2025-06-03T00:00:00.000Z',
    });
  });

  it('a stamp of an authority that was revoked, or may have been, proves no time', async () => {
    const [root, issuing] = lists as [Uint8Array, Uint8Array];
    expect(await judged(signed({ lists: [root, issuing] }))).toMatchObject({ trustedTime: null, reason: 'valid_now' });
  });
});
