import type { PaperFile, TextPage } from '@aigaq/documents';
import { Injectable } from '@nestjs/common';
import { PaperTurns } from './paper-turns.service.js';
import { PaperUnreadable } from './reading.errors.js';
import { ReadingService } from './reading.service.js';

/** The reader may fall because of another paper that is opened beside; so each piece is tried twice, and verdicts are let in between. */
const TRIES = 2;

/** Reads when no verdict is wanted. */
@Injectable()
export class PatientReader {
  constructor(
    private readonly reading: ReadingService,
    private readonly turns: PaperTurns,
  ) {}

  /** @throws PaperUnreadable when this very page cannot be read */
  async read(files: readonly PaperFile[], page: number): Promise<TextPage | undefined> {
    const [words] = await this.tried(() => this.reading.read(files, [page]));
    return words;
  }

  fingerprint(files: readonly PaperFile[], pageCount: number): Promise<Uint8Array> {
    return this.tried(() => this.reading.fingerprint(files, pageCount));
  }

  copy(files: readonly PaperFile[], pages: readonly TextPage[]): Promise<Uint8Array> {
    return this.tried(() => this.reading.copy(files, pages));
  }

  private async tried<T>(piece: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.turns.patient(piece);
      } catch (error) {
        if (!(error instanceof PaperUnreadable) || tries === TRIES) {
          throw error;
        }
      }
    }
  }
}
