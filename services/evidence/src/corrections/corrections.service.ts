import type { CorrectField } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import type { Evidence } from '../documents/evidence.js';
import { correctField } from './correction.js';

@Injectable()
export class CorrectionsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async correct(actor: Actor, id: string, asked: CorrectField): Promise<Evidence> {
    return this.documents.review(actor, id, async (state) => {
      const reviewingIds = await this.reviewingIds(state.organisationId);
      return correctField(state, actor, asked, { reviewingIds, now: this.clock.now() });
    });
  }

  /** The bodies that review what this body hands in. */
  async reviewingIds(organisationId: string): Promise<string[]> {
    const body = await this.directory.body(organisationId);
    return body ? (await this.directory.reportingLine(body)).map(({ id }) => id) : [];
  }
}
