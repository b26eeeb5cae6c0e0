import type { Readable } from 'node:stream';
import type { EvidenceView, PageOf, Subject } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from './documents.repository.js';
import type { Evidence } from './evidence.js';
import { evidenceView } from './evidence.view.js';
import { FindingTexts } from './finding-texts.service.js';
import { PreviewsService } from './previews.service.js';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly store: ObjectStore,
    private readonly accessLog: AccessLog,
    private readonly previews: PreviewsService,
    private readonly texts: FindingTexts,
  ) {}

  async list(actor: Actor, subject: Subject, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<PageOf<EvidenceView>> {
    const before = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : undefined;
    const found = await this.documents.list(actor, subject, before, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map((each) => this.viewOf(each)), nextCursor: found.length > limit && last ? String(last.number) : null };
  }

  async view(actor: Actor, id: string): Promise<EvidenceView> {
    return this.viewOf(await this.documents.get(actor, id));
  }

  /** The original, byte for byte; that it was taken is on record before the first byte leaves. */
  async download(actor: Actor, id: string): Promise<{ evidence: Evidence; original: Readable }> {
    const evidence = await this.documents.get(actor, id);
    const original = await this.store.read('vault', evidence.sha256);
    try {
      await this.accessLog.record(actor, { act: 'download', thing: 'evidence', id, organisationId: evidence.organisationId });
    } catch (error) {
      original.destroy();
      throw error;
    }
    return { evidence, original };
  }

  async page(actor: Actor, id: string, page: number): Promise<Buffer> {
    return this.previews.page(await this.documents.get(actor, id), page);
  }

  viewOf(evidence: Evidence): EvidenceView {
    return evidenceView(evidence, (found) => this.texts.wordsOf(found));
  }
}
