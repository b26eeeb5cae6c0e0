import { createWorker, PSM, type Worker } from 'tesseract.js';
import { greyOf, type Raster } from '../pages/raster.js';
import type { GreyOrColourPage, ReadOptions } from './page-reader.js';
import type { TesseractReaderOptions } from './tesseract-reader.js';
import type { Word } from './word.js';

/** The engine runs in a thread that the library keeps but does not declare. */
interface EngineThread {
  readonly worker: Record<'once' | 'off', (event: 'error', listener: (error: Error) => void) => unknown>;
}

/** Never layout 4 (single column): its character error is 17-41 % on skewed pages. */
const layouts = { scattered: PSM.SPARSE_TEXT, block: PSM.SINGLE_BLOCK, line: PSM.SINGLE_LINE } as const;

/** One tesseract engine with both languages, started at the first read and reused; reads wait for each other. */
export class TesseractEngine {
  /** Reads that are not done yet. */
  waiting = 0;
  private engine: Promise<Worker> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private layout: PSM | undefined;
  private isClosed = false;

  constructor(private readonly options: TesseractReaderOptions) {}

  read(image: GreyOrColourPage, options: ReadOptions): Promise<Word[]> {
    this.waiting += 1;
    const turn = this.queue.then(() => this.readNow(image, options)).finally(() => {
      this.waiting -= 1;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.queue;
    const engine = await this.engine?.catch(() => undefined);
    await engine?.terminate();
    this.engine = undefined;
  }

  private async readNow(image: GreyOrColourPage, { layout }: ReadOptions): Promise<Word[]> {
    if (this.isClosed) throw new Error('the page reader is closed');
    const engine = await this.start();
    try {
      return await inTime(this.recognise(engine, image, layouts[layout]), this.options.readTimeoutSeconds ?? 120, engine);
    } catch (error) {
      // After a crash or a time-out the engine is in an unknown state: the next read starts a new one.
      this.engine = undefined;
      this.layout = undefined;
      await engine.terminate();
      throw error;
    }
  }

  private async recognise(engine: Worker, image: GreyOrColourPage, layout: PSM): Promise<Word[]> {
    if (this.layout !== layout) {
      await engine.setParameters({ tessedit_pageseg_mode: layout, user_defined_dpi: '150' });
      this.layout = layout;
    }
    const { data } = await engine.recognize(portableGrey(image), {}, { text: false, blocks: true });
    return (data.blocks ?? []).flatMap((block) =>
      block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words.map(toWord))),
    );
  }

  private start(): Promise<Worker> {
    this.engine ??= createWorker('rus+kaz', undefined, {
      langPath: this.options.languageFolder,
      gzip: false,
      cacheMethod: 'none',
      errorHandler: () => undefined,
    }).catch((error: unknown) => {
      this.engine = undefined;
      throw new Error(`tesseract does not start with ${this.options.languageFolder}: ${String(error)}`);
    });
    return this.engine;
  }
}

/** The work's result, or an error when the engine's thread dies or the time is over. */
function inTime<T>(work: Promise<T>, seconds: number, engine: Worker): Promise<T> {
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const { worker: thread } = engine as unknown as EngineThread;
  thread.once('error', reject);
  const timer = setTimeout(() => reject(new Error(`reading took longer than ${seconds} s`)), seconds * 1000);
  return Promise.race([work, failure]).finally(() => {
    clearTimeout(timer);
    thread.off('error', reject);
  });
}

function toWord(word: { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } }): Word {
  const { x0, y0, x1, y1 } = word.bbox;
  return { text: word.text, confidence: word.confidence, box: [x0, y0, x1, y1] };
}

/** The picture as a binary PGM, which needs no compression on either side. */
function portableGrey(image: Raster): Buffer {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1');
  return Buffer.concat([header, greyOf(image).data]);
}
