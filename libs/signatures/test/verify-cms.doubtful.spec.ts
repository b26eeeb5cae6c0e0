import { verifyDetached } from '../src/index.js';
import { digestAlgorithm, rsaKey } from './fixtures/authority.js';
import { octets, oid, seq } from './fixtures/der.js';
import { judged, options } from './fixtures/judging.js';
import { content, made, signed } from './fixtures/signing.js';

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

  it('never throws, whatever byte is changed', async () => {
    const cms = signed();
    for (let index = 0; index < 60; index += 1) {
      const changed = Buffer.from(cms);
      changed[(index * 3067) % cms.length] = index % 2 === 0 ? 0xff : index;
      await expect(verifyDetached(changed, content, options)).resolves.toBeDefined();
    }
  });
});
