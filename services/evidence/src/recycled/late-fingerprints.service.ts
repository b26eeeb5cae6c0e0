import { isOutage } from '@aigaq/events';
import { Rounds } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import type { Evidence } from '../documents/evidence.js';
import { readOriginals } from '../documents/original-files.service.js';
import { PatientReader } from '../reading/patient-reader.service.js';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { FingerprintsRepository } from './fingerprints.repository.js';
import { RadarService } from './radar.service.js';
import { knownOf } from './twin.js';

const LOOK_MS = 60_000;
const BATCH = 500;

/** Fingerprints of papers that were read before there were any, or by an older method: made in the background, one paper at a time. */
@Injectable()
export class LateFingerprints implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(LateFingerprints.name);
  private readonly rounds = new Rounds(() => this.look(), LOOK_MS);
  /** Papers up to this one are enrolled; those that come later get their fingerprint with their check. */
  private enrolled = '';

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly fingerprints: FingerprintsRepository,
    private readonly radar: RadarService,
    private readonly reader: PatientReader,
    private readonly store: ObjectStore,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  /** Makes what is missing. Whoever is ended in the middle loses one paper's work, and that paper is taken again. */
  async makeMissing(): Promise<void> {
    await this.enrolAll();
    for (let id = await this.claim(); id !== undefined; id = await this.claim()) {
      await this.make(id);
    }
  }

  private async look(): Promise<void> {
    try {
      await this.makeMissing();
    } catch (error) {
      this.log.warn(`fingerprints of older papers are not made now: ${String(error)}`);
    }
  }

  private async claim(): Promise<string | undefined> {
    return this.rounds.isEnding ? undefined : this.fingerprints.claimOld();
  }

  private async enrolAll(): Promise<void> {
    while (!this.rounds.isEnding) {
      const papers = await this.documents.readAfter(this.enrolled, BATCH);
      await this.fingerprints.enrol(papers.map(knownOf));
      this.enrolled = papers.at(-1)?.id ?? this.enrolled;
      if (papers.length < BATCH) {
        return;
      }
    }
  }

  private async make(id: string): Promise<void> {
    try {
      const evidence = await this.documents.find(id);
      if (evidence) {
        await this.radar.recall(evidence, await this.packedOf(evidence));
      }
    } catch (error) {
      await this.giveBack(id, error);
    }
  }

  /** @returns undefined when the paper cannot be read: it is known by its bytes alone */
  private async packedOf(evidence: Evidence): Promise<Uint8Array | undefined> {
    const files = await readOriginals(this.store, evidence);
    try {
      return await this.reader.fingerprint(files, evidence.pageCount);
    } catch (error) {
      if (error instanceof PaperUnreadable) {
        return undefined;
      }
      throw error;
    }
  }

  /** An outage ends the round. What fails for another reason stays held, so that the others go on, and is tried again in half an hour. */
  private async giveBack(id: string, error: unknown): Promise<void> {
    if (this.rounds.isEnding || isOutage(error)) {
      await this.fingerprints.release(id);
      throw error;
    }
    this.log.warn(`no fingerprint of evidence ${id}: ${String(error)}`);
  }
}
