import { verifyAttached, verifyDetached } from '../src/index.js';
import { day } from './fixtures/authority.js';
import { nul, oid, seq } from './fixtures/der.js';
import { listsOn } from './fixtures/hierarchy.js';
import { asEvidence, judged, options } from './fixtures/judging.js';
import { content, made, signed } from './fixtures/signing.js';

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
