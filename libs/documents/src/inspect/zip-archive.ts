import { inflateRawSync } from 'node:zlib';
import { unpacked } from './unpacked-limits.js';

export type ZipFault = 'broken' | 'truncated' | 'encrypted' | 'bomb' | 'polyglot';

/** Why an archive is not opened. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';

  constructor(readonly fault: ZipFault) {
    super(`archive refused: ${fault}`);
  }
}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;

/**
 * An archive read strictly by its directory: nothing before, between, over or behind its parts, no part twice, and no more unpacked
 * than the limits allow. What office programs write passes; what is made to mean two things does not.
 */
export class ZipArchive {
  private readonly buffer: Buffer;
  private readonly entries = new Map<string, Entry>();

  /** @throws ZipRefused */
  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { count, start, end } = this.directory();
    let at = start;
    for (let i = 0; i < count; i += 1) at = this.addEntry(at, end);
    this.refuseOverlaps(start);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** A part unpacked, or null when there is none of this name. @throws ZipRefused */
  read(name: string, most: number = unpacked.bytes): Buffer | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    if (entry.size > most) throw new ZipRefused('bomb');
    const from = this.dataOf(entry);
    const packed = this.buffer.subarray(from, from + entry.packed);
    return entry.isDeflated ? inflate(packed, entry.size) : packed;
  }

  /** An XML part as text, empty when there is none of this name. @throws ZipRefused */
  readText(name: string): string {
    return this.read(name, unpacked.xmlBytes)?.toString('utf8') ?? '';
  }

  private directory(): { count: number; start: number; end: number } {
    const { buffer } = this;
    const at = buffer.length - END_SIZE;
    // A comment or anything else behind the end record is how archives are hidden in other files.
    if (at < 0 || buffer.readUInt32LE(at) !== END) throw new ZipRefused(buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') < 0 ? 'truncated' : 'polyglot');
    const [count, size, start] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 12), buffer.readUInt32LE(at + 16)];
    if (start + size !== at || buffer.readUInt16LE(at + 8) !== count) throw new ZipRefused('polyglot');
    if (count > unpacked.entries) throw new ZipRefused('bomb');
    return { count, start, end: at };
  }

  private addEntry(at: number, end: number): number {
    const { buffer } = this;
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL) throw new ZipRefused('broken');
    const [flags, method] = [buffer.readUInt16LE(at + 8), buffer.readUInt16LE(at + 10)];
    if ((flags & 1) !== 0) throw new ZipRefused('encrypted');
    if (method !== 0 && method !== 8) throw new ZipRefused('broken');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [number, number, number];
    const next = at + 46 + nameLength + extra + comment;
    if (next > end) throw new ZipRefused('broken');
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = { name, isDeflated: method === 8, packed: buffer.readUInt32LE(at + 20), size: buffer.readUInt32LE(at + 24), header: buffer.readUInt32LE(at + 42) };
    if (method === 0 && entry.packed !== entry.size) throw new ZipRefused('broken');
    if (this.entries.has(name)) throw new ZipRefused('polyglot');
    this.entries.set(name, entry);
    return next;
  }

  /** Parts that share bytes unfold to far more than the file holds; what lies between parts is seen by other programs only. */
  private refuseOverlaps(directory: number): void {
    let end = 0;
    let total = 0;
    for (const entry of [...this.entries.values()].sort((a, b) => a.header - b.header)) {
      if (entry.header < end) throw new ZipRefused('bomb');
      // A descriptor of up to 24 bytes may follow the data of a part.
      if (entry.header > end + 24) throw new ZipRefused('polyglot');
      end = this.dataOf(entry) + entry.packed;
      total += entry.size;
      if (end > directory) throw new ZipRefused('broken');
      if (total > unpacked.bytes) throw new ZipRefused('bomb');
    }
  }

  private dataOf({ header, name }: Entry): number {
    const { buffer } = this;
    if (header + 30 > buffer.length || buffer.readUInt32LE(header) !== LOCAL) throw new ZipRefused('broken');
    const nameEnd = header + 30 + buffer.readUInt16LE(header + 26);
    if (buffer.toString('utf8', header + 30, nameEnd) !== name) throw new ZipRefused('polyglot');
    return nameEnd + buffer.readUInt16LE(header + 28);
  }
}

/** The directory's size is a claim: no more than it is ever unpacked. */
function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new ZipRefused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken');
  }
}
