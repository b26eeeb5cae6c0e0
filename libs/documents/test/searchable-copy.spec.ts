/**
 * @jest-environment ./libs/documents/test/onnx-environment.mjs
 */
import { readFile } from 'node:fs/promises';
import { degrees, PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { installedTesseract, plainText, readWholePaper, searchableCopy, TesseractReader, type Box, type FileType, type TextPage } from '../src/index.js';
import { openPages } from '../src/pages/source.js';

const scan = (id: string): Promise<Buffer> => readFile(new URL(`../../../data/scans/${id}.pdf`, import.meta.url));

interface Layer {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly boxOf: (word: string) => Box | undefined;
}

/** What pdfium finds on a page of the copy, boxes as a viewer shows them. */
async function layerOf(pdf: Uint8Array, page = 1): Promise<Layer> {
  const source = await openPages(pdf, 'pdf');
  try {
    const { characters, picture } = await source.draw(page, { longSide: 600 });
    const text = characters.map((character) => character.text).join('');
    const boxOf = (word: string): Box | undefined => {
      const at = text.indexOf(word);
      const boxes = at < 0 ? [] : characters.slice(at, at + word.length).map(({ box }) => box);
      const side = (index: 0 | 1 | 2 | 3, choose: (...values: number[]) => number): number => choose(...boxes.map((box) => box[index]));
      return boxes.length === 0 ? undefined : [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
    };
    return { text, width: picture.width, height: picture.height, boxOf };
  } finally {
    source.close();
  }
}

const middle = (box: Box): [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

async function copyOf(bytes: Uint8Array, type: FileType, reader: TesseractReader): Promise<{ pages: TextPage[]; copy: Uint8Array }> {
  const pages = await readWholePaper([{ bytes, type }], reader);
  return { pages, copy: await searchableCopy([{ bytes, type }], pages) };
}

async function pdfOf(jpeg: Buffer, turned = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const picture = await document.embedJpg(jpeg);
  const page = document.addPage([picture.width * 0.24, picture.height * 0.24]);
  page.drawImage(picture, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  page.setRotation(degrees(turned));
  return document.save();
}

describe('a searchable copy', () => {
  const reader = new TesseractReader(installedTesseract(process.env));
  let upright: Buffer;
  let pages: TextPage[];
  let copy: Uint8Array;
  beforeAll(async () => {
    const bytes = await scan('t14');
    ({ pages, copy } = await copyOf(bytes, 'pdf', reader));
    const source = await openPages(bytes, 'pdf');
    const { picture } = await source.draw(1, { longSide: 2400 });
    source.close();
    upright = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } }).jpeg({ quality: 90 }).toBuffer();
  }, 240_000);
  afterAll(() => reader.close());

  const kazakh = (): { text: string; box: Box }[] =>
    pages[0]!.lines.flat().filter(({ text, confidence }) => /^\p{L}{6,}$/u.test(text) && /[әғқңөұүһі]/iu.test(text) && confidence > 80);

  it('has every page, its lines and Kazakh words', () => {
    expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1));
    expect(plainText(pages[0]!)).toMatch(/Нұрланов/u);
    expect(kazakh().length).toBeGreaterThan(10);
  });

  it('lets Kazakh words be found where they stand', async () => {
    const layer = await layerOf(copy);
    for (const { text, box } of kazakh()) {
      const found = layer.boxOf(text);
      expect({ text, found: found !== undefined }).toEqual({ text, found: true });
      if (layer.text.split(text).length === 2) {
        found!.forEach((side, index) => expect(Math.abs(side - box[index]!)).toBeLessThan(0.003));
      }
    }
  });

  it('looks like the original', async () => {
    const pictures = await Promise.all([await scan('t14'), copy].map(async (bytes) => {
      const source = await openPages(bytes, 'pdf');
      const { picture } = await source.draw(1, { longSide: 900 });
      source.close();
      return Buffer.from(picture.data);
    }));
    expect(pictures[0]!.equals(pictures[1]!)).toBe(true);
  });

  it.each([
    ['turned in the file', async () => pdfOf(upright, 90), ([x, y]: [number, number]) => [1 - y, x]],
    ['turned the other way in the file', async () => pdfOf(upright, 270), ([x, y]: [number, number]) => [y, 1 - x]],
    ['scanned upside down', async () => pdfOf(await sharp(upright).rotate(180).toBuffer()), ([x, y]: [number, number]) => [1 - x, 1 - y]],
    ['scanned sideways', async () => pdfOf(await sharp(upright).rotate(90).toBuffer()), ([x, y]: [number, number]) => [1 - y, x]],
  ] as const)('has its words in place on a page %s', async (_name, make, moved) => {
    const layer = await layerOf((await copyOf(await make(), 'pdf', reader)).copy);
    const words = kazakh().filter(({ text }) => layer.text.split(text).length === 2);
    expect(words.length).toBeGreaterThan(8);
    for (const { text, box } of words) {
      const [x, y] = middle(layer.boxOf(text)!);
      const [wantedX, wantedY] = moved(middle(box)) as [number, number];
      expect(Math.abs(x - wantedX)).toBeLessThan(0.01);
      expect(Math.abs(y - wantedY)).toBeLessThan(0.01);
    }
  }, 180_000);

  it('follows the lines of a page scanned askew', async () => {
    const { width, height } = await sharp(upright).metadata();
    const angle = 2.5;
    const askew = await sharp(upright).rotate(angle, { background: '#fff' }).jpeg().toBuffer({ resolveWithObject: true });
    const layer = await layerOf((await copyOf(askew.data, 'jpeg', reader)).copy);
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const words = kazakh().filter(({ text }) => layer.text.split(text).length === 2);
    expect(words.length).toBeGreaterThan(8);
    for (const { text, box } of words) {
      const [x, y] = middle(box);
      const [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height];
      const [foundX, foundY] = middle(layer.boxOf(text)!);
      expect(Math.abs(foundX - (0.5 + (dx * cos - dy * sin) / askew.info.width))).toBeLessThan(0.012);
      expect(Math.abs(foundY - (0.5 + (dx * sin + dy * cos) / askew.info.height))).toBeLessThan(0.012);
    }
  }, 180_000);

  it('puts the words into the part that is shown of a page that was cut', async () => {
    const document = await PDFDocument.load(await pdfOf(upright));
    const page = document.getPage(0);
    page.setMediaBox(-30, -20, page.getWidth() + 60, page.getHeight() + 40);
    page.setCropBox(0, 0, page.getWidth() - 60, page.getHeight() - 40);
    const layer = await layerOf((await copyOf(await document.save(), 'pdf', reader)).copy);
    const words = kazakh().filter(({ text }) => layer.text.split(text).length === 2);
    expect(words.length).toBeGreaterThan(8);
    for (const { text, box } of words) {
      const [found, wanted] = [middle(layer.boxOf(text)!), middle(box)];
      expect(Math.hypot(found[0] - wanted[0], found[1] - wanted[1])).toBeLessThan(0.01);
    }
  }, 180_000);

  it('adds nothing to a page with good text of its own, unless that page became a picture', async () => {
    const empty: TextPage = { page: 1, width: 100, height: 100, rotation: 0, blank: false, digital: true, lines: pages[0]!.lines };
    const again = await searchableCopy([{ bytes: await pdfOf(upright), type: 'pdf' }], [empty]);
    expect((await layerOf(again)).text).toBe('');
    const picture = await searchableCopy([{ bytes: upright, type: 'jpeg' }], [empty]);
    expect((await layerOf(picture)).text).toContain('Нұрланов');
  });

  it('is made of pictures of the pages when the file cannot be taken over as it is', async () => {
    const another: TextPage = { page: 2, width: 1, height: 1, rotation: 0, blank: true, digital: false, lines: [] };
    const pictures = await searchableCopy([{ bytes: await pdfOf(upright), type: 'pdf' }], [pages[0]!, another]);
    expect((await layerOf(pictures)).text).toContain('Нұрланов');
    await expect(searchableCopy([{ bytes: Buffer.from('not a PDF'), type: 'pdf' }], [])).rejects.toThrow();
  }, 60_000);

  it('carries no electronic signature of the original on', async () => {
    const signed = await PDFDocument.load(await pdfOf(upright));
    const value = signed.context.register(signed.context.obj({ Type: 'Sig' }));
    const field = signed.context.register(signed.context.obj({ FT: 'Sig', V: value }));
    signed.catalog.set(PDFName.of('AcroForm'), signed.context.obj({ Fields: [field], SigFlags: 3 }));
    const loaded = await PDFDocument.load(await searchableCopy([{ bytes: await signed.save(), type: 'pdf' }], [pages[0]!]));
    const values = loaded.context.enumerateIndirectObjects().map(([, object]) => String(object)).filter((text) => text.includes('/FT /Sig'));
    expect(values).toHaveLength(1);
    expect(values[0]).not.toContain('/V');
  });
});
