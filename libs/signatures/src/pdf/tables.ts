import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import { MalformedError } from '../asn1.js';
import { streamBytes } from './inflate.js';

/** Where an object stands: at a byte, or in a compressed stream of objects. */
export type Entry =
  | { readonly type: 'free' }
  | { readonly type: 'at'; readonly offset: number }
  | { readonly type: 'in'; readonly stream: number; readonly index: number };

export interface Tables {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PDFDict;
}

const mostEntries = 200_000;
const mostSections = 500;

/**
 * The tables of references of a file that ends at `bytes.length`, read from its last `startxref` as viewers read them,
 * newest first. Damaged tables, which viewers rebuild each in its own way, and hybrid ones are `MalformedError`.
 */
export function readTables(bytes: Uint8Array, context: PDFContext): Tables {
  // Viewers count from the header, wherever it stands.
  if (text(bytes, 0, 5) !== '%PDF-') throw new MalformedError('header');
  const sections = sectionsOf(bytes, context);
  const { trailer } = sections[0]!;
  const entries = new Map<number, Entry>();
  for (const [number, entry] of sections.flatMap((section) => section.entries)) {
    if (!entries.has(number)) entries.set(number, entry);
  }
  const size = sizeOf(trailer);
  if ([...entries].some(([number, { type }]) => type !== 'free' && number >= size)) throw new MalformedError('size');
  return { entries, trailer };
}

/** The newest first. */
function sectionsOf(bytes: Uint8Array, context: PDFContext): Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  let at: number | null = lastStart(bytes);
  while (at !== null) {
    if (seen.has(at) || at >= bytes.length || seen.size > mostSections)
      throw new MalformedError('circular or foreign table');
    seen.add(at);
    const section: Section = isTable(bytes, at) ? readTable(bytes, at, context) : readStream(bytes, at, context);
    sections.push(section);
    at = previousOf(section.trailer);
  }
  return sections;
}

interface Section {
  readonly entries: readonly (readonly [number, Entry])[];
  readonly trailer: PDFDict;
}

function lastStart(bytes: Uint8Array): number {
  const tail = text(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  const found = /startxref\s+(\d{1,10})\s+%%EOF\s*$/u.exec(tail);
  if (found === null) throw new MalformedError('no startxref at the end');
  return Number(found[1]);
}

function previousOf(trailer: PDFDict): number | null {
  const previous = trailer.get(PDFName.of('Prev'));
  if (previous === undefined) return null;
  if (!(previous instanceof PDFNumber)) throw new MalformedError('Prev');
  return previous.asNumber();
}

/** Objects from this number on do not exist for viewers. */
export function sizeOf(trailer: PDFDict): number {
  return numbersIn(trailer, 'Size')[0]!;
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString(
    'latin1',
  );
}

function isTable(bytes: Uint8Array, at: number): boolean {
  return text(bytes, at, at + 4) === 'xref';
}

function readTable(bytes: Uint8Array, start: number, context: PDFContext): Section {
  const entries: [number, Entry][] = [];
  let at = start + 4;
  for (;;) {
    const head = /^\s*(?:(\d{1,8})\s+(\d{1,8})\s*?[\r\n]+|trailer)/u.exec(text(bytes, at, at + 64));
    if (head === null) throw new MalformedError('table');
    at += head[0].length;
    if (head[1] === undefined) break;
    const [first, count] = [Number(head[1]), Number(head[2])];
    if (count > mostEntries) throw new MalformedError('too many objects');
    for (let i = 0; i < count; i += 1, at += 20) entries.push([first + i, lineEntry(text(bytes, at, at + 20))]);
  }
  const trailer = parseAt(bytes, at, context);
  if (!(trailer instanceof PDFDict) || trailer.has(PDFName.of('XRefStm'))) throw new MalformedError('trailer');
  return { entries, trailer };
}

function lineEntry(line: string): Entry {
  const found = /^(\d{10}) (\d{5}) ([nf])\s{1,2}$/u.exec(line);
  if (found === null) throw new MalformedError('entry');
  return found[3] === 'f' ? { type: 'free' } : { type: 'at', offset: Number(found[1]) };
}

function readStream(bytes: Uint8Array, start: number, context: PDFContext): Section {
  const stream = objectAt(bytes, start, null, context);
  const isTable = stream instanceof PDFRawStream && stream.dict.get(PDFName.of('Type'))?.toString() === '/XRef';
  if (!isTable) throw new MalformedError('no table');
  const widths = numbersIn(stream.dict, 'W');
  if (widths.length !== 3) throw new MalformedError('widths');
  const rows = rowsOf(streamBytes(stream), widths as [number, number, number]);
  const entries = numbersListed(stream.dict).map((number): [number, Entry] => {
    const row = rows.next();
    if (row.done === true) throw new MalformedError('short table');
    return [number, row.value];
  });
  return { entries, trailer: stream.dict };
}

/** The numbers of the objects, row by row: pairs of first number and count, or all up to the size. */
function numbersListed(dict: PDFDict): number[] {
  const ranges = dict.has(PDFName.of('Index')) ? numbersIn(dict, 'Index') : [0, ...numbersIn(dict, 'Size')];
  const numbers: number[] = [];
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    if (ranges[i + 1]! > mostEntries) throw new MalformedError('too many objects');
    for (let n = 0; n < ranges[i + 1]!; n += 1) numbers.push(ranges[i]! + n);
  }
  return numbers;
}

function numbersIn(dict: PDFDict, key: string): number[] {
  const value = dict.get(PDFName.of(key));
  const numbers = value instanceof PDFArray ? value.asArray() : [value];
  return numbers.map((number) => {
    if (!(number instanceof PDFNumber) || number.asNumber() < 0) throw new MalformedError(key);
    return number.asNumber();
  });
}

function* rowsOf(data: Uint8Array, [a, b, c]: readonly [number, number, number]): Generator<Entry> {
  const field = (from: number, width: number): number =>
    data.subarray(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0);
  const width = a + b + c;
  if (width === 0) return;
  for (let at = 0; at + width <= data.length; at += width) {
    const type = a === 0 ? 1 : field(at, a);
    const [second, third] = [field(at + a, b), field(at + a + b, c)];
    if (type === 0) yield { type: 'free' };
    else if (type === 1) yield { type: 'at', offset: second };
    else if (type === 2) yield { type: 'in', stream: second, index: third };
    else throw new MalformedError('entry');
  }
}

function parseAt(bytes: Uint8Array, at: number, context: PDFContext): PDFObject {
  return PDFObjectParser.forBytes(bytes.subarray(at), context).parseObject();
}

/** The object that stands at a byte, when it has the number it should have. */
export function objectAt(bytes: Uint8Array, at: number, number: number | null, context: PDFContext): PDFObject {
  const head = /^\s*(\d{1,8})\s+\d{1,5}\s+obj/u.exec(text(bytes, at, at + 40));
  if (head === null || (number !== null && Number(head[1]) !== number)) throw new MalformedError('no object there');
  return parseAt(bytes, at + head[0].length, context);
}

export function refNumber(object: unknown): number | null {
  return object instanceof PDFRef ? object.objectNumber : null;
}
