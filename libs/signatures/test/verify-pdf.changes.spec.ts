import { judgedPdf } from './fixtures/judging.js';
import { drawing, Paper } from './fixtures/paper.js';
import { cmsOf, made, signedPaper } from './fixtures/signing.js';

describe('a change to a signed PDF', () => {
  it('changing the page by an update is told, with the page', async () => {
    const paper = signedPaper();
    const found = await judgedPdf(paper.update({ 3: paper.page(' /Rotate 180') }));
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
    expect(await judgedPdf(change(signedPaper()))).toMatchObject({ validity: 'invalid', reason: 'changed_later' });
  });

  it('an object that was referred to and missing when it was signed may not appear', async () => {
    const paper = new Paper('Order', {
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 50 0 R] >>',
    });
    paper.page = () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 50 0 R] >>';
    paper.sign({ sign: cmsOf(made.head) });
    expect(await judgedPdf(paper.bytes)).toMatchObject({ validity: 'valid' });
    expect(await judgedPdf(paper.update({ 50: drawing('not what was signed') }))).toMatchObject({
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
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'invalid', reason: 'changed_later' });
  });

  it('objects may not be hidden by a smaller size of the table', async () => {
    const paper = signedPaper();
    const bytes = paper.update({ 6: '<< /Producer (x) >>' }).toString('latin1');
    const at = bytes.lastIndexOf('/Size ');
    const smaller = `${bytes.slice(0, at)}${bytes.slice(at).replace(/\/Size \d+/u, (found) => '/Size 5'.padEnd(found.length))}`;
    expect(await judgedPdf(Buffer.from(smaller, 'latin1'))).toMatchObject({
      validity: 'undetermined',
      reason: 'pdf_unreadable',
    });
  });

  it('nothing may stand before the header', async () => {
    const bytes = Buffer.concat([Buffer.from('\n'), signedPaper().bytes]);
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable' });
  });

  it('bytes appended without any order are not understood', async () => {
    const bytes = Buffer.concat([signedPaper().bytes, Buffer.from('4 0 obj\n(new)\nendobj\n')]);
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'undetermined', reason: 'pdf_unreadable', signer: null });
  });

  it('changing a signed byte is told', async () => {
    const bytes = Buffer.from(signedPaper().bytes);
    bytes.write('Order 74', bytes.indexOf('Order 14'));
    expect(await judgedPdf(bytes)).toMatchObject({ validity: 'invalid', reason: 'content_changed' });
  });
});
