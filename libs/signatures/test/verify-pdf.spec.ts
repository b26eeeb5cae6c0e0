import { verifyPdf } from '../src/index.js';
import { day } from './fixtures/authority.js';
import { answerOn } from './fixtures/hierarchy.js';
import { judgedPdf, options, trust } from './fixtures/judging.js';
import { Paper } from './fixtures/paper.js';
import { cmsOf, lists, made, signedOn, signedPaper, stampBy, withoutStamp } from './fixtures/signing.js';

const stamp = stampBy(made.stamper);

describe('a signed PDF', () => {
  it('is valid at the time of its stamp, whole, and names its signer', async () => {
    const { bytes } = signedPaper();
    const { signatures, timeStamps } = await verifyPdf(bytes, options);
    expect(timeStamps).toEqual([]);
    expect(signatures).toEqual([
      expect.objectContaining({
        validity: 'valid',
        reason: 'valid_at_time_stamp',
        reasons: ['valid_at_time_stamp'],
        field: 'Signature1',
        claimedTime: signedOn.toISOString(),
        trustedTime: { time: signedOn.toISOString(), authority: 'TIME-STAMPING AUTHORITY (TEST)' },
        verdictTime: signedOn.toISOString(),
        algorithm: { oid: '1.2.840.113549.1.1.11', name: 'RSA SHA-256', digest: 'sha256' },
      }),
    ]);
    expect(signatures[0]!.signer).toMatchObject({
      name: 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ',
      iin: '750412300123',
      bin: '960340000123',
      kind: 'head',
    });
    const { coverage } = signatures[0]!;
    expect(coverage).toMatchObject({ isWhole: true, later: null, coveredBytes: bytes.length - 16_002 });
    expect(coverage!.uncovered).toEqual([{ from: coverage!.byteRange[1], to: coverage!.byteRange[2] }]);
  });

  it('is valid with adbe.pkcs7.detached too', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head), subFilter: 'adbe.pkcs7.detached' });
    expect(await judgedPdf(paper.bytes)).toMatchObject({ validity: 'valid' });
  });

  it('without a signature has none', async () => {
    expect(await verifyPdf(new Paper('Letter').bytes, options)).toEqual({ signatures: [], timeStamps: [] });
  });

  it('may be signed again, get validation data and a stamp on the whole: all stays valid', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, { ...withoutStamp, lists: [] }) });
    paper.sign({ sign: cmsOf(made.employee, { ...withoutStamp, lists: [] }) });
    paper.addStore(lists, [answerOn(made, made.head, signedOn)]);
    paper.sign({ sign: stamp, subFilter: 'ETSI.RFC3161', name: 'Stamp' });
    const { signatures, timeStamps } = await verifyPdf(paper.bytes, { trust, now: day('2031-01-01') });
    expect(signatures.map(({ validity, reason }) => [validity, reason])).toEqual([
      ['valid', 'valid_at_time_stamp'],
      ['valid', 'valid_at_time_stamp'],
    ]);
    expect(signatures[0]!.coverage!.later!.changes).toEqual(['signature', 'time_stamp', 'validation_data']);
    expect(signatures[1]!.coverage!.later!.changes).toEqual(['time_stamp', 'validation_data']);
    expect(timeStamps).toEqual([expect.objectContaining({ field: 'Stamp', time: signedOn.toISOString() })]);
  });

  it('may have its metadata changed', async () => {
    const paper = signedPaper();
    const found = await judgedPdf(paper.update({ 6: '<< /Producer (Archive) >>' }));
    expect(found).toMatchObject({
      validity: 'valid',
      coverage: { isWhole: false, later: { changes: ['metadata'], pages: [] } },
    });
  });

  it('sends a later visible signature to a person: it could cover what was signed', async () => {
    const paper = signedPaper();
    paper.sign({ sign: cmsOf(made.employee), isVisible: true });
    const { signatures } = await verifyPdf(paper.bytes, options);
    expect(signatures.map(({ validity, reason }) => [validity, reason])).toEqual([
      ['undetermined', 'changed_visibly_later'],
      ['valid', 'valid_at_time_stamp'],
    ]);
    expect(signatures[0]!.coverage!.later).toMatchObject({ changes: ['visible_signature'], pages: [1] });
  });
});

describe('what is doubtful in a signed PDF', () => {
  it('garbage in place of the CMS', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: () => Buffer.from('3003020101', 'hex') });
    expect(await judgedPdf(paper.bytes)).toMatchObject({ validity: 'invalid', reason: 'malformed' });
  });

  it('an attached content in the CMS of a PDF', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, { isAttached: true }) });
    expect(await judgedPdf(paper.bytes)).toMatchObject({ validity: 'invalid', reason: 'malformed' });
  });

  it('a form of signature that is not read', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head), subFilter: 'adbe.pkcs7.sha1' });
    expect(await judgedPdf(paper.bytes)).toMatchObject({ validity: 'undetermined', reason: 'format_unsupported' });
  });

  it('a signature that the form does not list', async () => {
    const paper = signedPaper();
    const bytes = paper.update({ 1: '<< /Type /Catalog /Pages 2 0 R >>' });
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable' });
  });

  it('a false stamp on the document proves no time', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, withoutStamp) });
    paper.sign({ sign: () => stamp(Buffer.from('something else')), subFilter: 'ETSI.RFC3161' });
    const { signatures, timeStamps } = await verifyPdf(paper.bytes, options);
    expect(timeStamps).toEqual([]);
    expect(signatures[0]).toMatchObject({ validity: 'valid', reason: 'valid_now', trustedTime: null });
  });

  it('never throws, whatever byte is changed', async () => {
    const { bytes } = signedPaper();
    const outcomes = new Set<string>();
    for (let index = 0; index < 60; index += 1) {
      const changed = Buffer.from(bytes);
      const at = (index * 7919) % bytes.length;
      changed[at] = changed[at]! ^ (1 << (index % 8));
      const [found] = (await verifyPdf(changed, options)).signatures;
      outcomes.add(found?.reason ?? 'none');
      // Only the unsigned padding of the signature may change without notice.
      if (found?.validity === 'valid') expect(bytes.indexOf('/Contents <')).toBeLessThan(at);
    }
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
