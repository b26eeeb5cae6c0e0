import { ClamdScanner, ClamdUnavailable, type FileInspection, MalwareScanner } from '@aigaq/documents';
import { Injectable, Logger } from '@nestjs/common';
import { ReadingService } from '../reading/reading.service.js';
import { ReadingSettings } from '../reading/reading-settings.js';
import { IsolatedScanner } from './isolated-scanner.service.js';
import { uploadErrors } from './upload.errors.js';

/** The rules of structure, then clamd where there is one. While it gives no answer uploads wait in quarantine and can be completed later. */
@Injectable()
export class QuarantineScanner extends MalwareScanner {
  private readonly scanner: MalwareScanner;
  private readonly log = new Logger(QuarantineScanner.name);

  constructor(reading: ReadingService, { clamd }: ReadingSettings) {
    super();
    const structure = new IsolatedScanner(reading);
    this.scanner = clamd === undefined ? structure : new ClamdScanner(structure, clamd);
  }

  /** @throws upload.scanner_unavailable, reading.unavailable */
  async scan(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
    try {
      return await this.scanner.scan(bytes, declaredType);
    } catch (error) {
      if (error instanceof ClamdUnavailable) {
        this.log.warn(`nothing is let through: ${error.message}`);
        throw uploadErrors.scanner_unavailable();
      }
      throw error;
    }
  }
}
