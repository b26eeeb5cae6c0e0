import { Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { recordCheck } from '../documents/evidence.js';
import { Turns } from '../reading/turns.js';
import { ExpectationsService } from './expectations.service.js';
import { PaperReadingService } from './paper-reading.service.js';

/** Reads papers, one after the other, and keeps what was found. */
@Injectable()
export class CheckingService {
  private readonly turns = new Turns(1);

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly expectations: ExpectationsService,
    private readonly papers: PaperReadingService,
    private readonly clock: Clock,
  ) {}

  /** Asked again about a paper that was read it does nothing. */
  check(id: string): Promise<void> {
    return this.turns.take(async () => {
      const evidence = await this.documents.find(id);
      if (evidence?.state !== 'waiting') {
        return;
      }
      const expectation = await this.expectations.of(evidence);
      await this.papers.read(evidence, expectation, async (read) => {
        await this.documents.change(id, (state) => recordCheck(state, read, this.clock.now()));
      });
    });
  }
}
