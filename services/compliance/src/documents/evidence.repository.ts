import { Copies } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Evidence } from './entity.js';
import type { EvidenceCopy, StoredEvidence } from './evidence.schema.js';

@Injectable()
export class EvidenceRepository {
  private readonly copies: Copies<EvidenceCopy>;

  constructor(@InjectModel('Evidence', 'compliance') model: Model<StoredEvidence>) {
    this.copies = new Copies<EvidenceCopy>(model);
  }

  /** @param organisationId whose it must be: another's is not found */
  async find(organisationId: string, id: string): Promise<Evidence | undefined> {
    const found = await this.copies.find(id);
    if (found?.organisationId !== organisationId) {
      return undefined;
    }
    const { subjectType, subjectId, sha256, verdict } = found;
    return { id, subjectType, subjectId, organisationId, sha256, verdict };
  }

  async keep(id: string, version: number, copy: EvidenceCopy): Promise<void> {
    await this.copies.put(id, version, copy);
  }
}
