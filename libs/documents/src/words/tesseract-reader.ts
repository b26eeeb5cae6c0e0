import { PageReader, type GreyOrColourPage, type ReadOptions } from './page-reader.js';
import { TesseractEngine } from './tesseract-engine.js';
import type { Word } from './word.js';

export interface TesseractReaderOptions {
  /** Folder with `rus.traineddata` and `kaz.traineddata`. */
  readonly languageFolder: string;
  /** A single read that takes longer is given up and the engine is started anew; 120 when absent. */
  readonly readTimeoutSeconds?: number;
  /** Engines that read side by side, each in a thread of its own; 1 when absent. */
  readonly engines?: number;
}

/** Tesseract with both languages; a read goes to the engine that has the least to do. */
export class TesseractReader extends PageReader {
  private readonly engines: readonly TesseractEngine[];

  constructor(options: TesseractReaderOptions) {
    super();
    this.engines = Array.from({ length: options.engines ?? 1 }, () => new TesseractEngine(options));
  }

  override read(image: GreyOrColourPage, options: ReadOptions): Promise<Word[]> {
    return this.engines.reduce((idle, engine) => (engine.waiting < idle.waiting ? engine : idle)).read(image, options);
  }

  override async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }
}
