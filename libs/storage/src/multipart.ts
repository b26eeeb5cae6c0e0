import type { Readable } from 'node:stream';
import { uploadErrors } from './store.errors.js';

const FIELD_BYTES = 64 * 1024;
const HEADER_BYTES = 8 * 1024;
const FIELDS = 32;
const DRAIN_BYTES = 256 * 1024 * 1024;
const LINE = Buffer.from('\r\n');
const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * Reads an upload form (RFC 7578) as it arrives and keeps nothing but the piece in hand: small fields first, then one
 * part named `file`, which is handed on as a stream. What comes after the file is not looked at, as S3 does it.
 */
export class FormReader {
  private held: Buffer = LINE;
  private readonly source: AsyncIterator<Buffer, undefined>;
  private readonly delimiter: Buffer;

  constructor(body: Readable, contentType: string) {
    const boundary = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType);
    if (boundary === null) {
      throw uploadErrors.malformed();
    }
    this.delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
    this.source = body[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** All fields before the file; afterwards the reader stands at the first byte of the file. */
  async fields(): Promise<Record<string, string>> {
    const fields: Record<string, string> = {};
    await this.text(this.delimiter, HEADER_BYTES);
    for (let count = 0; count <= FIELDS; count += 1) {
      const name = await this.partName();
      if (name === 'file') {
        return fields;
      }
      fields[name] = await this.text(this.delimiter, FIELD_BYTES);
    }
    throw uploadErrors.malformed();
  }

  /** The bytes of the file; throws when the body ends before the file does. */
  file(): AsyncGenerator<Buffer> {
    return this.until(this.delimiter);
  }

  /** Takes in and forgets the rest: a browser that still sends does not read the answer. */
  async drain(): Promise<void> {
    for (let taken = 0; taken < DRAIN_BYTES; ) {
      const next = await this.source.next();
      if (next.done === true) {
        return;
      }
      taken += next.value.length;
    }
  }

  private async partName(): Promise<string> {
    if ((await this.take(2)).equals(LINE)) {
      const headers = await this.text(HEADERS_END, HEADER_BYTES);
      const name = /^content-disposition:\s*form-data\s*;.*?\bname="([^"]*)"/im.exec(headers)?.[1];
      if (name !== undefined && name !== '__proto__') {
        return name;
      }
    }
    throw uploadErrors.malformed();
  }

  private async text(delimiter: Buffer, limit: number): Promise<string> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.until(delimiter)) {
      bytes += piece.length;
      if (bytes > limit) {
        throw uploadErrors.malformed();
      }
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString();
  }

  private async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.held.indexOf(delimiter);
      if (end >= 0) {
        const last = this.held.subarray(0, end);
        this.held = this.held.subarray(end + delimiter.length);
        yield last;
        return;
      }
      // The tail may be the beginning of the delimiter.
      const certain = Math.max(0, this.held.length - delimiter.length + 1);
      const piece = this.held.subarray(0, certain);
      this.held = this.held.subarray(certain);
      yield piece;
      await this.more();
    }
  }

  private async take(count: number): Promise<Buffer> {
    while (this.held.length < count) {
      await this.more();
    }
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done === true) {
      throw uploadErrors.malformed();
    }
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
  }
}
