import { readEnvelope, verifyAttached, type Envelope } from '../src/index.js';
import { nul, octets, oid, seq, set, tagged, tlv } from './fixtures/der.js';
import { options } from './fixtures/judging.js';
import { content, signed } from './fixtures/signing.js';

const attached = (): Buffer => Buffer.from(signed({ isAttached: true }));
const open = (tag: number, ...parts: readonly Uint8Array[]): Buffer => Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)]);

/** The same signed data as BouncyCastle streams it: lengths not known beforehand, the content in pieces. */
function streamed(cms: Buffer): Buffer {
  const inside = Buffer.from(seq(oid('1.2.840.113549.1.7.1'), tagged(0, octets(content))));
  const at = cms.indexOf(inside);
  const data = cms.subarray(cms.indexOf(tlv(0x02, Buffer.from([1]))), at);
  const rest = cms.subarray(at + inside.length);
  const pieces = open(0x24, octets(content.subarray(0, 5)), octets(content.subarray(5)));
  const wrapped = open(0x30, oid('1.2.840.113549.1.7.1'), open(0xa0, pieces));
  return open(0x30, oid('1.2.840.113549.1.7.2'), open(0xa0, open(0x30, data, wrapped, rest)));
}

describe('the outline of signed data', () => {
  it('shows the content inside, in DER, base64 and PEM', () => {
    const base64 = attached().toString('base64').replace(/.{64}/gu, '$&\r\n');
    for (const bytes of [attached(), Buffer.from(base64), Buffer.from(`-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`)]) {
      expect(Buffer.from((readEnvelope(bytes) as Envelope).content!).equals(content)).toBe(true);
    }
  });

  it('shows that a signature stands beside its document', () => {
    expect(readEnvelope(signed())).toMatchObject({ content: null });
  });

  it('is read, and verified, as signing programs stream it', async () => {
    const bytes = streamed(attached());
    expect(Buffer.from((readEnvelope(bytes) as Envelope).content!).equals(content)).toBe(true);
    const found = await verifyAttached(bytes, options);
    expect(found?.signatures).toMatchObject([{ validity: 'valid', signer: { bin: '960340000123' } }]);
    expect(Buffer.from(found!.content!).equals(content)).toBe(true);
  });

  it.each([
    ['bytes behind the end', Buffer.concat([attached(), Buffer.from([0])]), 'malformed'],
    ['a text', Buffer.from('MIIsomething else!'), 'malformed'],
    ['another structure', seq(oid('1.2.840.113549.1.7.1'), tagged(0, octets(content))), 'malformed'],
    ['a time stamp', signed({ isAttached: true, contentType: '1.2.840.113549.1.9.16.1.4' }), 'malformed'],
    ['certificates that nobody signed with', seq(oid('1.2.840.113549.1.7.2'), tagged(0, seq(tlv(2, Buffer.from([1])), set(), seq(oid('1.2.840.113549.1.7.1')), set()))), 'malformed'],
    ['a length of many bytes', Buffer.concat([Buffer.from([0x30, 0x88]), Buffer.alloc(8, 0x7f)]), 'malformed'],
    ['a length of gigabytes', Buffer.concat([Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), attached()]), 'truncated'],
    ['a cut end', attached().subarray(0, -40), 'truncated'],
    ['a stream without its end', streamed(attached()).subarray(0, -2), 'truncated'],
    ['streams within streams', Buffer.concat(Array<Buffer>(100_000).fill(Buffer.from([0x30, 0x80]))), 'malformed'],
    ['more than a signature needs', signed({ lists: [octets(Buffer.alloc(1_200_000))] }), 'too_large'],
    ['a content in crumbs', seq(oid('1.2.840.113549.1.7.2'), tagged(0, seq(nul(), set(), seq(oid('1.2.840.113549.1.7.1'), tagged(0, tlv(0x24, Buffer.alloc(400_000, '\u0004\u0000')))), set(nul())))), 'malformed'],
    ['nothing', Buffer.alloc(0), 'malformed'],
  ])('is refused for %s', (_, bytes, fault) => expect(readEnvelope(bytes)).toBe(fault));

  it('is refused for more signatures than people sign with', () => {
    const member = seq(nul());
    const many = seq(oid('1.2.840.113549.1.7.2'), tagged(0, seq(tlv(2, Buffer.from([1])), set(), seq(oid('1.2.840.113549.1.7.1')), set(...Array<Uint8Array>(21).fill(member)))));
    expect(readEnvelope(many)).toBe('too_large');
  });

  it('never throws, whatever byte is changed', () => {
    const cms = attached();
    for (let index = 0; index < 2_000; index += 1) {
      const changed = Buffer.from(cms);
      changed[(index * 31) % cms.length] = (index * 7) % 256;
      expect(() => readEnvelope(changed)).not.toThrow();
    }
  });
});
