import { docx, link, orderLines, paragraph, pdf, picture, samplePhoto, tiff, xlsx } from '../../test/made-files.js';
import type { FileType } from '../document.js';
import { renderPages } from '../pages/preview.js';
import type { Raster } from '../pages/raster.js';
import { openPages, openPaper } from '../pages/source.js';
import { layerOf } from '../words/text-layer.js';
import { shortSidesMm } from './drawn-size.js';
import { readOffice } from './office-text.js';

function darkShare({ data }: Raster): number {
  return data.filter((value) => value < 100).length / data.length;
}

async function drawn(bytes: Uint8Array, type: FileType, page = 1): ReturnType<Awaited<ReturnType<typeof openPages>>['draw']> {
  const source = await openPages(bytes, type);
  try {
    return await source.draw(page);
  } finally {
    source.close();
  }
}

describe('pages of a paper', () => {
  it('come from a TIFF, each in its own form', async () => {
    const source = await openPages(tiff([[210, 297], [420, 297], [210, 297]]), 'tiff');
    expect(source.pages).toBe(3);
    const sizes = [];
    for (const page of [1, 2, 3]) {
      const { picture: { width, height, data }, shortSideMm } = await source.draw(page);
      expect(data.length).toBe(width * height * 3);
      sizes.push([width, height, shortSideMm]);
    }
    expect(sizes).toEqual([[1240, 1754, 210], [2480, 1754, 297], [1240, 1754, 210]]);
  });

  it('come from a photograph in HEIC', async () => {
    const { picture: { width, height, data } } = await drawn(samplePhoto(), 'heic');
    expect([width, height, data.length]).toEqual([1240, 1753, 1240 * 1753 * 3]);
    expect(data.filter((value) => value < 215).length / data.length).toBeGreaterThan(0.005);
  });

  it.each(['png', 'jpeg', 'tiff'] as const)('come from a %s', async (type) => {
    const { picture: page } = await drawn(await picture(type), type);
    expect([page.width, page.height]).toEqual([1240, 1653]);
    expect(darkShare(page)).toBeGreaterThan(0.05);
  });

  it('of other sheets in a PDF are drawn with as many pixels to the millimetre, whatever size the file claims', async () => {
    for (const scale of [1, 2]) {
      const source = await openPages(await pdf([[595 * scale, 842 * scale], [842 * scale, 1191 * scale], [842 * scale, 595 * scale]]), 'pdf');
      const pages = [await source.draw(1), await source.draw(2), await source.draw(3)];
      expect(pages.map(({ picture: { width, height }, shortSideMm }) => [width, height, shortSideMm])).toEqual([[1240, 1755, 210], [1754, 2481, 297], [1755, 1240, 210]]);
      source.close();
    }
  });

  it('can be several files one after the other', async () => {
    const paper = await openPaper([
      { bytes: await pdf([[595, 842], [595, 842]]), type: 'pdf' },
      { bytes: await picture('jpeg'), type: 'jpeg' },
      { bytes: tiff([[210, 297], [210, 297]]), type: 'tiff' },
    ]);
    expect(paper.pages).toBe(5);
    const heights = [];
    for (let page = 1; page <= 5; page += 1) heights.push((await paper.draw(page)).picture.height);
    expect(heights).toEqual([1755, 1755, 1653, 1754, 1754]);
    await expect(paper.draw(6)).rejects.toThrow('no page 6');
    paper.close();
  });

  it.each([
    [[[595, 842]], [210]],
    [[[1684, 2384]], [210]],
    [[[595, 842], [842, 1191], [1191, 842]], [210, 297, 297]],
    [[[842, 1191], [595, 842], [595, 842]], [297, 210, 210]],
    [[[595, 842], [420, 595]], [210, 148]],
    [[[595, 842], [595, 842], [420, 595]], [210, 210, 148]],
    [[[595, 842], [842, 595], [650, 900]], [210, 210, 210]],
  ])('of the sizes %j are %j mm wide', (sizes, wanted) => {
    expect(shortSidesMm(sizes.map(([width, height]) => ({ width: width!, height: height! })))).toEqual(wanted);
  });
});

describe('a text document', () => {
  it('is laid out on pages with its words in place', async () => {
    const page = await drawn(docx(), 'docx');
    const { words } = layerOf(page, page.picture.width, page.picture.height)!;
    expect(words.map(({ text }) => text).join(' ')).toBe(orderLines.join(' '));
    expect(words[0]?.box.map(Math.round)).toEqual([118, 118, 190, 142]);
    expect(darkShare(page.picture)).toBeGreaterThan(0.001);
  });

  it('keeps the cells of a table, the breaks of pages, the letterhead once; a link to click on stays text', () => {
    const row = (cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const header = new TextEncoder().encode(`<w:hdr>${paragraph('ӘКІМДІК &amp; Ко')}</w:hdr>`);
    const body = `<w:tbl>${row(['№', 'Мера'])}${row(['1', 'Обучение'])}</w:tbl><w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph('Аким')}`;
    const { lines } = readOffice(docx({ body, links: link('hyperlink', 'https://a.kz'), more: { 'word/header1.xml': header, 'word/header2.xml': header } }));
    expect(lines).toEqual([['ӘКІМДІК & Ко'], ['№', 'Мера'], ['1', 'Обучение'], [''], null, [''], ['Аким']]);
  });

  it('has its larger pictures as pages, and only those', async () => {
    const more = {
      'word/media/image1.png': await picture('png', 60, 60),
      'word/media/image2.jpeg': await picture('jpeg', 800, 1100),
      'word/media/image10.tiff': tiff([[700, 1000], [700, 1000]]),
      'word/media/image11.jpeg': (await picture('jpeg', 800, 1100)).subarray(0, 300),
    };
    const source = await openPages(docx({ more }), 'docx');
    expect(source.pages).toBe(4);
    expect((await source.draw(2)).picture.height).toBe(1705);
    const previews = await renderPages([{ bytes: docx({ more }), type: 'docx' }], { longSide: 400 });
    expect(previews.map(({ page, height }) => [page, height])).toEqual([[1, 400], [2, 400], [3, 400], [4, 400]]);
  });

  it('of many pages is cut where pages end', async () => {
    const source = await openPages(docx({ body: paragraph(orderLines[3]!).repeat(120) }), 'docx');
    expect(source.pages).toBe(5);
  });
});

describe('a table', () => {
  it('shows days as days', () => {
    const { lines } = readOffice(xlsx([['ПЛАН мероприятий', '№ 4'], [45404, 'Обучение']]));
    expect(lines).toEqual([['ПЛАН мероприятий', '№ 4'], ['22.04.2024', 'Обучение']]);
  });
});
