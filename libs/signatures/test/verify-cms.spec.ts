import { jest } from '@jest/globals';
import {
  RevocationSource,
  trustStore,
  verifyAttached,
  verifyDetached,
  type RevocationEvidence,
  type RevocationQuestion,
  type SignatureVerdict,
  type VerifyOptions,
} from '../src/index.js';
import { certify, day, digestAlgorithm, rsaKey, type CertificateWish, type Certified } from './fixtures/authority.js';
import { signCms, stampToken, type SignWish } from './fixtures/cms.js';
import { int, nul, octets, oid, seq } from './fixtures/der.js';
import { answerOn, email, headWish, listsOn, makeHierarchy, roles } from './fixtures/hierarchy.js';

// Keys take long to make on a busy machine.
jest.setTimeout(60_000);

const made = makeHierarchy();
const others = makeHierarchy();
const content = Buffer.from('Приказ № 14');
const signedOn = new Date('2025-06-02T09:30:00Z');
const lists = listsOn(made, day('2025-06-02'));
const trust = trustStore({
  signing: [made.root.der],
  timeStamps: [made.stampRoot.der],
  intermediates: [made.issuing.der],
});
const options: VerifyOptions = { trust, now: day('2025-06-03') };
const stampBy =
  (authority: Certified, at = signedOn) =>
  (bytes: Uint8Array): Uint8Array =>
    stampToken(bytes, { authority, certificates: [authority], at });

const signed = (wish: Partial<SignWish> = {}): Uint8Array =>
  signCms({ content, signer: made.head, claimed: signedOn, lists, stamp: stampBy(made.stamper), ...wish });
async function judged(
  cms: Uint8Array,
  changes: Partial<VerifyOptions> = {},
  about: Uint8Array = content,
): Promise<SignatureVerdict> {
  const found = await verifyDetached(cms, about, { ...options, ...changes });
  return found!.signatures[0]!;
}
const headLike = (
  changes: Partial<CertificateWish>,
  issuer: Certified | null = made.issuing,
  named?: Certified,
): Certified =>
  issuer === null
    ? certify({ ...headWish, key: made.head, ...changes })
    : certify({ ...headWish, key: made.head, ...changes }, issuer, named);

class Answers extends RevocationSource {
  readonly asked: RevocationQuestion[] = [];
  constructor(private readonly give: () => readonly RevocationEvidence[]) {
    super();
  }
  evidenceFor(question: RevocationQuestion): Promise<readonly RevocationEvidence[]> {
    this.asked.push(question);
    return Promise.resolve().then(this.give);
  }
}
const down = new Answers(() => {
  throw new Error('connect timed out');
});
const asEvidence = (ders: readonly Uint8Array[], type: 'crl' | 'ocsp' = 'crl'): RevocationEvidence[] =>
  ders.map((der) => ({ type, der }));

