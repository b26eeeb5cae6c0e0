import type { ZipArchive } from '../inspect/zip-archive.js';
import { attributeOf, elementsOf, type XmlElement } from './xml.js';

/** Number formats of the standard that are days. */
const dayFormats = new Set([14, 15, 16, 17, 22]);
const dayMs = 86_400_000;
/** Day 0 of tables: two days before 1900, one of them the 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30);
const mostRows = 20_000;

/** Rows of all sheets as lines; each sheet begins a new page. */
export function sheetLines(archive: ZipArchive): (readonly string[] | null)[] {
  const strings = sharedStrings(archive.readText('xl/sharedStrings.xml'));
  const days = dayStyles(archive.readText('xl/styles.xml'));
  const sheets = archive.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const inOrder = sheets.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return inOrder.flatMap((name, index) => [...(index === 0 ? [] : [null]), ...rowsOf(archive.readText(name), strings, days)]).slice(0, mostRows);
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const { name, text } of elementsOf(xml)) {
    if (name === 'si') strings.push('');
    else if (name === 't' && strings.length > 0) strings[strings.length - 1] += text;
  }
  return strings;
}

/** Which cell styles show a day, by their place in the list of cell formats. */
function dayStyles(xml: string): Set<number> {
  const own = [...elementsOf(xml)].filter(({ name, attributes }) => name === 'numFmt' && isDay(attributeOf(attributes, 'formatCode') ?? ''));
  const formats = new Set([...dayFormats, ...own.map(formatOf)]);
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  const styles = [...elementsOf(cells)].filter(({ name }) => name === 'xf');
  return new Set(styles.flatMap((style, index) => (formats.has(formatOf(style)) ? [index] : [])));
}

function formatOf({ attributes }: XmlElement): number {
  return Number(attributeOf(attributes, 'numFmtId') ?? Number.NaN);
}

function isDay(format: string): boolean {
  return /[dyдг]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''));
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
}

function rowsOf(xml: string, strings: readonly string[], days: ReadonlySet<number>): string[][] {
  const rows: Cell[][] = [];
  for (const { name, attributes, text } of elementsOf(xml)) {
    const cell = rows.at(-1)?.at(-1);
    if (name === 'row') rows.push([]);
    else if (name === 'c') rows.at(-1)?.push(cellOf(attributes));
    else if ((name === 'v' || name === 't') && cell !== undefined) cell.value += text;
  }
  return rows.map((row) => row.map((cell) => shown(cell, strings, days)).filter((text) => text !== ''));
}

function cellOf(attributes: string): Cell {
  return { type: attributeOf(attributes, 't') ?? 'n', style: Number(attributeOf(attributes, 's') ?? -1), value: '' };
}

function shown({ type, style, value }: Cell, strings: readonly string[], days: ReadonlySet<number>): string {
  if (type === 's') return strings[Number(value)]?.trim() ?? '';
  const number = Number(value);
  if (type !== 'n' || !days.has(style) || value === '' || !(number > 0 && number < 200_000)) return value.trim();
  const [year, month, day] = new Date(dayZero + Math.floor(number) * dayMs).toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}
