import { limits } from '../thresholds.js';
import type { FileRefusal } from './refusals.js';
import { unpacked } from './unpacked-limits.js';

interface Directory {
  readonly width: number;
  readonly height: number;
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly next: number;
}

const TAGS = { width: 256, height: 257, stripOffsets: 273, stripLengths: 279, tileOffsets: 324, tileLengths: 325 };
/** Bytes of one value: unsigned of 1, 2 and 4 bytes. */
const SIZES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4 };
/** Strips of a picture that are looked at; a strip has at least one row. */
const MOST_STRIPS = 100_000;

/** Pages and their sizes from the directories of a TIFF alone: nothing is decoded. */
export function inspectTiff(bytes: Uint8Array): { pages: number } | FileRefusal {
  const reader = new TiffReader(bytes);
  const seen = new Set<number>();
  let pixels = 0;
  for (let at = reader.u32(4); at !== 0;) {
    if (seen.has(at)) return 'file.broken';
    seen.add(at);
    if (seen.size > limits.pages) return 'file.too_many_pages';
    const directory = reader.directory(at);
    if (typeof directory === 'string') return directory;
    const area = directory.width * directory.height;
    pixels += area;
    if (area > limits.pixels || pixels > unpacked.pixels) return 'file.too_many_pixels';
    at = directory.next;
  }
  return seen.size === 0 ? 'file.broken' : { pages: seen.size };
}

class TiffReader {
  private readonly view: DataView;
  private readonly isLittle: boolean;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.isLittle = bytes[0] === 0x49;
  }

  /** Null behind the end of the file would be told apart nowhere: 0 is never a valid place. */
  u32(at: number): number {
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at, this.isLittle) : 0;
  }

  directory(at: number): Directory | FileRefusal {
    if (at + 2 > this.view.byteLength) return 'file.truncated';
    const count = this.view.getUint16(at, this.isLittle);
    const end = at + 2 + 12 * count;
    if (end + 4 > this.view.byteLength) return 'file.truncated';
    const fields = new Map<number, readonly number[]>();
    for (let i = 0; i < count; i += 1) this.addField(at + 2 + 12 * i, fields);
    const values = (...tags: number[]): readonly number[] => tags.map((tag) => fields.get(tag)).find((found) => found !== undefined) ?? [];
    return this.checked({
      width: values(TAGS.width)[0] ?? 0,
      height: values(TAGS.height)[0] ?? 0,
      offsets: values(TAGS.stripOffsets, TAGS.tileOffsets),
      lengths: values(TAGS.stripLengths, TAGS.tileLengths),
      next: this.u32(end),
    });
  }

  private checked(directory: Directory): Directory | FileRefusal {
    const { width, height, offsets, lengths } = directory;
    if (width === 0 || height === 0 || offsets.length === 0 || offsets.length !== lengths.length) return 'file.broken';
    const isInside = offsets.every((offset, index) => offset + lengths[index]! <= this.view.byteLength);
    return isInside ? directory : 'file.truncated';
  }

  private addField(at: number, fields: Map<number, readonly number[]>): void {
    const tag = this.view.getUint16(at, this.isLittle);
    const size = SIZES[this.view.getUint16(at + 2, this.isLittle)];
    const count = this.u32(at + 4);
    if (size === undefined || count > MOST_STRIPS || !Object.values(TAGS).includes(tag)) return;
    const from = count * size <= 4 ? at + 8 : this.u32(at + 8);
    if (from + count * size > this.view.byteLength) return;
    fields.set(tag, Array.from({ length: count }, (_, index) => this.value(from + index * size, size)));
  }

  private value(at: number, size: 1 | 2 | 4): number {
    if (size === 1) return this.view.getUint8(at);
    return size === 2 ? this.view.getUint16(at, this.isLittle) : this.view.getUint32(at, this.isLittle);
  }
}
