import { PDFArray, PDFContext, PDFDict, PDFName, PDFObjectParser, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { MalformedError, parsing } from '../asn1.js';
import { streamBytes } from './inflate.js';
import { objectAt, readTables, type Entry, type Tables } from './tables.js';

/** A state of a PDF: the file as it was when it ended at some byte. Objects are found as viewers find them. */
export class Revision {
  private readonly context = PDFContext.create();
  private readonly objects = new Map<number, PDFObject | undefined>();
  private readonly streams = new Map<number, Map<number, PDFObject>>();
  private readonly tables: Tables;

  /** Throws `MalformedError` when the tables of references are damaged or the file is encrypted. */
  constructor(private readonly bytes: Uint8Array) {
    this.tables = parsing(() => readTables(bytes, this.context));
    if (this.tables.trailer.has(PDFName.of('Encrypt'))) throw new MalformedError('encrypted');
  }

  get length(): number {
    return this.bytes.length;
  }

  get trailer(): PDFDict {
    return this.tables.trailer;
  }

  get catalog(): PDFDict {
    const catalog = this.value(this.trailer.get(PDFName.of('Root')));
    if (!(catalog instanceof PDFDict)) throw new MalformedError('no catalogue');
    return catalog;
  }

  /** Numbers of all objects that there are. */
  get numbers(): number[] {
    return [...this.tables.entries].filter(([, entry]) => entry.type !== 'free').map(([number]) => number);
  }

  entry(number: number): Entry | undefined {
    return this.tables.entries.get(number);
  }

  object(number: number): PDFObject | undefined {
    if (!this.objects.has(number))
      this.objects.set(
        number,
        parsing(() => this.find(number)),
      );
    return this.objects.get(number);
  }

  /** What a reference leads to; anything else is itself. */
  value(object: PDFObject | undefined): PDFObject | undefined {
    let found = object;
    for (let depth = 0; found instanceof PDFRef; depth += 1) {
      if (depth > 8) throw new MalformedError('circular reference');
      found = this.object(found.objectNumber);
    }
    return found;
  }

  dict(object: PDFObject | undefined): PDFDict | null {
    const found = this.value(object);
    return found instanceof PDFDict ? found : null;
  }

  array(object: PDFObject | undefined): PDFObject[] {
    const found = this.value(object);
    return found instanceof PDFArray ? found.asArray() : [];
  }

  private find(number: number): PDFObject | undefined {
    const entry = this.entry(number);
    if (entry === undefined || entry.type === 'free') return undefined;
    return entry.type === 'at'
      ? objectAt(this.bytes, entry.offset, number, this.context)
      : this.streamOf(entry.stream).get(number);
  }

  private streamOf(number: number): Map<number, PDFObject> {
    const known = this.streams.get(number);
    if (known !== undefined) return known;
    const entry = this.entry(number);
    const stream = entry?.type === 'at' ? this.object(number) : undefined;
    if (!(stream instanceof PDFRawStream)) throw new MalformedError('no stream of objects');
    const objects = unfold(stream, this.context);
    this.streams.set(number, objects);
    return objects;
  }
}

function unfold(stream: PDFRawStream, context: PDFContext): Map<number, PDFObject> {
  const data = streamBytes(stream);
  const first = Number(stream.dict.get(PDFName.of('First'))?.toString());
  const count = Number(stream.dict.get(PDFName.of('N'))?.toString());
  const head = Buffer.from(data.subarray(0, first)).toString('latin1').trim().split(/\s+/u).map(Number);
  if (!(count >= 0) || head.length < 2 * count || head.some((value) => !Number.isInteger(value)))
    throw new MalformedError('stream of objects');
  const objects = new Map<number, PDFObject>();
  for (let i = 0; i < count; i += 1) {
    const parser = PDFObjectParser.forBytes(data.subarray(first + head[2 * i + 1]!), context);
    objects.set(head[2 * i]!, parser.parseObject());
  }
  return objects;
}
