import { firstBytesOf } from '../inspect/file-type.js';
import { officeTypeOf } from '../inspect/office-structure.js';
import { ZipArchive } from '../inspect/zip-archive.js';
import { sheetLines } from './sheet-text.js';
import { attributeOf, walkXml } from './xml.js';

/** Of a text document or table: its lines (cells of a table as cells, null begins a new page) and the pictures in it. */
export interface OfficeContent {
  readonly lines: readonly (readonly string[] | null)[];
  readonly pictures: readonly { readonly type: 'jpeg' | 'png' | 'tiff'; readonly bytes: Uint8Array }[];
}

/** Reads what an office document says, without its looks. Throws when it is none: run `inspectFile` before. */
export function readOffice(bytes: Uint8Array): OfficeContent {
  const archive = new ZipArchive(bytes);
  const type = officeTypeOf(archive);
  if (type !== 'docx' && type !== 'xlsx') throw new Error('not a text document or table');
  const lines = type === 'xlsx' ? sheetLines(archive) : documentLines(archive);
  return { lines, pictures: picturesIn(archive) };
}

/** Letterheads stand in the header: it comes first, once. */
function documentLines(archive: ZipArchive): (readonly string[] | null)[] {
  const headers = archive.names.filter((name) => /^word\/header\d*\.xml$/.test(name)).sort();
  const parts = [...headers, 'word/document.xml'].map((name) => linesOfPart(archive.readText(name)));
  const known = new Set<string>();
  return parts.flatMap((lines) => {
    const key = JSON.stringify(lines);
    return known.has(key) ? [] : (known.add(key), lines);
  });
}

/** Paragraphs become lines; those of a table row one line with its cells. */
function linesOfPart(xml: string): (readonly string[] | null)[] {
  const walk = new DocumentWalk();
  for (const piece of walkXml(xml)) {
    if (piece.type === 'open') walk.open(piece.name, piece.attributes, piece.isEmpty);
    else if (piece.type === 'close') walk.close(piece.name);
    else walk.text(piece.text);
  }
  return walk.lines;
}

/** Elements that stand for a sign. */
const signs: Readonly<Record<string, string>> = { tab: '    ', noBreakHyphen: '-' };

class DocumentWalk {
  readonly lines: (readonly string[] | null)[] = [];
  private paragraph = '';
  private row: string[] | null = null;
  private cell: string[] = [];
  private tables = 0;
  private isText = false;

  open(name: string, attributes: string, isEmpty: boolean): void {
    if (name === 't') this.isText = !isEmpty;
    else if (name === 'br' || name === 'cr') this.breakLine(attributeOf(attributes, 'type') === 'page');
    else if (signs[name] !== undefined) this.paragraph += signs[name];
    else this.openTable(name);
  }

  private openTable(name: string): void {
    if (name === 'tbl') this.tables += 1;
    else if (name === 'tr' && this.tables === 1) this.row = [];
    else if (name === 'tc' && this.tables === 1) this.cell = [];
  }

  close(name: string): void {
    if (name === 't') this.isText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tbl') this.tables -= 1;
    else if (name === 'tc' && this.tables === 1) this.row?.push(this.cell.join(' '));
    else if (name === 'tr' && this.tables === 1) this.endRow();
  }

  text(text: string): void {
    if (this.isText) this.paragraph += text;
  }

  private breakLine(isPage: boolean): void {
    this.endParagraph();
    if (isPage && this.tables === 0) this.lines.push(null);
  }

  private endParagraph(): void {
    const text = this.paragraph.trim();
    this.paragraph = '';
    if (this.tables > 0) {
      if (text !== '') this.cell.push(text);
    } else this.lines.push(text.split(/\s{4,}/u));
  }

  private endRow(): void {
    if (this.row !== null) this.lines.push(this.row);
    this.row = null;
  }
}

/** Pictures in the formats that are read; a scan put into a text document is one. Icons and drawings are no pages. */
function picturesIn(archive: ZipArchive): OfficeContent['pictures'] {
  const names = archive.names.filter((name) => /^(word|xl)\/media\/[^/]+$/.test(name));
  const inOrder = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return inOrder.flatMap((name) => {
    const bytes = archive.read(name)!;
    const type = firstBytesOf(bytes);
    return type === 'png' || type === 'jpeg' || type === 'tiff' ? [{ type, bytes }] : [];
  });
}
