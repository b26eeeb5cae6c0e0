import { Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { CopiesRepository } from '../copies/copies.repository.js';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { type PaperCheck, recordCheck } from '../documents/evidence.js';
import { type ReadingNews, recordPreliminary } from '../documents/preliminary.js';

/** Keeps verdicts, and lets the work that may wait begin behind them. */
@Injectable()
export class CheckedPapers {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly copies: CopiesRepository,
    private readonly clock: Clock,
  ) {}

  /** The work on the copy is known before the verdict is: a crash in between loses neither. */
  async keep(id: string, read: PaperCheck | null): Promise<void> {
    await this.copies.plan(id);
    await this.documents.change(id, (state) => recordCheck(state, read, this.clock.now()));
  }

  async keepPreliminary(id: string, news: ReadingNews): Promise<void> {
    await this.documents.change(id, (state) => recordPreliminary(state, news, this.clock.now()));
  }

  openCopy(id: string): Promise<void> {
    return this.copies.open(id);
  }
}
