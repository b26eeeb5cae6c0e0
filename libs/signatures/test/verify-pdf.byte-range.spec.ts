import { judgedPdf } from './fixtures/judging.js';
import { signedPaper } from './fixtures/signing.js';

/** A signed PDF whose ByteRange stands differently, in the same bytes. */
function withRange(range: (numbers: number[]) => string): Buffer {
  const bytes = Buffer.from(signedPaper().bytes);
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
}

describe('what a signature in a PDF is said to cover', () => {
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
    expect(await judgedPdf(withRange(range))).toMatchObject({ validity: 'invalid', reason });
  });

  it.each([
    [
      'Contents of zeros',
      (text: string) =>
        text.replace(/\/Contents <[0-9a-f]+>/u, (found) => `/Contents <${'0'.repeat(found.length - 12)}>`),
    ],
    ['no Contents', (text: string) => text.replace('/Contents <', '/Nontents <')],
  ])('%s is no signature', async (_, change) => {
    const bytes = Buffer.from(change(signedPaper().bytes.toString('latin1')), 'latin1');
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'invalid', reason: 'contents_empty', signer: null });
  });

  it('wrapping: both signed pieces are there, and what lies between them is shown', async () => {
    const source = signedPaper().bytes.toString('latin1');
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
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'invalid', reason: 'byte_range_gap' });
  });
});
