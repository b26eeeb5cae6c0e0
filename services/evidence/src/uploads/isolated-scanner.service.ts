import { type FileInspection, MalwareScanner } from '@aigaq/documents';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { ReadingService } from '../reading/reading.service.js';

/** The structure rules, applied in the reading process: what is in quarantine is never opened in this one. */
export class IsolatedScanner extends MalwareScanner {
  constructor(private readonly reading: ReadingService) {
    super();
  }

  async scan(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
    try {
      return await this.reading.inspect(bytes, declaredType);
    } catch (error) {
      if (error instanceof PaperUnreadable) {
        return { ok: false, code: 'file.broken' };
      }
      throw error;
    }
  }
}
