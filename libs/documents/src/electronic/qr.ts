import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import type { Box } from '../document.js';
import { areaOf, overlap } from '../pages/geometry.js';
import type { Mark } from '../marks/mark.js';
import type { Raster } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { detector, electronic as limits } from '../thresholds.js';

/** What the library reads is a browser's ImageData, a type that Node does not have. */
interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly colorSpace: string;
}

const readPixels = readBarcodes as unknown as (pixels: Pixels, options: ReaderOptions) => Promise<ReadResult[]>;

let prepared: Promise<unknown> | undefined;

/** The engine's code comes from the installed package: by default it would be fetched from the network. */
function prepare(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) => {
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  });
  return prepared;
}

/** QR codes of a page that can be decoded, and those only the network sees: scans are often too coarse to decode. */
export async function qrCodesOf(view: PageView, marks: readonly Mark[]): Promise<Box[]> {
  const boxes = await findQrCodes(view.colour);
  for (const { kind, score, box } of marks) {
    const isNew = boxes.every((other) => overlap(other, box) < limits.sameCode * Math.min(areaOf(box), areaOf(other)));
    if (kind === 'qr' && score >= detector.qr && isNew) boxes.push(box);
  }
  return boxes;
}

/** Boxes of QR codes in pixels. Their texts are fragments of a signature container; place and presence are what counts. */
async function findQrCodes(image: Raster): Promise<Box[]> {
  await prepare();
  const { width, height } = image;
  const pixels = { data: withAlpha(image), width, height, colorSpace: 'srgb' };
  const found = await readPixels(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: limits.symbols });
  const boxes: Box[] = [];
  for (const { position, isValid } of found) {
    if (!isValid) continue;
    const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
    const xs = corners.map((corner) => corner.x);
    const ys = corners.map((corner) => corner.y);
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    if (boxes.every((other) => overlap(other, box) < 0.3 * areaOf(box))) boxes.push(box);
  }
  return boxes;
}

function withAlpha({ data, channels }: Raster): Uint8ClampedArray {
  const pixels = data.length / channels;
  const out = new Uint8ClampedArray(pixels * 4);
  for (let i = 0; i < pixels; i += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      out[i * 4 + channel] = data[i * channels + Math.min(channel, channels - 1)]!;
    }
    out[i * 4 + 3] = 255;
  }
  return out;
}
