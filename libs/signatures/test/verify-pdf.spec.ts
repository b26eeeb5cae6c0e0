import { jest } from '@jest/globals';
import { trustStore, verifyPdf, type PdfSignature, type VerifyOptions } from '../src/index.js';
import { day, type Certified } from './fixtures/authority.js';
import { signCms, stampToken, type SignWish } from './fixtures/cms.js';
import { answerOn, listsOn, makeHierarchy } from './fixtures/hierarchy.js';
import { drawing, Paper } from './fixtures/paper.js';

jest.setTimeout(60_000);

const made = makeHierarchy();
const signedOn = new Date('2025-06-02T09:30:00Z');
const lists = listsOn(made, day('2025-06-02'));
const trust = trustStore({
  signing: [made.root.der],
  timeStamps: [made.stampRoot.der],
  intermediates: [made.issuing.der],
});
const options: VerifyOptions = { trust, now: day('2025-06-03') };
const stamp = (bytes: Uint8Array): Uint8Array =>
  stampToken(bytes, { authority: made.stamper, certificates: [made.stamper], at: signedOn });

const cmsOf =
  (signer: Certified, more: Partial<SignWish> = {}) =>
  (content: Uint8Array): Uint8Array =>
    signCms({ content, signer, claimed: signedOn, stamp, lists, ...more });
const signed = (signer = made.head): Paper => {
  const paper = new Paper('Order 14');
  paper.sign({ sign: cmsOf(signer) });
  return paper;
};
const first = async (bytes: Uint8Array, changes: Partial<VerifyOptions> = {}): Promise<PdfSignature> =>
  (await verifyPdf(bytes, { ...options, ...changes })).signatures[0]!;

describe('a signed PDF', () => {
  it('is valid at the time of its stamp, whole, and names its signer', async () => {
    const { bytes } = signed();
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
    expect(await first(paper.bytes)).toMatchObject({ validity: 'valid' });
  });

  it('without a signature has none', async () => {
    expect(await verifyPdf(new Paper('Letter').bytes, options)).toEqual({ signatures: [], timeStamps: [] });
  });

  it('may be signed again, get validation data and a stamp on the whole: all stays valid', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, { stamp: undefined as never, lists: [] }) });
    paper.sign({ sign: cmsOf(made.employee, { stamp: undefined as never, lists: [] }) });
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
    const paper = signed();
    const found = await first(paper.update({ 6: '<< /Producer (Archive) >>' }));
    expect(found).toMatchObject({
      validity: 'valid',
      coverage: { isWhole: false, later: { changes: ['metadata'], pages: [] } },
    });
  });

  it('sends a later visible signature to a person: it could cover what was signed', async () => {
    const paper = signed();
    paper.sign({ sign: cmsOf(made.employee), isVisible: true });
    const { signatures } = await verifyPdf(paper.bytes, options);
    expect(signatures.map(({ validity, reason }) => [validity, reason])).toEqual([
      ['undetermined', 'changed_visibly_later'],
      ['valid', 'valid_at_time_stamp'],
    ]);
    expect(signatures[0]!.coverage!.later).toMatchObject({ changes: ['visible_signature'], pages: [1] });
  });
});