describe('a signature beside its content', () => {
  it.each([
    [
      'the head of an organisation',
      made.head,
      {
        name: 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ',
        iin: '750412300123',
        organisation: 'ГУ "АППАРАТ АКИМА АУЛИЕКОЛЬСКОГО РАЙОНА"',
        bin: '960340000123',
        kind: 'head',
        roles: ['legal_entity', 'head'],
      },
    ],
    [
      'an employee',
      made.employee,
      {
        name: 'ПЕТРОВ ИВАН СЕРГЕЕВИЧ',
        iin: '900101300789',
        bin: '960340000123',
        kind: 'employee',
        roles: ['legal_entity', 'employee'],
      },
    ],
    [
      'a natural person',
      made.person,
      {
        name: 'ИБРАЕВА АЙГҮЛ СЕРІКҚЫЗЫ',
        iin: '830715400456',
        organisation: null,
        bin: null,
        kind: 'personal',
        roles: ['natural_person'],
      },
    ],
  ] as const)('of %s is valid', async (_, signer, expected) => {
    const found = await judged(signed({ signer }));
    expect(found).toMatchObject({ validity: 'valid', reason: 'valid_at_time_stamp', signer: expected });
    expect(found.signer).toMatchObject({
      issuer: 'ТЕСТ ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA)',
      validFrom: '2025-02-01T00:00:00.000Z',
    });
  });

  it('may be given in base64 and PEM', async () => {
    const base64 = Buffer.from(signed()).toString('base64').replace(/.{64}/gu, '$&\r\n');
    expect((await judged(Buffer.from(base64))).validity).toBe('valid');
    expect((await judged(Buffer.from(`-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`))).validity).toBe('valid');
  });

  it('is refused for other content, also when the CMS holds the right one', async () => {
    const swapped = Buffer.from('Приказ № 15');
    expect(await judged(signed(), {}, swapped)).toMatchObject({ validity: 'invalid', reason: 'content_changed' });
    expect(await judged(signed({ isAttached: true }), {}, swapped)).toMatchObject({
      validity: 'invalid',
      reason: 'content_changed',
    });
  });

  it('keeps the evidence it rests on and says whether that may change', async () => {
    const found = await judged(signed());
    expect(found.evidence.map(({ type }) => type)).toEqual(['crl', 'crl', 'crl']);
    expect(found.revocation).toMatchObject({ status: 'good', source: 'crl', isFinal: false });
    expect(found.nextCheck).toBe('2025-06-09T00:00:00.000Z');
    const later = listsOn(made, day('2025-06-05'));
    const again = await judged(signed(), { now: day('2025-06-06'), evidence: asEvidence(later) });
    expect(again).toMatchObject({ validity: 'valid', revocation: { isFinal: true }, nextCheck: null });
  });
});

