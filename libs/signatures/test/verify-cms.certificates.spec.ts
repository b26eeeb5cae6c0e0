import { trustStore } from '../src/index.js';
import { certify, day, rsaKey } from './fixtures/authority.js';
import { nul, octets, oid, seq } from './fixtures/der.js';
import { email, makeHierarchy, roles } from './fixtures/hierarchy.js';
import { judged } from './fixtures/judging.js';
import { headLike, made, signed } from './fixtures/signing.js';

const others = makeHierarchy();

describe('a signature judged by its certificate', () => {
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

  it('of no known role is valid all the same', async () => {
    const signer = headLike({ subject: { CN: 'ANYBODY' }, uses: [email, '1.2.3.4'] });
    expect(await judged(signed({ signer }))).toMatchObject({
      validity: 'valid',
      signer: { kind: 'unknown', roles: [], iin: null, bin: null, name: 'ANYBODY' },
    });
    const person = headLike({ subject: { CN: 'ANYBODY', SERIALNUMBER: 'IIN12' }, uses: [email, roles.person] });
    expect(await judged(signed({ signer: person }))).toMatchObject({ signer: { kind: 'personal', iin: null } });
  });
});