describe('attacks on a signed PDF', () => {
  it('changing the page by an update is told, with the page', async () => {
    const paper = signed();
    const found = await first(paper.update({ 3: paper.page(' /Rotate 180') }));
    expect(found).toMatchObject({
      validity: 'invalid',
      reason: 'changed_later',
      coverage: { later: { changes: ['content'], pages: [1] } },
    });
    expect(found.coverage!.uncovered.at(-1)).toEqual({
      from: found.coverage!.uncovered[1]!.from,
      to: paper.bytes.length,
    });
  });

  it.each([
    ['other page contents', (paper: Paper) => paper.update({ 4: drawing('Order 15') })],
    ['another font', (paper: Paper) => paper.update({ 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })],
    [
      'an action on opening',
      (paper: Paper) => paper.update({ 1: paper.catalog(' /OpenAction << /S /URI /URI (x) >>') }),
    ],
    ['another catalogue', (paper: Paper) => paper.update({ 7: paper.catalog() }, ' /Root 7 0 R')],
    [
      'a note on the page',
      (paper: Paper) =>
        paper.update({
          3: paper.page().replace('/Annots [', '/Annots [20 0 R '),
          20: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>',
        }),
    ],
    [
      'a note behind the signature',
      (paper: Paper) =>
        paper.update({
          3: paper
            .page()
            .replace(' 0 R] >>', ' 0 R 20 0 R] >>')
            .replace(/\/Annots \[(.*?)\]/u, '/Annots [$1 20 0 R]'),
          20: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>',
        }),
    ],
    [
      'more pages',
      (paper: Paper) =>
        paper.update({
          2: '<< /Type /Pages /Kids [3 0 R 20 0 R] /Count 2 >>',
          20: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
        }),
    ],
    [
      'the signed state hidden',
      (paper: Paper) =>
        paper.update({
          1: paper.catalog().replace('/Pages 2 0 R', '/Pages 20 0 R'),
          20: '<< /Type /Pages /Kids [21 0 R] /Count 1 >>',
          21: '<< /Type /Page /Parent 20 0 R /MediaBox [0 0 9 9] >>',
        }),
    ],
  ])('%s after signing is a change', async (_, change) => {
    expect(await first(change(signed()))).toMatchObject({ validity: 'invalid', reason: 'changed_later' });
  });

  it('an object that was referred to and missing when it was signed may not appear', async () => {
    const paper = new Paper('Order', {
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 50 0 R] >>',
    });
    paper.page = () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 50 0 R] >>';
    paper.sign({ sign: cmsOf(made.head) });
    expect(await first(paper.bytes)).toMatchObject({ validity: 'valid' });
    expect(await first(paper.update({ 50: drawing('not what was signed') }))).toMatchObject({
      validity: 'invalid',
      reason: 'changed_later',
    });
  });

  it('an old object may not be pointed at again', async () => {
    const paper = new Paper('Draft');
    paper.update({ 4: drawing('Order') });
    const old = paper.bytes.indexOf('4 0 obj');
    paper.sign({ sign: cmsOf(made.head) });
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(paper.bytes.toString('latin1'))![1]!;
    const table = `xref\n4 1\n${String(old).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Info 6 0 R /Prev ${start} >>\n`;
    const bytes = Buffer.concat([paper.bytes, Buffer.from(`${table}startxref\n${paper.bytes.length}\n%%EOF\n`)]);
    expect(await first(bytes)).toMatchObject({ validity: 'invalid', reason: 'changed_later' });
  });

  it('objects may not be hidden by a smaller size of the table', async () => {
    const paper = signed();
    const bytes = paper.update({ 6: '<< /Producer (x) >>' }).toString('latin1');
    const at = bytes.lastIndexOf('/Size ');
    const smaller = `${bytes.slice(0, at)}${bytes.slice(at).replace(/\/Size \d+/u, (found) => '/Size 5'.padEnd(found.length))}`;
    expect(await first(Buffer.from(smaller, 'latin1'))).toMatchObject({
      validity: 'undetermined',
      reason: 'pdf_unreadable',
    });
  });

  it('nothing may stand before the header', async () => {
    const bytes = Buffer.concat([Buffer.from('\n'), signed().bytes]);
    expect(await first(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable' });
  });

  it('bytes appended without any order are not understood', async () => {
    const bytes = Buffer.concat([signed().bytes, Buffer.from('4 0 obj\n(new)\nendobj\n')]);
    expect(await first(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable', signer: null });
  });

  it('changing a signed byte is told', async () => {
    const bytes = Buffer.from(signed().bytes);
    bytes.write('Order 74', bytes.indexOf('Order 14'));
    expect(await first(bytes)).toMatchObject({ validity: 'invalid', reason: 'content_changed' });
  });

  const withRange = (range: (numbers: number[]) => string): Buffer => {
    const bytes = Buffer.from(signed().bytes);
    const at = bytes.indexOf('/ByteRange [');
    const end = bytes.indexOf(']', at);
    const numbers = bytes
      .subarray(at + 12, end)
      .toString()
      .trim()
      .split(/\s+/u)
      .map(Number);
    bytes.write(range(numbers).padEnd(end + 1 - at, ' '), at, 'latin1');
    return bytes;
  };

  it.each([
    ['no ByteRange', 'byte_range_malformed', () => '/ByteXange [0 1 2 3]'],
    ['ByteRange null', 'byte_range_malformed', () => '/ByteRange null'],
    ['an empty ByteRange', 'byte_range_malformed', () => '/ByteRange []'],
    ['three numbers', 'byte_range_malformed', ([a, b, c]: number[]) => `/ByteRange [${a} ${b} ${c}]`],
    ['negative numbers', 'byte_range_malformed', ([, b, c]: number[]) => `/ByteRange [0 ${b} ${c} -1]`],
    ['a range behind the end', 'byte_range_malformed', ([, b, c]: number[]) => `/ByteRange [0 ${b} ${c} 999999]`],
    ['overlapping ranges', 'byte_range_malformed', ([, b]: number[]) => `/ByteRange [0 ${b} 10 20]`],
    [
      'a start behind the first byte',
      'byte_range_gap',
      ([, b, c, d]: number[]) => `/ByteRange [9 ${b! - 9} ${c} ${d}]`,
    ],
    [
      'a gap larger than the signature',
      'byte_range_gap',
      ([, b, c, d]: number[]) => `/ByteRange [0 ${b! - 40} ${c} ${d}]`,
    ],
    [
      'a gap behind the signature',
      'byte_range_gap',
      ([, b, c, d]: number[]) => `/ByteRange [0 ${b} ${c! + 30} ${d! - 30}]`,
    ],
    [
      'a range that leaves out the end',
      'byte_range_elsewhere',
      ([, b, c, d]: number[]) => `/ByteRange [0 ${b} ${c} ${d! - 30}]`,
    ],
  ] as const)('%s: %s', async (_, reason, range) => {
    expect(await first(withRange(range))).toMatchObject({ validity: 'invalid', reason });
  });

  it.each([
    [
      'Contents of zeros',
      (text: string) =>
        text.replace(/\/Contents <[0-9a-f]+>/u, (found) => `/Contents <${'0'.repeat(found.length - 12)}>`),
    ],
    ['no Contents', (text: string) => text.replace('/Contents <', '/Nontents <')],
  ])('%s is no signature', async (_, change) => {
    const bytes = Buffer.from(change(signed().bytes.toString('latin1')), 'latin1');
    expect(await first(bytes)).toMatchObject({ validity: 'invalid', reason: 'contents_empty', signer: null });
  });

  it('wrapping: both signed pieces are there, and what lies between them is shown', async () => {
    const source = signed().bytes.toString('latin1');
    const [gap, table] = [/\/ByteRange \[0\s+(\d+)\s+(\d+)/u, /startxref\s+(\d+)\s+%%EOF\s*$/u].map((pattern) =>
      pattern.exec(source)!,
    );
    const [from, to] = [Number(gap![1]), Number(gap![2])];
    const [piece, contents] = [source.slice(to), source.slice(from, to)];
    const value = Number(/\/V (\d+) 0 R/u.exec(source)![1]);
    const evil = `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n`;
    // The old table stood at `at`: another one takes its place there, unsigned.
    const at = Number(table![1]);
    const tableOf = (page: number, dict: number): string => {
      const line = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;
      const old = (number: number): number => source.lastIndexOf(`\n${number} 0 obj`) + 1;
      const kept = [1, 2, 4, 5, 6, value + 1].map((number) => `${number} 1\n${line(old(number))}`).join('');
      return `xref\n${kept}3 1\n${line(page)}${value} 1\n${line(dict)}trailer\n<< /Size 20 /Root 1 0 R >>\n`;
    };
    const head = `${source.slice(0, to)}${piece.slice(0, at - to)}`;
    const size = tableOf(0, 0).length;
    const dictOf = (start: number): string =>
      `${value} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${from} ${String(start).padStart(8)} ${piece.length}] /Contents ${contents} >>\nendobj\n`;
    const [page, dict] = [at + size, at + size + evil.length];
    const bytes = Buffer.from(
      `${head}${tableOf(page, dict)}${evil}${dictOf(dict + dictOf(0).length)}${piece}`,
      'latin1',
    );
    expect(await first(bytes)).toMatchObject({ validity: 'invalid', reason: 'byte_range_gap' });
  });

  it('garbage in place of the CMS', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: () => Buffer.from('3003020101', 'hex') });
    expect(await first(paper.bytes)).toMatchObject({ validity: 'invalid', reason: 'malformed' });
  });

  it('an attached content in the CMS of a PDF', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, { isAttached: true }) });
    expect(await first(paper.bytes)).toMatchObject({ validity: 'invalid', reason: 'malformed' });
  });

  it('a form of signature that is not read', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head), subFilter: 'adbe.pkcs7.sha1' });
    expect(await first(paper.bytes)).toMatchObject({ validity: 'undetermined', reason: 'format_unsupported' });
  });

  it('a signature that the form does not list', async () => {
    const paper = signed();
    const bytes = paper.update({ 1: '<< /Type /Catalog /Pages 2 0 R >>' });
    expect(await first(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable' });
  });

  it('a false stamp on the document proves no time', async () => {
    const paper = new Paper('Order');
    paper.sign({ sign: cmsOf(made.head, { stamp: undefined as never }) });
    paper.sign({ sign: () => stamp(Buffer.from('something else')), subFilter: 'ETSI.RFC3161' });
    const { signatures, timeStamps } = await verifyPdf(paper.bytes, options);
    expect(timeStamps).toEqual([]);
    expect(signatures[0]).toMatchObject({ validity: 'valid', reason: 'valid_now', trustedTime: null });
  });

  it('never throws, whatever byte is changed', async () => {
    const { bytes } = signed();
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
