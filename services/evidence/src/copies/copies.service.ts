import type { Readable } from 'node:stream';
import type { PaperTextView } from '@aigaq/api';
import { type Actor, DomainError } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { evidenceErrors } from '../documents/evidence.errors.js';
import type { Evidence } from '../documents/evidence.js';
import { CopiesRepository } from './copies.repository.js';
import { copyKey, copyState } from './copy-job.js';

const REFUSALS = { none: 'copy_making', making: 'copy_making', impossible: 'copy_impossible', withheld: 'copy_withheld' } as const;

/** The searchable copy and the full text, for those who may see the paper; that they were given away is on record before. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly copies: CopiesRepository,
    private readonly store: ObjectStore,
    private readonly accessLog: AccessLog,
  ) {}

  /** @throws evidence.copy_making, evidence.copy_impossible, evidence.copy_withheld */
  async searchable(actor: Actor, id: string, purpose: string | undefined): Promise<{ evidence: Evidence; copy: Readable; size: number }> {
    const evidence = await this.documents.get(actor, id, purpose);
    const state = await this.stateOf(evidence);
    if (state !== 'ready') {
      throw evidenceErrors[REFUSALS[state]]({ evidenceId: id });
    }
    const found = await this.store.stat('previews', copyKey(evidence));
    if (!found) {
      await this.copies.again(id);
      throw evidenceErrors.copy_making({ evidenceId: id });
    }
    await this.accessLog.record(actor, { act: 'download', thing: 'evidence', id, organisationId: evidence.organisationId, purpose: 'searchable copy' });
    return { evidence, copy: await this.copyOf(evidence), size: found.bytes };
  }

  async text(actor: Actor, id: string, purpose: string | undefined): Promise<PaperTextView> {
    const evidence = await this.documents.get(actor, id, purpose);
    const state = await this.stateOf(evidence);
    if (state !== 'ready') {
      return { state, pages: [] };
    }
    await this.accessLog.record(actor, { act: 'read', thing: 'evidence', id, organisationId: evidence.organisationId, purpose: 'full text' });
    return { state, pages: await this.copies.textOf(id) };
  }

  /** A paper from before copies were made gets its copy now. */
  private async stateOf(evidence: Evidence): Promise<PaperTextView['state']> {
    const state = copyState(evidence, (await this.copies.jobsOf([evidence.id])).get(evidence.id));
    if (state !== 'none') {
      return state;
    }
    await this.copies.ask(evidence.id);
    return 'making';
  }

  private async copyOf(evidence: Evidence): Promise<Readable> {
    try {
      return await this.store.read('previews', copyKey(evidence));
    } catch (error) {
      throw error instanceof DomainError && error.code === 'store.no_object' ? evidenceErrors.copy_making({ evidenceId: evidence.id }) : error;
    }
  }
}
