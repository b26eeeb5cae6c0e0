import { PDFDocument } from 'pdf-lib';
import { trustStore } from '@aigaq/signatures';
import { docx, pdf, picture } from '../../test/made-files.js';
import { nul, oid, seq } from '../../../signatures/test/fixtures/der.js';
import { Paper } from '../../../signatures/test/fixtures/paper.js';
import { made, signed } from '../../../signatures/test/fixtures/signing.js';
import { checkPaper } from '../check-document.js';
import { searchableCopy } from '../copy/searchable-copy.js';
import type { DocumentCheck, Expectation, PaperFile } from '../document.js';
import { inspectFile } from '../inspect/inspect-file.js';
import { renderPages } from '../pages/preview.js';
import { PageReader } from '../words/page-reader.js';
import { electronicSignaturesOf, type ElectronicTrust } from './electronic-signatures.js';

class NoReader extends PageReader {
  readonly read = (): Promise<never[]> => Promise.resolve([]);
  readonly close = (): Promise<void> => Promise.resolve();
}

const electronic: ElectronicTrust = {
  trust: trustStore({ signing: [made.root.der], timeStamps: [made.stampRoot.der], intermediates: [made.issuing.der] }),
  now: new Date('2025-06-03T00:00:00Z'),
};
const expectation: Expectation = {
  ...{ kinds: [], approval: 'none', stamp: 'optional' },
  signatories: [{ name: 'Н.Б. Сейтқалиев', position: 'Аким района', role: 'head' }],
};
const around = (content: Uint8Array): Buffer => Buffer.from(signed({ content, isAttached: true }));
const cms = (bytes: Uint8Array): PaperFile => ({ bytes, type: 'cms' });
const paper = (bytes: Uint8Array): PaperFile => ({ bytes, type: 'pdf' });
const pem = (bytes: Uint8Array): Buffer => Buffer.from(`-----BEGIN CMS-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/gu, '$&\n')}\n-----END CMS-----\n`);
const check = (...files: PaperFile[]): Promise<DocumentCheck> => checkPaper(files, expectation, new NoReader(), { electronic });
const codes = ({ findings }: DocumentCheck): string[] =>
  findings.filter(({ code }) => /electronic|office/u.test(code)).map(({ code, outcome, data }) => `${code}.${outcome} ${data['reason'] ?? ''}`.trim());

const order = Buffer.from(new Paper('Order 14').bytes);

