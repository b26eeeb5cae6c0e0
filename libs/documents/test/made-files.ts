import { readFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const samplePhoto = (): Buffer => readFileSync(new URL('samples/page.heic', import.meta.url));
export const smallPhoto = (): Buffer => readFileSync(new URL('samples/small.heic', import.meta.url));

/** An order as an office program saves it. */
export const orderLines = [
  'ПРИКАЗ',
  '№ 17-П от 22 апреля 2024 года',
  'О мерах по противодействию коррупции в акимате и в подведомственных организациях',
  'В соответствии с Законом Республики Казахстан и на основании решения комиссии ПРИКАЗЫВАЮ:',
  '1. Утвердить план мероприятий на год и довести его до сведения всех работников под подпись.',
  '2. Контроль за исполнением настоящего приказа оставляю за собой.',
];

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export interface Parts {
  /** XML between the tags of the body. */
  readonly body?: string;
  /** `<Relationship …/>` of the main part. */
  readonly links?: string;
  readonly more?: Zippable;
  readonly contentType?: string;
}

export function docx({ body = orderLines.map(paragraph).join(''), links = '', more = {}, contentType }: Parts = {}): Buffer {
  const main = contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipped({
    '[Content_Types].xml': contentTypes('/word/document.xml', main),
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': text(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': relationships(links),
    ...more,
  });
}

/** Rows of cells: text, or a number with the style of a day. */
export function xlsx(rows: readonly (readonly (string | number)[])[] = [['ПЛАН', '№ 4'], [45404]], more: Zippable = {}): Buffer {
  const strings = rows.flat().filter((cell) => typeof cell === 'string');
  const cell = (value: string | number): string => typeof value === 'string' ? `<c t="s"><v>${strings.indexOf(value)}</v></c>` : `<c s="1"><v>${value}</v></c>`;
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zipped({
    '[Content_Types].xml': contentTypes('/xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': text('<workbook><sheets><sheet name="1" sheetId="1"/></sheets></workbook>'),
    'xl/sharedStrings.xml': text(`<sst>${strings.map((value) => `<si><t>${value}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': text('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': text(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  });
}

export function link(type: string, target: string, isExternal = true): string {
  return `<Relationship Id="rId9" Type="${office}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export function zipped(files: Zippable): Buffer {
  return Buffer.from(zipSync(files, { mtime: '2024-04-22T00:00:00Z' }));
}

function contentTypes(part: string, type: string): Uint8Array {
  return text(`<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`);
}

function relationships(links: string): Uint8Array {
  return text(`<?xml version="1.0"?><Relationships>${links}</Relationships>`);
}

/** Black letters on white, so that a page is not blank. */
export function picture(type: 'png' | 'jpeg' | 'tiff', width = 300, height = 400): Promise<Buffer> {
  const strokes = Array.from({ length: 12 }, (_, row) => `<rect x="10%" y="${8 * row + 4}%" width="${30 + 5 * (row % 7)}%" height="2%"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${strokes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().toFormat(type).toBuffer();
}

/** A TIFF of several pages, as a scanner with a feeder writes it: grey, not packed. Sizes in pixels. */
export function tiff(sizes: readonly (readonly [number, number])[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])];
  let at = 8;
  sizes.forEach(([width, height], index) => {
    const fields = tiffFields(width, height, at + 6 + 12 * 9);
    const next = Buffer.alloc(4);
    next.writeUInt32LE(index === sizes.length - 1 ? 0 : at + fields.length + 4 + width * height);
    const pixels = Buffer.alloc(width * height, 255);
    pixels.fill(0, 0, Math.floor((width * height) / 3) * (index % 2));
    parts.push(fields, next, pixels);
    at += fields.length + 4 + pixels.length;
  });
  return Buffer.concat(parts);
}

function tiffFields(width: number, height: number, data: number): Buffer {
  const fields = [[256, width], [257, height], [258, 8], [259, 1], [262, 1], [273, data], [277, 1], [278, height], [279, width * height]];
  const bytes = Buffer.alloc(2 + 12 * fields.length);
  bytes.writeUInt16LE(fields.length, 0);
  fields.forEach(([tag, value], index) => {
    const at = 2 + 12 * index;
    bytes.writeUInt16LE(tag!, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value!, at + 8);
  });
  return bytes;
}

/** A PDF whose pages have these sizes, in what it calls points. */
export async function pdf(sizes: readonly (readonly [number, number])[] = [[595, 842]]): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const size of sizes) document.addPage([...size]).drawRectangle({ x: 60, y: 60, width: size[0] / 3, height: 20 });
  return Buffer.from(await document.save());
}
