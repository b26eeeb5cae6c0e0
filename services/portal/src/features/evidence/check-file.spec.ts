import { checkFile, inOrder, MAX_FILE_BYTES, refusalOfPaper, sha256Of } from './check-file.js';

const file = (bytes: number[], name: string): File => new File([new Uint8Array(bytes)], name);
const huge = Object.defineProperty(file([0x25, 0x50, 0x44, 0x46], 'a.pdf'), 'size', { value: MAX_FILE_BYTES + 1 });

describe('a file before it is sent', () => {
  it.each([
    ['a PDF', file([0x25, 0x50, 0x44, 0x46, 0x2d], 'a.pdf'), { mediaType: 'application/pdf' }],
    ['a photograph with the name of a PDF', file([0xff, 0xd8, 0xff, 0xe0], 'a.pdf'), { mediaType: 'image/jpeg' }],
    ['a PNG', file([0x89, 0x50, 0x4e, 0x47], 'a.png'), { mediaType: 'image/png' }],
    ['a TIFF', file([0x4d, 0x4d, 0x00, 0x2a], 'a.tif'), { mediaType: 'image/tiff' }],
    ['a photograph of a phone', file([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70], 'a.heic'), { mediaType: 'image/heic' }],
    ['a text document', file([0x50, 0x4b, 3, 4], 'A.DOCX'), { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }],
    ['a table', file([0x50, 0x4b, 3, 4], 'a.xlsx'), { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }],
    ['a signature in DER', file([0x30, 0x82, 1, 2], 'a.p7s'), { mediaType: 'application/cms' }],
    ['a signature in PEM', new File(['-----BEGIN CMS-----\nMIIB'], 'a.cms'), { mediaType: 'application/cms' }],
    ['a signature in base64', new File(['MIAGCSqGSIb3DQEHAqCA'], 'a.sig'), { mediaType: 'application/cms' }],
    ['a text with the name of a signature', new File(['hello'], 'a.p7s'), { refusal: 'wrongType' }],
    ['any archive', file([0x50, 0x4b, 3, 4], 'a.zip'), { refusal: 'wrongType' }],
    ['a text with the name of a PDF', file([0x68, 0x69], 'a.pdf'), { refusal: 'wrongType' }],
    ['nothing', file([], 'a.pdf'), { refusal: 'empty' }],
    ['more than 50 MB', huge, { refusal: 'tooLarge' }],
  ])('%s', async (_, given, answer) => {
    expect(await checkFile(given)).toEqual(answer);
  });

  it('is hashed', async () => {
    expect(await sha256Of(file([0x61, 0x62, 0x63], 'abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('several files of one paper', () => {
  it('come in the order of their numbers, signatures after the document', () => {
    const names = ['скан10.jpg', 'order.pdf.p7s', 'скан2.jpg', 'скан1.jpg'].map((name) => file([1], name));
    expect(inOrder(names).map(({ name }) => name)).toEqual(['скан1.jpg', 'скан2.jpg', 'скан10.jpg', 'order.pdf.p7s']);
  });

  it('are no more than 30 and no more than 100 MB', () => {
    const half = Object.defineProperty(file([1], 'a.pdf'), 'size', { value: 50 * 1024 * 1024 });
    expect(refusalOfPaper([half, half])).toBeUndefined();
    expect(refusalOfPaper([half, half, file([1], 'b.pdf')])).toBe('tooLargeTogether');
    expect(refusalOfPaper(Array<File>(31).fill(file([1], 'a.jpg')))).toBe('tooMany');
  });
});
