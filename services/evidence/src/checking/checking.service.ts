import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { CheckedPapers } from './checked-papers.service.js';
import { PaperTurns } from '../reading/paper-turns.service.js';
import { ExpectationsService } from './expectations.service.js';
import { PaperReadingService } from './paper-reading.service.js';

/** Reads papers, a few at a time, and keeps what was found. */
@Injectable()
export class CheckingService {
  constructor(
    private readonly turns: PaperTurns,
    private readonly documents: DocumentsRepository,
    private readonly expectations: ExpectationsService,
    private readonly papers: PaperReadingService,
    private readonly checked: CheckedPapers,
  ) {}

  /** Asked again about a paper that was read it does nothing. */
  check(id: string): Promise<void> {
    return this.turns.verdict(async () => {
      const evidence = await this.documents.find(id);
      if (evidence?.state === 'waiting') {
        const expectation = await this.expectations.of(evidence);
        await this.papers.read(evidence, expectation, {
          meanwhile: (news) => this.checked.keepPreliminary(id, news),
          whole: (read) => this.checked.keep(id, read),
        });
      }
      await this.checked.openCopy(id);
    });
  }
}
