import type { ElectronicSignature, Expectation, FileInspection, PagePreview, PaperFile, Tesseract, TextPage } from '@aigaq/documents';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PaperUnreadable, readingErrors } from './reading.errors.js';
import { ReadingEngine } from './reading-engine.js';
import type { CheckedPaper, CheckNews } from './reading-job.dto.js';
import { ReadingSettings } from './reading-settings.js';
import { CHECKS_AT_ONCE, Turns } from './turns.js';

/** What each further page of a paper may add. */
const PAGE_TIMEOUT_MS = 3_000;
const QUICK_TIMEOUT_MS = 30_000;
/** For work that can wait, and that must not keep a verdict waiting for long. */
const PAGES_TIMEOUT_MS = 45_000;

export interface CheckWay {
  pageCount?: number;
  onNews?: (news: CheckNews) => void;
}

/**
 * Opens papers in a process of its own, so that the event loop of the service stays free and no paper can bring the service down.
 * Two checks at a time; inspecting and drawing go beside them. What fails is tried once more, alone in a process that ends afterwards:
 * whichever paper made the common process fall, no other one suffers twice.
 */
@Injectable()
export class ReadingService implements OnModuleDestroy {
  private readonly engine: ReadingEngine;
  private readonly alone = new Set<ReadingEngine>();
  private readonly checks = new Turns(CHECKS_AT_ONCE);
  private readonly quick = new Turns(1);
  private readonly log = new Logger(ReadingService.name);

  constructor(private readonly settings: ReadingSettings) {
    this.engine = new ReadingEngine(settings.command);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.engine, ...this.alone].map((engine) => engine.stop()));
  }

  /** @throws PaperUnreadable, reading.unavailable */
  inspect(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
    return this.quick.take(() => this.tried((engine) => engine.ask('inspect', { bytes, declaredType }, QUICK_TIMEOUT_MS)));
  }

  /** JPEG pictures of the pages. @throws PaperUnreadable, reading.unavailable */
  draw(files: readonly PaperFile[], pages: readonly number[], longSide: number): Promise<PagePreview[]> {
    return this.quick.take(() => this.tried((engine) => engine.ask('draw', { files, pages, longSide }, QUICK_TIMEOUT_MS)));
  }

  /** A long paper may take longer, and tells `onNews` how far it is; again from the start when it is tried again. @throws PaperUnreadable, reading.unavailable */
  check(files: readonly PaperFile[], expectation: Expectation, { pageCount = 1, onNews }: CheckWay = {}): Promise<CheckedPaper> {
    const { trustFolders } = this.settings;
    const ask = { files, expectation, tesseract: this.tesseract(), trustFolders, now: new Date() };
    const timeoutMs = this.timeoutMs + (pageCount - 1) * PAGE_TIMEOUT_MS;
    return this.checks.take(() => this.tried((engine) => engine.ask('check', ask, timeoutMs, onNews)));
  }

  /** The electronic signatures alone, beside whatever is read. @throws PaperUnreadable, reading.unavailable */
  verify(files: readonly PaperFile[]): Promise<ElectronicSignature[]> {
    const ask = { files, trustFolders: this.settings.trustFolders, now: new Date() };
    return this.quick.take(() => this.tried((engine) => engine.ask('verify', ask, QUICK_TIMEOUT_MS)));
  }

  /** All words of some pages, when no check waits. @throws PaperUnreadable, reading.unavailable */
  read(files: readonly PaperFile[], pages: readonly number[]): Promise<TextPage[]> {
    const ask = { files, pages, tesseract: this.tesseract() };
    return this.checks.take(() => this.engine.ask('read', ask, Math.min(this.timeoutMs, PAGES_TIMEOUT_MS)), { isPatient: true });
  }

  /** By what a paper is known again, when no check waits. @throws PaperUnreadable, reading.unavailable */
  fingerprint(files: readonly PaperFile[], pageCount: number): Promise<Uint8Array> {
    const ask = { files, tesseract: this.tesseract() };
    const timeoutMs = this.timeoutMs + (pageCount - 1) * PAGE_TIMEOUT_MS;
    return this.checks.take(() => this.engine.ask('fingerprint', ask, timeoutMs), { isPatient: true });
  }

  /** A PDF in which the words of the pages can be found. @throws PaperUnreadable, reading.unavailable */
  copy(files: readonly PaperFile[], pages: readonly TextPage[]): Promise<Uint8Array> {
    return this.checks.take(() => this.engine.ask('copy', { files, pages }, this.timeoutMs), { isPatient: true });
  }

  private tesseract(): Tesseract {
    const { tesseract } = this.settings;
    if (tesseract === undefined) {
      throw readingErrors.unavailable({ cause: 'no tesseract' });
    }
    return tesseract;
  }

  private get timeoutMs(): number {
    return this.settings.timeoutSeconds * 1000;
  }

  private async tried<T>(task: (engine: ReadingEngine) => Promise<T>): Promise<T> {
    try {
      return await task(this.engine);
    } catch (error) {
      if (!(error instanceof PaperUnreadable)) {
        throw error;
      }
      this.log.warn(`a paper is tried again in a process of its own: ${error.message}`);
    }
    const own = new ReadingEngine(this.settings.command);
    this.alone.add(own);
    try {
      return await task(own);
    } finally {
      this.alone.delete(own);
      await own.stop();
    }
  }
}