describe('a signature around its content', () => {
  it('gives the content back', async () => {
    const found = await verifyAttached(signed({ isAttached: true }), options);
    expect(found!.signatures).toEqual([expect.objectContaining({ validity: 'valid' })]);
    expect(Buffer.from(found!.content!).equals(content)).toBe(true);
  });

  it('without content cannot be told', async () => {
    const found = await verifyAttached(signed(), options);
    expect(found).toMatchObject({
      content: null,
      signatures: [{ validity: 'undetermined', reason: 'content_missing' }],
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a signature')],
    ['a certificate', made.head.der],
    ['a CMS cut short', signed().subarray(0, 900)],
    ['a CMS with a tail', Buffer.concat([signed(), Buffer.from('x')])],
    ['encrypted data', seq(oid('1.2.840.113549.1.7.3'), nul())],
  ])('is not in %s', async (_, bytes) => {
    expect(await verifyAttached(bytes, options)).toBeNull();
    expect(await verifyDetached(bytes, content, options)).toBeNull();
  });
});

describe('a false or doubtful signature', () => {
  it('of a wrong digest is invalid', async () => {
    const cms = Buffer.from(signed());
    const at = cms.indexOf(
      Buffer.from(octets(Buffer.alloc(32)).subarray(0, 2)),
      cms.indexOf(Buffer.from(oid('1.2.840.113549.1.9.4'))),
    );
    cms[at + 5] = cms[at + 5]! ^ 1;
    expect(await judged(cms)).toMatchObject({
      validity: 'invalid',
      reason: 'content_changed',
      reasons: expect.arrayContaining(['signature_wrong']),
    });
  });

  it('by another key is invalid', async () => {
    const impostor = { ...made.head, privateKey: rsaKey().privateKey };
    expect(await judged(signed({ signer: impostor }))).toMatchObject({
      validity: 'invalid',
      reason: 'signature_wrong',
    });
  });

  it('with a swapped certificate of the same key is invalid', async () => {
    expect(await judged(signed({ bound: made.person }))).toMatchObject({
      validity: 'invalid',
      reason: 'certificate_swapped',
    });
  });

  it('whose certificate does not bear the name and number in it has no signer', async () => {
    const found = await judged(signed({ named: made.employee }));
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'certificate_missing', signer: null });
  });

  it('without signed attributes is not relied on', async () => {
    expect(await judged(signed({ withoutAttributes: true }))).toMatchObject({
      validity: 'undetermined',
      reason: 'no_signed_attributes',
    });
  });

  it.each(['md5', 'sha1'] as const)('with %s is undetermined', async (hash) => {
    expect(await judged(signed({ hash }))).toMatchObject({
      validity: 'undetermined',
      reason: 'weak_algorithm',
      algorithm: { digest: hash },
    });
  });

  it('with a short key is undetermined', async () => {
    const signer = headLike({ key: rsaKey(1024) });
    expect(await judged(signed({ signer }))).toMatchObject({ validity: 'undetermined', reason: 'weak_algorithm' });
  });

  it('of a certificate signed with SHA-1 is undetermined', async () => {
    expect(await judged(signed({ signer: headLike({ hash: 'sha1' }) }))).toMatchObject({
      validity: 'undetermined',
      reason: 'weak_algorithm',
    });
  });

  it.each([
    ['1.2.398.3.10.1.1.2.3.1', '1.2.398.3.10.1.3.2', 'ГОСТ 34.10-2015 (256)'],
    ['1.2.398.3.10.1.1.2.3.2', '1.2.398.3.10.1.3.3', 'ГОСТ 34.10-2015 (512)'],
    ['1.2.398.3.10.1.1.1.2', '1.2.398.3.10.1.3.1.1', 'ГОСТ 34.310-2004'],
    ['1.2.643.7.1.1.3.2', '1.2.643.7.1.1.2.2', 'ГОСТ Р 34.10-2012 (256)'],
    ['1.2.643.7.1.1.1.2', '1.2.643.7.1.1.2.3', 'ГОСТ Р 34.10-2012 (512)'],
    ['1.3.9999.1', '1.3.9999.2', '1.3.9999.1'],
  ])('of algorithm %s is named and neither valid nor forged', async (signature, digest, name) => {
    const found = await judged(signed({ algorithm: seq(oid(signature)), digest: seq(oid(digest)) }));
    expect(found).toMatchObject({
      validity: 'undetermined',
      reason: 'algorithm_unsupported',
      algorithm: { oid: signature, name },
    });
  });

  it('of GOST with a known digest is invalid when the content was changed', async () => {
    const cms = signed({ algorithm: seq(oid('1.2.398.3.10.1.1.2.3.1')), digest: digestAlgorithm('sha256') });
    expect(await judged(cms, {}, Buffer.from('other'))).toMatchObject({
      validity: 'invalid',
      reason: 'content_changed',
    });
  });

  it('of an unknown authority is undetermined', async () => {
    const cms = signed({ signer: others.head, certificates: [others.head, others.issuing, others.root] });
    expect(await judged(cms)).toMatchObject({ validity: 'undetermined', reason: 'unknown_issuer' });
  });

  it('of somebody who certified himself is undetermined', async () => {
    expect(await judged(signed({ signer: headLike({}, null) }))).toMatchObject({
      validity: 'undetermined',
      reason: 'self_signed',
    });
  });

  it('with nobody trusted is undetermined', async () => {
    const found = await judged(signed({ certificates: [made.head, made.issuing, made.root] }), {
      trust: trustStore({}),
    });
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'unknown_issuer', trustedTime: null });
  });

  it('of a certificate that only claims its issuer is invalid, if that one is an anchor', async () => {
    const impostor = certify({
      subject: { CN: 'x' },
      serial: 9,
      from: day('2020-01-01'),
      until: day('2040-01-01'),
      isAuthority: true,
    });
    const signer = headLike({}, impostor, made.issuing);
    expect(await judged(signed({ signer }))).toMatchObject({ validity: 'undetermined', reason: 'unknown_issuer' });
    const anchored = trustStore({ signing: [made.issuing.der], timeStamps: [made.stampRoot.der] });
    expect(await judged(signed({ signer }), { trust: anchored })).toMatchObject({
      validity: 'invalid',
      reason: 'certificate_forged',
    });
  });

  it('of a certificate that a person issued is undetermined', async () => {
    const signer = headLike({ serial: 0x99 }, made.person);
    const found = await judged(signed({ signer, certificates: [signer, made.person] }));
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'certificate_unfit' });
  });

  it('of a certificate with an unknown critical extension is undetermined', async () => {
    const extra = [seq(oid('1.2.398.99.1'), Buffer.from('0101ff', 'hex'), octets(nul()))];
    expect(await judged(signed({ signer: headLike({ extra }) }))).toMatchObject({
      validity: 'undetermined',
      reason: 'certificate_unfit',
    });
  });

  it('with certificates that all certify one another is told in time', async () => {
    const subject = { CN: 'RING' };
    const ring = Array.from({ length: 12 }, (_, serial) =>
      certify({
        subject,
        serial: serial + 1,
        from: day('2020-01-01'),
        until: day('2040-01-01'),
        isAuthority: true,
        key: made.person,
      }),
    );
    const signer = headLike({}, ring[0]);
    const found = await judged(signed({ signer, certificates: [signer, ...ring] }));
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'unknown_issuer' });
  });

  it('by the key for logging in is undetermined', async () => {
    expect(await judged(signed({ signer: made.login }))).toMatchObject({
      validity: 'undetermined',
      reason: 'not_for_signing',
    });
  });

  it('never throws, whatever byte is changed', async () => {
    const cms = signed();
    for (let index = 0; index < 60; index += 1) {
      const changed = Buffer.from(cms);
      changed[(index * 3067) % cms.length] = index % 2 === 0 ? 0xff : index;
      await expect(verifyDetached(changed, content, options)).resolves.toBeDefined();
    }
  });
});

