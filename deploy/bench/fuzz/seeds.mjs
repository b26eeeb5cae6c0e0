// The files that are damaged: papers of data/scans and small ones of every other kind.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

const ROOT = join(import.meta.dirname, '../../..');
const LINES = ['ПРИКАЗ', '№ 17-П от 22 апреля 2024 года', 'О мерах по противодействию коррупции и о плане работы на год'];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** @typedef {{ type: string, bytes: Buffer }} Seed */

/** @returns {Promise<Seed[]>} */
export async function seeds() {
  const scans = join(ROOT, 'data/scans');
  const samples = join(ROOT, 'libs/documents/test/samples');
  const papers = readdirSync(scans).filter((name) => name.endsWith('.pdf')).sort().map((name) => pdfOf(join(scans, name)));
  const photos = ['page.heic', 'small.heic'].map((name) => ({ type: 'heic', bytes: readFileSync(join(samples, name)) }));
  return [...papers, ...photos, await smallPdf(), ...(await pictures()), ...(await officeFiles())];
}

/** @param {string} file */
function pdfOf(file) {
  return { type: 'pdf', bytes: readFileSync(file) };
}

/** Text, a picture and object streams in few bytes: damage hits the structure more often than in a scan. */
async function smallPdf() {
  const document = await PDFDocument.create({ updateMetadata: false });
  const picture = await document.embedJpg(await drawn().jpeg().toBuffer());
  for (let page = 0; page < 3; page += 1) {
    const sheet = document.addPage([595, 842]);
    sheet.drawText(`page ${page + 1}`, { x: 60, y: 700 });
    sheet.drawImage(picture, { x: 60, y: 100, width: 200, height: 260 });
  }
  return { type: 'pdf', bytes: Buffer.from(await document.save()) };
}

function drawn() {
  const bars = Array.from({ length: 9 }, (_, row) => `<rect x="20" y="${20 + 25 * row}" width="${100 + 9 * row}" height="8"/>`).join('');
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="220" height="280"><rect width="100%" height="100%" fill="#fff"/>${bars}</svg>`)).removeAlpha();
}

/** @returns {Promise<Seed[]>} */
async function pictures() {
  const made = [
    ['jpeg', drawn().jpeg()],
    ['jpeg', drawn().jpeg({ progressive: true })],
    ['png', drawn().png()],
    ['png', drawn().png({ palette: true })],
    ['tiff', drawn().tiff({ compression: 'lzw' })],
    ['tiff', drawn().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 })],
    ['tiff', drawn().tiff({ compression: 'jpeg', tile: true, tileWidth: 64, tileHeight: 64 })],
    ['tiff', drawn().tiff({ compression: 'deflate', predictor: 'horizontal' })],
  ];
  return Promise.all(made.map(async ([type, picture]) => ({ type: String(type), bytes: await /** @type {import('sharp').Sharp} */ (picture).toBuffer() })));
}

/** @returns {Promise<Seed[]>} */
async function officeFiles() {
  const picture = await drawn().resize(800, 1000).png().toBuffer();
  const paragraphs = LINES.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const table = `<w:tbl><w:tr><w:tc>${paragraphs}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`;
  const text = {
    ...main('/word/document.xml', DOCX),
    'word/document.xml': xml(`<w:document><w:body>${paragraphs}${table}</w:body></w:document>`),
    'word/_rels/document.xml.rels': xml('<Relationships/>'),
  };
  const cells = LINES.map((_, index) => `<row><c t="s"><v>${index}</v></c><c s="1"><v>45404</v></c></row>`).join('');
  const sheet = {
    ...main('/xl/workbook.xml', XLSX),
    'xl/workbook.xml': xml('<workbook/>'),
    'xl/sharedStrings.xml': xml(`<sst>${LINES.map((line) => `<si><t>${line}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': xml('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': xml(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
  };
  return [
    { type: 'docx', bytes: archive(text) },
    // Not packed: damage goes through to the XML.
    { type: 'docx', bytes: archive(text, 0) },
    { type: 'docx', bytes: archive({ ...text, 'word/media/image1.png': picture }) },
    { type: 'xlsx', bytes: archive(sheet) },
    { type: 'xlsx', bytes: archive(sheet, 0) },
  ];
}

/** @param {string} part @param {string} type */
function main(part, type) {
  return { '[Content_Types].xml': xml(`<Types><Override PartName="${part}" ContentType="${type}"/></Types>`) };
}

/** @param {string} text */
function xml(text) {
  return Buffer.from(text);
}

/** @param {Record<string, Uint8Array>} files @param {0 | 6} [level] */
function archive(files, level = 6) {
  return Buffer.from(zipSync(files, { level, mtime: '2024-04-22T00:00:00Z' }));
}
