import type { DocumentCheck, Expectation, FileInspection, FileType, PagePreview } from '@aigaq/documents';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PaperUnreadable, readingErrors } from './reading.errors.js';
import { ReadingEngine } from './reading-engine.js';
import { ReadingSettings } from './reading-settings.js';
import { Turns } from './turns.js';

const QUICK_TIMEOUT_MS = 30_000;
const TRIES = 2;

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
  draw(bytes: Uint8Array, type: FileType, pages: readonly number[], longSide: number): Promise<PagePreview[]> {
    return this.quick.take(() => this.tried(() => this.engine.ask('draw', { bytes, type, pages, longSide }, QUICK_TIMEOUT_MS)));
  }

  /** @throws PaperUnreadable, reading.unavailable */
  check(bytes: Uint8Array, type: FileType, expectation: Expectation): Promise<DocumentCheck> {
    const { languageFolder, timeoutSeconds } = this.settings;
    if (languageFolder === undefined) {
      throw readingErrors.unavailable({ cause: 'no language data' });
    }
    const ask = { bytes, type, expectation, languageFolder };
    return this.checks.take(() => this.tried(() => this.engine.ask('check', ask, timeoutSeconds * 1000)));
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
