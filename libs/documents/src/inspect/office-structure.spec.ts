import { randomBytes } from 'node:crypto';
import { docx, link, paragraph, picture, text, xlsx, zipped } from '../../test/made-files.js';
import { inspectFile } from './inspect-file.js';

const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const field = (code: string): string => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const instruction = (code: string): string => `<w:r><w:instrText>${code}</w:instrText></w:r>`;

/** The part's size and the sum of its bytes stay as they were: only what the directory says is changed. */
function withDirectory(bytes: Buffer, change: (directory: Buffer) => void): Buffer {
  const changed = Buffer.from(bytes);
  change(changed.subarray(changed.readUInt32LE(changed.length - 6)));
  return changed;
}

describe('a text document before it is stored', () => {
  it('is taken when it is plain, with pictures, with links to click on', async () => {
    expect(await inspectFile(docx(), 'docx')).toEqual({ ok: true, type: 'docx', pages: 1 });
    const links = link('hyperlink', 'https://adilet.zan.kz/rus/docs/Z1500000410') + link('hyperlink', 'mailto:a@b.kz');
    const more = { 'word/media/image1.png': await picture('png') };
    expect(await inspectFile(docx({ links, more }), 'docx')).toEqual({ ok: true, type: 'docx', pages: 1 });
    expect(await inspectFile(docx({ links: link('attachedTemplate', 'Normal.dotm', false) }), 'docx')).toEqual({ ok: true, type: 'docx', pages: 1 });
    expect(await inspectFile(docx({ body: field(instruction('PAGE')) }), 'docx')).toEqual({ ok: true, type: 'docx', pages: 1 });
  });

  it('is what it says, and nothing else', async () => {
    expect(await inspectFile(xlsx(), 'xlsx')).toEqual({ ok: true, type: 'xlsx', pages: 1 });
    for (const [bytes, type] of [[xlsx(), 'docx'], [docx(), 'xlsx'], [docx(), 'pdf'], [zipped({ 'a.txt': text('a') }), 'docx']] as const) {
      expect(await inspectFile(bytes, type)).toEqual({ ok: false, code: 'file.wrong_type' });
    }
    expect(await inspectFile(Buffer.concat([ole, Buffer.alloc(600)]), 'docx')).toEqual({ ok: false, code: 'file.wrong_type' });
  });

  it.each([
    ['macros by their name', docx({ more: { 'word/vbaProject.bin': ole } }), 'file.macros'],
    ['macros by the type of the document', docx({ contentType: macroType }), 'file.macros'],
    ['sheets of old macros', xlsx([['a']], { 'xl/macrosheets/sheet1.xml': text('<a/>') }), 'file.macros'],
    ['an object of another program', docx({ more: { 'word/embeddings/oleObject1.bin': ole } }), 'file.active_content'],
    ['such an object under another name', docx({ more: { 'word/theme.dat': ole } }), 'file.active_content'],
    ['an archive in it', docx({ more: { 'word/a.dat': docx() } }), 'file.active_content'],
    ['a template from elsewhere', docx({ links: link('attachedTemplate', 'https://example.kz/a.dotm') }), 'file.active_content'],
    ['a picture from elsewhere', docx({ links: link('image', 'https://example.kz/a.png') }), 'file.active_content'],
    ['a link that starts a program', docx({ links: link('hyperlink', 'file:///c:/a.exe') }), 'file.active_content'],
    ['values of another table', xlsx([['a']], { 'xl/externalLinks/externalLink1.xml': text('<a/>') }), 'file.active_content'],
    ['a field that asks another program', docx({ body: field(instruction('DDEAUTO c:\\\\a.exe')) }), 'file.active_content'],
    ['such a field cut into pieces', docx({ body: field(instruction('DD') + instruction('EAUTO a')) }), 'file.active_content'],
    ['such a field in an attribute', docx({ body: '<w:fldSimple w:instr="DDE a"/>' }), 'file.active_content'],
    ['entities of its own', docx({ more: { 'word/a.xml': text('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') } }), 'file.active_content'],
    ['XML that is read otherwise elsewhere', docx({ more: { 'word/a.xml': Buffer.from('<a/>', 'utf16le') } }), 'file.broken'],
    ['a program for Java', docx({ more: { 'META-INF/MANIFEST.MF': text('a') } }), 'file.polyglot'],
    ['the old form behind a password', Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'file.encrypted'],
  ])('is refused with %s', async (_, bytes, code) => {
    const type = bytes.includes('xl/workbook.xml') ? 'xlsx' : 'docx';
    expect(await inspectFile(bytes, type)).toEqual({ ok: false, code });
  });

  it.each([
    ['a part that unfolds without measure', docx({ more: { 'word/a.xml': Buffer.alloc(61 * 1024 * 1024, 0x20) } }), 'file.bomb'],
    ['a part larger than it says', withDirectory(docx({ body: paragraph('а'.repeat(9000)) }), (all) => all.writeUInt32LE(10, all.indexOf('word/document.xml') - 22)), 'file.bomb'],
    ['parts that share their bytes', withDirectory(docx(), (all) => all.writeUInt32LE(0, all.indexOf('_rels/.rels') - 4)), 'file.bomb'],
    ['a password', withDirectory(docx(), (all) => all.writeUInt16LE(1, 8)), 'file.encrypted'],
    ['something in front of it', Buffer.concat([docx().subarray(0, 30), docx()]), 'file.polyglot'],
    ['something behind it', Buffer.concat([docx(), Buffer.from('behind')]), 'file.polyglot'],
    ['a part in two versions', withDirectory(docx({ more: { 'word/b.xml': text('<a/>'), 'word/c.xml': text('<a/>') } }), (all) => all.write('word/b.xml', all.indexOf('word/c.xml'))), 'file.polyglot'],
    ['a damaged part', ((bytes) => bytes.fill(0xff, bytes.indexOf('word/document.xml') + 60, bytes.indexOf('word/document.xml') + 80))(docx({ body: paragraph(randomBytes(3000).toString('hex')) })), 'file.broken'],
    ['its end missing', docx().subarray(0, 500), 'file.truncated'],
  ])('as an archive is refused with %s', async (_, bytes, code) => {
    expect(await inspectFile(bytes, 'docx')).toEqual({ ok: false, code });
  });

  it('tells the pages that it fills; too many are refused', async () => {
    const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    expect(await inspectFile(docx({ body: `${paragraph('а')}${page}${paragraph('б')}` }), 'docx')).toEqual({ ok: true, type: 'docx', pages: 2 });
    expect(await inspectFile(docx({ body: `${paragraph('а')}${page}`.repeat(400) }), 'docx')).toEqual({ ok: false, code: 'file.too_many_pages' });
  });

  it('is refused with a picture that has too many pixels', async () => {
    const huge = Buffer.from(await picture('png'));
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    expect(await inspectFile(docx({ more: { 'word/media/image1.png': huge } }), 'docx')).toEqual({ ok: false, code: 'file.too_many_pixels' });
  });
});
