import type { ElectronicSignature, Expectation, FileInspection, PagePreview, PaperFile, Tesseract, TextPage } from '@aigaq/documents';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PaperUnreadable, readingErrors } from './reading.errors.js';
import { ReadingEngine } from './reading-engine.js';
import type { CheckedPaper, CheckNews } from './reading-job.dto.js';
import { ReadingSettings } from './reading-settings.js';
import { Turns } from './turns.js';

/** What each further page of a paper may add. */
const PAGE_TIMEOUT_MS = 3_000;
const QUICK_TIMEOUT_MS = 30_000;
/** For work that can wait, and that must not keep a verdict waiting for long. */
const PAGES_TIMEOUT_MS = 45_000;
const TRIES = 2;

export interface CheckWay {
  pageCount?: number;
  onNews?: (news: CheckNews) => void;
}

/**
 * Opens papers in a process of its own, so that the event loop of the service stays free and no paper can bring the service down.
 * One check at a time; inspecting and drawing go beside it. What makes the process fall is tried once more in a new one.
 */
@Injectable()
export class ReadingService implements OnModuleDestroy {
  private readonly engine: ReadingEngine;
  private readonly checks = new Turns(1);
  private readonly quick = new Turns(1);
  private readonly log = new Logger(ReadingService.name);

  constructor(private readonly settings: ReadingSettings) {
    this.engine = new ReadingEngine(settings.command);
  }

  onModuleDestroy(): Promise<void> {
    return this.engine.stop();
  }

  /** @throws PaperUnreadable, reading.unavailable */
  inspect(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
    return this.quick.take(() => this.tried(() => this.engine.ask('inspect', { bytes, declaredType }, QUICK_TIMEOUT_MS)));
  }

  /** JPEG pictures of the pages. @throws PaperUnreadable, reading.unavailable */
  draw(files: readonly PaperFile[], pages: readonly number[], longSide: number): Promise<PagePreview[]> {
    return this.quick.take(() => this.tried(() => this.engine.ask('draw', { files, pages, longSide }, QUICK_TIMEOUT_MS)));
  }

  /** A long paper may take longer, and tells `onNews` how far it is; again from the start when it is tried again. @throws PaperUnreadable, reading.unavailable */
  check(files: readonly PaperFile[], expectation: Expectation, { pageCount = 1, onNews }: CheckWay = {}): Promise<CheckedPaper> {
    const { trustFolders } = this.settings;
    const ask = { files, expectation, tesseract: this.tesseract(), trustFolders, now: new Date() };
    const timeoutMs = this.timeoutMs + (pageCount - 1) * PAGE_TIMEOUT_MS;
    return this.checks.take(() => this.tried(() => this.engine.ask('check', ask, timeoutMs, onNews)));
  }

  /** The electronic signatures alone, beside whatever is read. @throws PaperUnreadable, reading.unavailable */
  verify(files: readonly PaperFile[]): Promise<ElectronicSignature[]> {
    const ask = { files, trustFolders: this.settings.trustFolders, now: new Date() };
    return this.quick.take(() => this.tried(() => this.engine.ask('verify', ask, QUICK_TIMEOUT_MS)));
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

  private async tried<T>(task: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await task();
      } catch (error) {
        if (!(error instanceof PaperUnreadable) || tries === TRIES) {
          throw error;
        }
        this.log.warn(`a paper is tried again in a new process: ${error.message}`);
        await this.engine.restart();
      }
    }
  }
}