describe('revocation', () => {
  const revoked = (at: string, reason = 1): { certificate: Certified; at: Date; reason: number } => ({
    certificate: made.head,
    at: new Date(at),
    reason,
  });

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
    const without = { stamp: undefined as never };
    expect(await judged(signed(without), { evidence })).toMatchObject({
      validity: 'undetermined',
      reason: 'revoked_without_time_stamp',
    });
    const claimed = new Date('2025-06-02T15:00:00Z');
    expect(await judged(signed({ ...without, claimed }), { evidence })).toMatchObject({
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
});

describe('the moment that counts', () => {
  it.each([
    ['expired since, with a stamp', '2031-01-01', {}, 'valid', 'valid_at_time_stamp'],
    [
      'expired since, without a stamp',
      '2031-01-01',
      { stamp: undefined as never },
      'undetermined',
      'expired_without_time_stamp',
    ],
    ['in force, without a stamp', '2025-06-03', { stamp: undefined as never }, 'valid', 'valid_now'],
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
      { stamp: undefined as never, claimed: day('2026-06-01') },
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
    [
      'not yet begun, without a stamp',
      '2025-01-15',
      { stamp: undefined as never },
      'invalid',
      'certificate_not_yet_valid',
    ],
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

  it('a responder that is down leaves it open', async () => {
    const found = await judged(signed({ lists: [] }), { revocation: down });
    expect(found).toMatchObject({
      validity: 'undetermined',
      reason: 'revocation_unavailable',
      revocation: { isUnavailable: true },
    });
    expect(found.nextCheck).toBe('2025-06-03T01:00:00.000Z');
  });

  it('asks for the evidence of every certificate below the root', async () => {
    const source = new Answers(() => asEvidence(lists));
    const ask = jest.spyOn(source, 'evidenceFor');
    expect(await judged(signed({ lists: [] }), { revocation: source })).toMatchObject({
      validity: 'valid',
      reason: 'valid_at_time_stamp',
    });
    expect(ask).toHaveBeenCalled();
  });
});

it('a certificate of no known role is a signature all the same', async () => {
  const signer = headLike({ subject: { CN: 'ANYBODY' }, uses: [email, '1.2.3.4'] });
  expect(await judged(signed({ signer }))).toMatchObject({
    validity: 'valid',
    signer: { kind: 'unknown', roles: [], iin: null, bin: null, name: 'ANYBODY' },
  });
  const person = headLike({ subject: { CN: 'ANYBODY', SERIALNUMBER: 'IIN12' }, uses: [email, roles.person] });
  expect(await judged(signed({ signer: person }))).toMatchObject({ signer: { kind: 'personal', iin: null } });
});
