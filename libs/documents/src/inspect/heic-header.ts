import { limits } from '../thresholds.js';
import type { FileRefusal } from './refusals.js';

/** Boxes that hold other boxes, with the bytes before the first of them. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };
const MOST_BOXES = 10_000;
/** Brands of pictures in HEVC; others (AVIF) are not read. */
const BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Whether the first bytes are those of a photograph in HEIC. */
export function isHeic(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  return start.startsWith('ftyp') && BRANDS.has(start.slice(4));
}

/** Walks the boxes of a HEIC: all must be there, and no picture may be too large. Nothing is decoded. */
export function inspectHeic(bytes: Uint8Array): { pages: 1 } | FileRefusal {
  const walk: Walk = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), boxes: 0, areas: [], names: new Set() };
  const fault = walkBoxes(walk, 0, bytes.length);
  if (fault !== null) return fault;
  if (!walk.names.has('meta') || walk.areas.length === 0 || walk.areas.includes(0)) return 'file.broken';
  return Math.max(...walk.areas) > limits.pixels ? 'file.too_many_pixels' : { pages: 1 };
}

interface Walk {
  readonly view: DataView;
  boxes: number;
  readonly areas: number[];
  readonly names: Set<string>;
}

function walkBoxes(walk: Walk, from: number, to: number): FileRefusal | null {
  for (let at = from; at < to;) {
    walk.boxes += 1;
    if (at + 8 > to || walk.boxes > MOST_BOXES) return at + 8 > to ? 'file.truncated' : 'file.broken';
    const box = boxAt(walk.view, at, to);
    if (box.end > to) return 'file.truncated';
    if (box.end < box.start) return 'file.broken';
    const fault = takeBox(walk, box);
    if (fault !== null) return fault;
    at = box.end;
  }
  return null;
}

interface FoundBox {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function boxAt(view: DataView, at: number, to: number): FoundBox {
  const size = view.getUint32(at);
  const name = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(at + index)));
  if (size === 0) return { name, start: at + 8, end: to };
  if (size !== 1) return { name, start: at + 8, end: at + size };
  const end = at + 16 <= to ? at + Number(view.getBigUint64(at + 8)) : Infinity;
  return { name, start: at + 16, end };
}

function takeBox(walk: Walk, { name, start, end }: FoundBox): FileRefusal | null {
  walk.names.add(name);
  if (name === 'ispe') {
    if (start + 12 > end) return 'file.broken';
    walk.areas.push(walk.view.getUint32(start + 4) * walk.view.getUint32(start + 8));
  }
  const skipped = CONTAINERS[name];
  return skipped === undefined ? null : walkBoxes(walk, start + skipped, end);
}