describe('a signature around its document, in quarantine', () => {
  it.each(['application/cms', 'application/pkcs7-signature', 'p7s', 'sig'])('is let through as %s with the pages of the document', async (declared) => {
    expect(await inspectFile(around(order), declared)).toEqual({ ok: true, type: 'cms', pages: 1 });
    expect(await inspectFile(pem(around(order)), declared)).toEqual({ ok: true, type: 'cms', pages: 1 });
  });

  it('may hold a picture or a text document', async () => {
    expect(await inspectFile(around(await picture('jpeg')), 'cms')).toEqual({ ok: true, type: 'cms', pages: 1 });
    expect(await inspectFile(around(docx()), 'cms')).toEqual({ ok: true, type: 'cms', pages: 1 });
  });

  it.each([
    ['a program', () => around(Buffer.from('MZ\u0090\0 not a document')), 'file.wrong_type'],
    ['a script', () => around(Buffer.from('#!/bin/sh\nexit')), 'file.wrong_type'],
    ['macros', () => around(docx({ more: { 'word/vbaProject.bin': Buffer.from('a') } })), 'file.macros'],
    ['a document behind a password', () => around(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')])), 'file.encrypted'],
    ['a PDF that is broken', () => around(Buffer.from('%PDF-1.7\nnothing follows')), 'file.broken'],
    ['a PDF and an archive at once', () => around(Buffer.concat([order, docx()])), 'file.polyglot'],
    ['another signature', () => around(around(order)), 'file.signature_nested'],
    ['another signature in PEM', () => around(pem(around(order))), 'file.signature_nested'],
    ['nothing', () => around(Buffer.alloc(0)), 'file.empty'],
    ['a document that is cut off', () => around(order).subarray(0, 600), 'file.truncated'],
    ['no signature', () => Buffer.from(seq(oid('1.2.840.113549.1.7.1'), seq(nul(), Buffer.alloc(200)))), 'file.signature_broken'],
    ['an archive behind it', () => Buffer.concat([around(order), docx()]), 'file.signature_broken'],
  ])('is refused with %s', async (_, make, code) => expect(await inspectFile(make(), 'application/cms')).toEqual({ ok: false, code }));

  it('is not taken for a PDF, nor a PDF for a signature', async () => {
    expect(await inspectFile(around(order), 'application/pdf')).toEqual({ ok: false, code: 'file.wrong_type' });
    expect(await inspectFile(order, 'application/cms')).toEqual({ ok: false, code: 'file.wrong_type' });
  });

  it('holds scripts as little as a PDF that comes alone', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.addJavaScript('main', 'app.alert(1)');
    const bytes = await document.save();
    expect(await inspectFile(bytes, 'pdf')).toEqual({ ok: false, code: 'file.active_content' });
    expect(await inspectFile(around(bytes), 'cms')).toEqual({ ok: false, code: 'file.active_content' });
  });

  it('beside its document has no pages', async () => {
    expect(await inspectFile(signed({ content: order }), 'p7s')).toEqual({ ok: true, type: 'cms', pages: 0 });
    await expect(check(cms(signed({ content: order })))).rejects.toThrow('no document');
  });
});

describe('a signature around or beside its document', () => {
  it('is verified, and the document inside is read', async () => {
    const found = await check(cms(around(order)));
    expect(found.pages).toHaveLength(1);
    expect(codes(found)).toEqual(['electronic_signature.passed valid_at_time_stamp']);
  });

  it.each([
    ['around it', () => [cms(around(order))]],
    ['around it in PEM', () => [cms(pem(around(order)))]],
    ['beside it', () => [paper(order), cms(signed({ content: order }))]],
  ])('holds %s', async (_, files) => {
    expect(await electronicSignaturesOf(files(), electronic)).toMatchObject([{ validity: 'valid', laterBytes: 0, signer: { bin: '960340000123', kind: 'head', iinEnd: '0123' } }]);
  });

  it('never holds for other bytes: what was changed inside, and what lies beside', async () => {
    const other = Buffer.from(new Paper('Order 15').bytes);
    const changed = around(order);
    changed[changed.indexOf('Order 14') + 7]! ^= 1;
    for (const files of [[cms(changed)], [paper(other), cms(signed({ content: order }))]]) {
      expect(await electronicSignaturesOf(files, electronic)).toMatchObject([{ validity: 'invalid', reason: 'content_changed', laterBytes: null }]);
    }
    expect(await check(paper(other), cms(signed({ content: order })))).toMatchObject({ verdict: 'failed' });
  });

  it('of GOST is neither valid nor forged', async () => {
    const gost = signed({ content: order, algorithm: seq(oid('1.2.398.3.10.1.1.2.3.1')), digest: seq(oid('1.2.398.3.10.1.3.1.1')) });
    expect(await electronicSignaturesOf([paper(order), cms(gost)], electronic)).toMatchObject([{ validity: 'undetermined', reason: 'algorithm_unsupported' }]);
  });

  it('is each person\'s own when several signed', async () => {
    const found = await electronicSignaturesOf([paper(order), cms(signed({ content: order })), cms(signed({ content: order, signer: made.employee }))], electronic);
    expect(found.map(({ validity, signer }) => [validity, signer?.name])).toEqual([
      ['valid', 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ'],
      ['valid', 'ПЕТРОВ ИВАН СЕРГЕЕВИЧ'],
    ]);
  });

  it('that cannot be read is told as a false one', async () => {
    const broken = Buffer.from(signed({ content: order }));
    // The issuer within the certificate is no name any more; the outline stands.
    broken.fill(0x1f, broken.indexOf(Buffer.from(made.head.issuer)) + 2, broken.indexOf(Buffer.from(made.head.issuer)) + 12);
    const [found] = await electronicSignaturesOf([paper(order), cms(broken)], electronic);
    expect(found?.validity).not.toBe('valid');
  });

  it('of a text document leaves the last word to a person, and fails it when false', async () => {
    const found = await check(cms(around(docx())));
    expect(found).toMatchObject({ verdict: 'person', pages: [{}] });
    expect(codes(found)).toEqual(['office_signed.person', 'electronic_signature.passed valid_at_time_stamp']);
    expect(await check({ bytes: docx(), type: 'docx' }, cms(signed({ content: order })))).toMatchObject({ verdict: 'failed' });
  });

  it('gives pictures and a searchable copy of the document', async () => {
    const previews = await renderPages([cms(around(order))], { longSide: 200 });
    expect(previews.map(({ page }) => page)).toEqual([1]);
    const copy = await searchableCopy([cms(around(order))], []);
    expect(Buffer.from(copy).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

describe('several files as one paper', () => {
  it('have their signatures and pages in order', async () => {
    const whole = new Paper('Order 14');
    whole.sign({ sign: (bytes) => signed({ content: bytes }) });
    const changed = Buffer.from(whole.update({ 3: whole.page(' /Rotate 90') }));
    const files: PaperFile[] = [{ bytes: await pdf([[595, 842], [595, 842]]), type: 'pdf' }, paper(changed)];
    expect(await electronicSignaturesOf(files, electronic)).toMatchObject([{ reason: 'changed_later', changedPages: [3] }]);
    const previews = await renderPages([{ bytes: await picture('jpeg'), type: 'jpeg' }, ...files], { longSide: 400 });
    expect(previews.map(({ page, width, height }) => [page, width, height])).toEqual([[1, 300, 400], [2, 283, 400], [3, 283, 400], [4, 400, 283]]);
  });
});
