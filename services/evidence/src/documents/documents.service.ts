import type { Readable } from 'node:stream';
import type { EvidenceView, PageOf, Subject } from '@aigaq/api';
import { requireCleared } from '@aigaq/identity';
import { type Actor, isSecret } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from './documents.repository.js';
import { evidenceErrors } from './evidence.errors.js';
import { filesOf, type StoredFile } from './paper-files.js';
import type { Evidence } from './evidence.js';
import { EvidenceViews } from './evidence-views.service.js';
import { PreviewsService } from './previews.service.js';

interface Wanted {
  cursor?: string | undefined;
  limit: number;
  purpose?: string | undefined;
}

/** Of a page; what is secret is kept in no cache. */
export interface Picture {
  jpeg: Buffer;
  isSecret: boolean;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly store: ObjectStore,
    private readonly accessLog: AccessLog,
    private readonly previews: PreviewsService,
    private readonly views: EvidenceViews,
  ) {}

  /** @throws of what is secret secret.not_listed and secret.purpose_needed */
  async list(actor: Actor, subject: Subject, { cursor, limit, purpose }: Wanted): Promise<PageOf<EvidenceView>> {
    const before = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : undefined;
    const found = await this.documents.list(actor, subject, before, limit + 1);
    found.forEach(({ secrecy }) => requireCleared(actor, secrecy, purpose));
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = await this.views.show(actor, page);
    if (last) {
      await this.accessLog.record(actor, { act: 'read', thing: 'papers', id: subject.id, organisationId: last.organisationId, ...(purpose && { purpose }) });
    }
    return { items, nextCursor: found.length > limit && last ? String(last.number) : null };
  }

  async view(actor: Actor, id: string, purpose: string | undefined): Promise<EvidenceView> {
    return this.show(actor, await this.documents.get(actor, id, purpose));
  }

  /** An original, byte for byte; that it was taken is on record before the first byte leaves. @param number of the file in the paper, from 1 */
  async download(actor: Actor, id: string, number: number, purpose: string | undefined): Promise<{ file: StoredFile; original: Readable }> {
    const evidence = await this.documents.get(actor, id, purpose);
    const file = filesOf(evidence)[number - 1];
    if (!file) {
      throw evidenceErrors.no_file({ evidenceId: id });
    }
    const original = await this.store.read('vault', file.sha256);
    try {
      await this.accessLog.record(actor, { act: 'download', thing: 'evidence', id, organisationId: evidence.organisationId, ...(purpose && { purpose }) });
    } catch (error) {
      original.destroy();
      throw error;
    }
    return { file, original };
  }

  page(actor: Actor, id: string, page: number, purpose: string | undefined): Promise<Picture> {
    return this.shown(actor, id, [`page ${page}`, purpose], (evidence) => this.previews.page(evidence, page));
  }

  thumbnail(actor: Actor, id: string, page: number, purpose: string | undefined): Promise<Picture> {
    return this.shown(actor, id, [`thumbnail ${page}`, purpose], (evidence) => this.previews.thumbnail(evidence, page));
  }

  /** The answer to an act. Done again it may tell nothing, so of what is secret the look itself is on record. */
  async showAfter(act: 'upload' | 'correction', actor: Actor, evidence: Evidence): Promise<EvidenceView> {
    const { id, organisationId, secrecy } = evidence;
    if (isSecret(secrecy)) {
      await this.accessLog.record(actor, { act: 'read', thing: 'evidence', id, organisationId, purpose: act });
    }
    return this.show(actor, evidence);
  }

  private async show(actor: Actor, evidence: Evidence): Promise<EvidenceView> {
    const [view] = await this.views.show(actor, [evidence]);
    return view!;
  }

  /** A picture of a paper, once it is on record that it is shown, and what of and for. */
  private async shown(
    actor: Actor,
    id: string,
    [what, purpose]: [string, string | undefined],
    picture: (evidence: Evidence) => Promise<Buffer>,
  ): Promise<Picture> {
    const evidence = await this.documents.get(actor, id, purpose);
    const jpeg = await picture(evidence);
    const { organisationId, secrecy } = evidence;
    await this.accessLog.record(actor, { act: 'read', thing: 'evidence', id, organisationId, purpose: purpose ? `${what}: ${purpose}` : what });
    return { jpeg, isSecret: isSecret(secrecy) };
  }
}
