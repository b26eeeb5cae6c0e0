import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { greyOf, type Raster } from '../pages/raster.js';
import { PageReader, type GreyOrColourPage, type ReadOptions } from './page-reader.js';
import type { Tesseract } from './tesseract.js';
import { wordsOfTable } from './tesseract-table.js';
import type { Word } from './word.js';

export interface TesseractReaderOptions extends Tesseract {
  /** A single read that takes longer is given up, 40 when absent: of noise as fine as print recognition makes nothing for minutes. */
  readonly readTimeoutSeconds?: number;
  /** Reads side by side, each on a core of its own; 1 when absent. */
  readonly engines?: number;
}

/** Page segmentation modes. Never 4 (single column): its character error is 17-41 % on skewed pages. */
const layouts = { scattered: 11, block: 6, line: 7, word: 8 } as const;

/** Tesseract with both languages, a process for each read: it starts in a twentieth of a second and takes nobody with it when it falls. */
export class TesseractReader extends PageReader {
  private readonly ending = new AbortController();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(private readonly options: TesseractReaderOptions) {
    super();
    this.free = options.engines ?? 1;
  }

  override async read(image: GreyOrColourPage, { layout }: ReadOptions): Promise<Word[]> {
    await this.turn();
    try {
      if (this.ending.signal.aborted) throw new Error('the page reader is closed');
      return wordsOfTable(await this.recognise(image, layouts[layout]));
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }

  override close(): Promise<void> {
    this.ending.abort();
    return Promise.resolve();
  }

  private async turn(): Promise<void> {
    if (this.free === 0) return new Promise((resolve) => this.waiting.push(resolve));
    this.free -= 1;
  }

  private async recognise(image: GreyOrColourPage, layout: number): Promise<string> {
    const { program, languageFolder, readTimeoutSeconds = 40 } = this.options;
    const args = ['stdin', 'stdout', '-l', 'rus+kaz', '--tessdata-dir', languageFolder, '--psm', String(layout), '--dpi', '150', '-c', 'tessedit_create_tsv=1'];
    const late = AbortSignal.timeout(readTimeoutSeconds * 1000);
    const signal = AbortSignal.any([this.ending.signal, late]);
    const picture = fileWith(portableGrey(image));
    const child = spawn(program, args, { signal, killSignal: 'SIGKILL', stdio: [picture, 'pipe', 'pipe'], env: { OMP_THREAD_LIMIT: '1' } });
    closeSync(picture);
    const over = Promise.withResolvers<void>();
    child.once('error', (error) => over.reject(late.aborted ? new Error(`reading took longer than ${readTimeoutSeconds} s`) : error));
    child.once('close', (code, how) => (code === 0 ? over.resolve() : over.reject(new Error(`tesseract ended with ${code ?? how}`))));
    const [table] = await Promise.all([text(child.stdout!), buffer(child.stderr!), over.promise]);
    return table;
  }
}

/** An open file that has no name: unlike a pipe it needs none of our time while it is read, and nothing is left of it. */
function fileWith(bytes: Uint8Array): number {
  const path = join(tmpdir(), `aigaq-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  // At a position, so that whoever reads on begins at the start.
  writeSync(file, bytes, 0, bytes.length, 0);
  return file;
}

/** The picture as a binary PGM, which needs no compression on either side. */
function portableGrey(image: Raster): Buffer {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1');
  return Buffer.concat([header, greyOf(image).data]);
}
