import type { MediaType } from '@aigaq/api';
import { mustFit, refusalOfSet } from './upload-set.js';

const pdf = { mediaType: 'application/pdf' as MediaType, pages: 2 };
const photo = { mediaType: 'image/jpeg' as MediaType, pages: 1 };
const text = { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' as MediaType, pages: 1 };
const signature = { mediaType: 'application/cms' as MediaType, pages: 0 };
const signed = { mediaType: 'application/cms' as MediaType, pages: 2 };

describe('files that make one paper', () => {
  it.each([
    ['one document', [pdf], undefined],
    ['one text document', [text], undefined],
    ['a document in its signature', [signed], undefined],
    ['photographs of pages', [photo, photo, photo], undefined],
    ['a scan and further pages', [pdf, photo], undefined],
    ['a document and its signature', [pdf, signature], undefined],
    ['a document and the signatures of several persons', [signature, text, signature], undefined],
    ['a signature alone', [signature], 'file.signature_alone'],
    ['signatures alone', [signature, signature], 'file.signature_alone'],
    ['pages and a signature of nobody knows which', [photo, photo, signature], 'upload.mixed_files'],
    ['two text documents', [text, text], 'upload.mixed_files'],
    ['pages and a signed document', [photo, signed], 'upload.mixed_files'],
    ['a signed document and a signature beside', [signed, signature], 'upload.mixed_files'],
    ['more pages than a paper may have', [{ ...pdf, pages: 200 }, { ...pdf, pages: 101 }], 'file.too_many_pages'],
  ])('%s', (_, files, refusal) => expect(refusalOfSet(files)).toBe(refusal));
});

describe('the size of a paper', () => {
  const MB = 1024 * 1024;
  it.each([
    ['one large file', [{ size: 50 * MB }]],
    ['30 files', Array.from({ length: 30 }, () => ({ size: 3 * MB }))],
  ])('%s is taken', (_, files) => expect(() => mustFit(files)).not.toThrow());
  it.each([
    ['31 files', Array.from({ length: 31 }, () => ({ size: 1 })), 'upload.too_many_files'],
    ['more than 100 MB', [{ size: 50 * MB }, { size: 50 * MB }, { size: 1 }], 'upload.paper_too_large'],
  ])('%s is refused', (_, files, code) => expect(() => mustFit(files)).toThrow(expect.objectContaining({ code })));
});
