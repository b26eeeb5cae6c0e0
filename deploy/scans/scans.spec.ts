import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { captureStyles } from './capture/capture.mjs';
import { composePaper, sheetsInFile, writtenPaper } from './compose.mjs';
import { DEFECTS, GOOD } from './defects.mjs';
import { measured } from './measures.mjs';
import { paperCanvas } from './page/sheet.mjs';
import { randomOf } from './random.mjs';
import { composeTextPage } from './text-page.mjs';
import { bodyOf } from './texts/bodies.mjs';
import { personOf } from './texts/people.mjs';
import { truthOf } from './truth.mjs';
import { registerTypefaces, TYPEFACES } from './typefaces.mjs';

type Family = 'tune' | 'report';
const FAMILIES: readonly Family[] = ['tune', 'report'];
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The truth of a paper of this sort as it is before a scanner or a camera gets it. */
function truthBeforeCapture(family: Family, defect: string | null, variant: string) {
  const random = randomOf(`${family} ${defect} ${variant}`);
  const paper = writtenPaper(family, random, { defect, variant });
  const { canvas, context } = paperCanvas();
  for (const sheet of paper.flow.sheets) {
    sheet.drawPrint(context);
    sheet.drawInk(context);
  }
  const shares = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): [number, number, number, number] => [x0 / canvas.width, y0 / canvas.height, x1 / canvas.width, y1 / canvas.height];
  const rotation = defect === 'rotated_page' ? Number(variant) : 0;
  return truthOf('x', paper, sheetsInFile(paper).map((sheet) => ({ sheet, rotation, shares })));
}

/** The picture of the first page of a PDF that holds one picture per page. */
async function firstPicture(pdf: Buffer) {
  const start = pdf.indexOf('stream\n', pdf.indexOf('/DCTDecode')) + 7;
  return sharp(pdf.subarray(start, pdf.indexOf('\nendstream', start))).greyscale().raw().toBuffer({ resolveWithObject: true });
}

beforeAll(() => registerTypefaces());

describe('papers', () => {
  it.each([['other_signatory', 'tune'], ['pasted_facsimile', 'report']] as const)('are the same for the same seed: %s, %s', async (code, family) => {
    const make = async () => {
      const { pdf, input, truth } = await composePaper('a', { seed: 5, family, defects: 1, only: [code] });
      return [hash(pdf), input, truth];
    };
    expect(await make()).toEqual(await make());
  });

  const sorts = Object.entries(DEFECTS).flatMap(([code, { variants, verdict }]) => variants.map(([variant], i) => [code, variant, verdict, FAMILIES[(i + code.length) % 2] ?? 'tune'] as const));
  it.each(sorts)('can have the defect %s, %s', (code, variant, verdict, family) => {
    const truth = truthBeforeCapture(family, code, variant);
    const unsigned = [truth.approval, ...truth.signatures].filter((block) => block?.signed === false);
    expect(truth).toMatchObject({ defects: [code], verdict, variant });
    expect(unsigned.length > 0).toBe(['unsigned', 'agreement_incomplete', 'electronic_incomplete'].includes(code));
  });

  it.each(GOOD.map(([variant], i) => [variant, FAMILIES[i % 2] ?? 'tune'] as const))('can be good: %s', (variant, family) => {
    const truth = truthBeforeCapture(family, null, variant);
    const copy = truth.electronic.marginStamp && truth.electronic.qr;
    expect(truth).toMatchObject({ defects: [], findings: [], verdict: 'passed' });
    expect([truth.approval, ...truth.signatures].filter((block) => block !== null).every(({ signed }) => signed !== copy)).toBe(true);
  });

  it.each([
    ['across', [[210, 297], [297, 210]]],
    ['A3', [[210, 297], [420, 297]]],
    ['mixed', [[210, 297], [297, 210], [210, 297], [420, 297]]],
    ['drawing', [[210, 297], [420, 297]]],
  ])('can have pages of other sizes, the same for the same seed: %s', async (sheets, sizes) => {
    const settings = { seed: 3, family: 'report', defects: 1, only: ['pasted_facsimile'], sheets: [sheets] } as const;
    const { pdf, truth } = await composePaper('s', settings);
    const pages = (await PDFDocument.load(pdf)).getPages().map((page) => [page.getWidth(), page.getHeight()].map((points) => Math.round((points * 25.4) / 72)));
    expect(pages.filter((size, at) => String(size) !== String(pages[at - 1]))).toEqual(sizes);
    // Those who signed a drawing are marks on its page and no block of the paper.
    expect(truth.marks.filter(({ page }) => page === pages.length)).toHaveLength(sheets === 'drawing' ? 5 : 0);
    expect(hash((await composePaper('s', settings)).pdf)).toBe(hash(pdf));
  });

  it('have their ink where the truth says', async () => {
    const settings = { seed: 8, family: 'tune', defects: 1, only: ['slash_signature'] } as const;
    const easy = captureStyles('tune').filter(({ name }) => name.startsWith('flatbed')).map(({ name }) => name);
    const id = Array.from({ length: 50 }, (_, i) => `b${i}`).find((one) => {
      const { story, flow } = writtenPaper('tune', randomOf(`8/tune/${one}`), { defect: 'slash_signature', variant: 'za' });
      return easy.includes(story.style ?? '') && flow.sheets.length === 1;
    });
    const { pdf, truth } = await composePaper(id ?? '', settings);
    const { data, info } = await firstPicture(pdf);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (truth.approval ?? truth.signatures[0])?.inkBox ?? [];
    const inside = [];
    for (let y = Math.round(y0 * info.height); y < y1 * info.height; y += 1) inside.push(...data.subarray(y * info.width + Math.round(x0 * info.width), y * info.width + Math.round(x1 * info.width)));
    const paper = inside.toSorted((a, b) => a - b)[Math.round(inside.length * 0.8)] ?? 0;
    expect(inside.filter((value) => value < paper - 40).length).toBeGreaterThan(inside.length * 0.01);
  });

  it('share nothing between the families', () => {
    const both = FAMILIES.map((family) => {
      const random = randomOf(1);
      const people = Array.from({ length: 400 }, () => personOf(family, random).ru.replace(/а$/, ''));
      const bodies = Array.from({ length: 400 }, () => bodyOf(family, random).name.kk);
      return new Set([...TYPEFACES[family].map(({ name }) => name), ...captureStyles(family).map(({ name }) => name), ...people, ...bodies]);
    });
    expect([...(both[0] ?? [])].filter((name) => both[1]?.has(name))).toEqual([]);
    expect(Object.values(TYPEFACES).flat().length).toBeGreaterThanOrEqual(12);
  });

  it('can be plain pages with every letter known', async () => {
    const { truth } = await composeTextPage('c', { seed: 1, family: 'report' }, 'kk');
    expect(truth.text.split('\n')).toHaveLength(truth.lines.length);
    expect(truth.text).toMatch(/[әғқңөұүі]/);
  });
});

describe('measures', () => {
  it('are full for a perfect reading and count what passes wrongly', () => {
    const truths = [truthBeforeCapture('tune', 'unsigned', 'plain'), { ...truthBeforeCapture('tune', null, 'stamp'), id: 'y' }] as never[];
    const of = (predictions: never[]) => new Map(measured(truths, predictions).lines.map(({ name, hit, all }) => [name, `${hit}/${all}`]));
    expect(of(truths).get('verdict right')).toBe('2/2');
    expect(of(truths).get('unsigned, passed')).toBe('0/1');
    expect(of(truths.map((truth) => ({ ...(truth as object), verdict: 'passed' }) as never)).get('unsigned, passed')).toBe('1/1');
  });
});
