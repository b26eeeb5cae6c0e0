import { Clock } from '@aigaq/kernel';
import { Rounds } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PaperReadingService } from '../checking/paper-reading.service.js';
import { DocumentsRepository } from '../documents/documents.repository.js';
import type { Evidence } from '../documents/evidence.js';
import { readOriginals } from '../documents/original-files.service.js';
import { PaperTurns } from '../reading/paper-turns.service.js';
import { claimRecheck, isSameAnswer, keptAnswers, postponeRecheck, recordRecheck } from './recheck.js';

const LOOK_MS = 3_600_000;
/** Taken at a time; the others follow an hour later. */
const MOST_AT_ONCE = 500;

/** Verifies electronic signatures again: a day later when nobody could say whether a certificate was revoked, and valid ones when what is known of that ends. */
@Injectable()
export class RechecksService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(RechecksService.name);
  private readonly rounds = new Rounds(() => this.look(), LOOK_MS);

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly store: ObjectStore,
    private readonly papers: PaperReadingService,
    private readonly turns: PaperTurns,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  /** Verifies what is due. A paper that cannot be verified now is left to the next time and stops none of the others. */
  async recheckDue(): Promise<void> {
    for (const id of await this.documents.dueForRecheck(this.clock.now(), MOST_AT_ONCE)) {
      if (this.rounds.isEnding) {
        return;
      }
      try {
        await this.recheck(id);
      } catch (error) {
        this.log.warn(`signatures of evidence ${id} are not verified again now: ${String(error)}`);
      }
    }
  }

  private async look(): Promise<void> {
    try {
      await this.recheckDue();
    } catch (error) {
      this.log.warn(`signatures are not verified again now: ${String(error)}`);
    }
  }

  private async recheck(id: string): Promise<void> {
    const evidence = await this.claim(id);
    if (!evidence) {
      return;
    }
    const files = await readOriginals(this.store, evidence);
    const answers = keptAnswers(evidence, await this.papers.verify(files));
    const isNew = !isSameAnswer(evidence.check?.signatures ?? [], answers);
    // Nobody waits for this: verdicts of new papers go first.
    const read = isNew ? await this.turns.patient(() => this.papers.readAgain(evidence, files)) : null;
    await this.documents.change(id, (state) => (read ? recordRecheck(state, read, this.clock.now()) : postponeRecheck(state, this.clock.now(), answers)));
  }

  /** @returns undefined when another worker has it */
  private async claim(id: string): Promise<Evidence | undefined> {
    let isOurs = false;
    const evidence = await this.documents.change(id, (state) => {
      const decision = claimRecheck(state, this.clock.now());
      isOurs = decision !== undefined;
      return decision;
    });
    return isOurs ? evidence : undefined;
  }
}
