import { docx, orderLines, paragraph, picture, xlsx } from '../../test/made-files.js';
import { checkDocument } from '../check-document.js';
import type { Expectation } from '../document.js';
import { readPaperPages } from '../paper-pages.js';
import { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import type { Word } from '../words/word.js';

const expectation: Expectation = {
  kinds: ['order'],
  number: '17-П',
  date: '2024-04-22',
  approval: 'none',
  stamp: 'required',
  signatories: [{ name: 'Е.К. Нурланов', position: 'Аким', role: 'head' }],
};

/** Nothing of a text document has to be recognised. */
class NoReader extends PageReader {
  readonly read = (): Promise<Word[]> => Promise.reject(new Error('nothing to recognise'));
  readonly close = (): Promise<void> => Promise.resolve();
}

const outcomes = (findings: readonly { code: string; outcome: string }[]): string[] => findings.map(({ code, outcome }) => `${code}.${outcome}`);

describe('checking a text document', () => {
  it('finds kind, number and date in its text and sends it to a person for the signed scan', async () => {
    const check = await checkDocument(docx(), 'docx', expectation, new NoReader());
    expect(check).toMatchObject({ verdict: 'person', kind: 'order', number: '17-П', date: '2024-04-22', language: 'ru', approval: null, signatures: [], stamps: [] });
    expect(outcomes(check.findings)).toEqual(['office_document.person', 'kind.passed', 'number.passed', 'date.passed']);
    expect(check.text[0]?.split(/\s+/)).toEqual(orderLines.join(' ').split(' '));
  });

  it('never fails it and never takes it for signed, whatever it says and shows', async () => {
    const other = docx({ body: paragraph('ПРИКАЗ') + paragraph('№ 18 от 1 мая 2023 года'), more: { 'word/media/image1.png': await picture('png', 900, 1200) } });
    const check = await checkDocument(other, 'docx', expectation, new NoReader());
    expect(check).toMatchObject({ verdict: 'person', number: '18', date: '2023-05-01', marks: [], signatures: [] });
    expect(outcomes(check.findings)).toEqual(['office_document.person', 'kind.passed', 'wrong_number.person', 'wrong_date.person']);
    expect(check.pages).toHaveLength(2);
  });

  it('gives its pages away as they were read, as of any paper, and alone without a verdict', async () => {
    let words: string[] = [];
    const onRead = (pages: readonly ReadPage[]) => void (words = pages.flatMap((page) => page.words.map(({ text }) => text)));
    await checkDocument(docx(), 'docx', expectation, new NoReader(), { onRead });
    expect(words).toEqual(orderLines.join(' ').split(' '));
    expect((await readPaperPages([{ bytes: docx(), type: 'docx' }], new NoReader())).flatMap((page) => page.words.map(({ text }) => text))).toEqual(words);
  });

  it('reads a table the same way', async () => {
    const check = await checkDocument(xlsx([['ПРИКАЗ'], ['№ 17-П', 45404]]), 'xlsx', expectation, new NoReader());
    expect(check).toMatchObject({ verdict: 'person', number: '17-П', date: '2024-04-22' });
  });
});
