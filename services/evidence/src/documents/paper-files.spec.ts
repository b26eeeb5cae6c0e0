import { createHash } from 'node:crypto';
import { filesOf, hashOfPaper, placeOfPage } from './paper-files.js';

const one = { fileName: 'a.pdf', mediaType: 'application/pdf' as const, size: 9, sha256: 'ab', pageCount: 2 };
const file = (fileName: string, pages: number) => ({ fileName, mediaType: 'image/jpeg' as const, size: 3, sha256: fileName, pages });
const several = { ...one, pageCount: 3, files: [file('1', 1), file('2', 2), file('3', 0)] };

describe('the files of a paper', () => {
  it('are mostly one', () => expect(filesOf(one)).toEqual([{ fileName: 'a.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab', pages: 2 }]));
  it('are known by one hash, which their order decides too', () => {
    expect(hashOfPaper(['ab'])).toBe('ab');
    expect(hashOfPaper(['ab', 'cd'])).toBe(createHash('sha256').update('ab\ncd').digest('hex'));
    expect(hashOfPaper(['cd', 'ab'])).not.toBe(hashOfPaper(['ab', 'cd']));
  });
  it.each([
    [1, '1', 1],
    [2, '2', 1],
    [3, '2', 2],
  ])('hold page %i in file %s', (page, fileName, inFile) => expect(placeOfPage(several, page)).toMatchObject({ file: { fileName }, page: inFile }));
  it('hold no page beyond the last', () => expect(placeOfPage(several, 4)).toBeUndefined());
});
