import type { Readable } from 'node:stream';
import type { EvidenceView, PageOf, Subject } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from './documents.repository.js';
import { evidenceErrors } from './evidence.errors.js';
import { filesOf, type StoredFile } from './paper-files.js';
import type { Evidence } from './evidence.js';
import { EvidenceViews } from './evidence-views.service.js';
import { PreviewsService } from './previews.service.js';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly store: ObjectStore,
    private readonly accessLog: AccessLog,
    private readonly previews: PreviewsService,
    private readonly views: EvidenceViews,
  ) {}

  async list(actor: Actor, subject: Subject, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<PageOf<EvidenceView>> {
    const before = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : undefined;
    const found = await this.documents.list(actor, subject, before, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = await this.views.show(actor, page);
    if (last) {
      await this.accessLog.record(actor, { act: 'read', thing: 'papers', id: subject.id, organisationId: last.organisationId });
    }
    return { items, nextCursor: found.length > limit && last ? String(last.number) : null };
  }

  async view(actor: Actor, id: string): Promise<EvidenceView> {
    return this.show(actor, await this.documents.get(actor, id));
  }

  /** An original, byte for byte; that it was taken is on record before the first byte leaves. @param number of the file in the paper, from 1 */
  async download(actor: Actor, id: string, number: number): Promise<{ file: StoredFile; original: Readable }> {
    const evidence = await this.documents.get(actor, id);
    const file = filesOf(evidence)[number - 1];
    if (!file) {
      throw evidenceErrors.no_file({ evidenceId: id });
    }
    const original = await this.store.read('vault', file.sha256);
    try {
      await this.accessLog.record(actor, { act: 'download', thing: 'evidence', id, organisationId: evidence.organisationId });
    } catch (error) {
      original.destroy();
      throw error;
    }
    return { file, original };
  }

  async page(actor: Actor, id: string, page: number): Promise<Buffer> {
    return this.shown(actor, id, `page ${page}`, (evidence) => this.previews.page(evidence, page));
  }

  async thumbnail(actor: Actor, id: string, page: number): Promise<Buffer> {
    return this.shown(actor, id, `thumbnail ${page}`, (evidence) => this.previews.thumbnail(evidence, page));
  }

  /** A picture of a paper, once it is on record that it is shown. */
  private async shown(actor: Actor, id: string, purpose: string, picture: (evidence: Evidence) => Promise<Buffer>): Promise<Buffer> {
    const evidence = await this.documents.get(actor, id);
    const drawn = await picture(evidence);
    await this.accessLog.record(actor, { act: 'read', thing: 'evidence', id, organisationId: evidence.organisationId, purpose });
    return drawn;
  }

  async show(actor: Actor, evidence: Evidence): Promise<EvidenceView> {
    const [view] = await this.views.show(actor, [evidence]);
    return view!;
  }
}
