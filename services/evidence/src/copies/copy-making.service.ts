import { type PaperFile, plainText, type TextPage } from '@aigaq/documents';
import { DomainError, isSecret } from '@aigaq/kernel';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import type { Evidence } from '../documents/evidence.js';
import { readOriginals } from '../documents/original-files.service.js';
import { PreviewsService } from '../documents/previews.service.js';
import { PatientReader } from '../reading/patient-reader.service.js';
import { PaperUnreadable, readingErrors } from '../reading/reading.errors.js';
import { CopiesRepository } from './copies.repository.js';
import { copyKey, wordsKey } from './copy-job.js';

/** Small pictures, all words and the searchable copy of a paper. Every step is kept, so that whoever goes on does not begin anew. */
@Injectable()
export class CopyMakingService {
  private isStopped = false;

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly copies: CopiesRepository,
    private readonly store: ObjectStore,
    private readonly reader: PatientReader,
    private readonly previews: PreviewsService,
  ) {}

  stop(): void {
    this.isStopped = true;
  }

  /** @throws PaperUnreadable when the file cannot be opened, or an outage */
  async make(id: string): Promise<void> {
    const evidence = await this.documents.find(id);
    if (!evidence) {
      throw new PaperUnreadable('there is no such paper');
    }
    if (evidence.state === 'unreadable') {
      throw new PaperUnreadable('the check could not read it either');
    }
    const files = await readOriginals(this.store, evidence);
    await this.previews.drawThumbnails(evidence, files);
    if (isSecret(evidence.secrecy)) {
      // Its text is kept nowhere, so that no search, copy or export can show it.
      return;
    }
    const pages = await this.wordsOf(evidence, files);
    const copy = await this.reader.copy(files, pages);
    await this.store.write('previews', copyKey(evidence), copy, 'application/pdf');
    await this.copies.keepText(evidence, pages.map((page) => ({ page: page.page, text: plainText(page) })));
  }

  private async wordsOf(evidence: Evidence, files: readonly PaperFile[]): Promise<TextPage[]> {
    const pages: TextPage[] = [];
    for (let page = 1; page <= evidence.pageCount; page += 1) {
      if (this.isStopped) {
        throw readingErrors.unavailable({ cause: 'stopping' });
      }
      const words = (await this.kept(evidence, page)) ?? (await this.read(evidence, files, page));
      if (words) {
        pages.push(words);
      }
    }
    return pages;
  }

  private async read(evidence: Evidence, files: readonly PaperFile[], page: number): Promise<TextPage | undefined> {
    const words = await this.reader.read(files, page);
    if (words) {
      await this.store.write('previews', wordsKey(evidence, page), Buffer.from(JSON.stringify(words)), 'application/json');
    }
    return words;
  }

  private async kept(evidence: Evidence, page: number): Promise<TextPage | undefined> {
    try {
      return JSON.parse((await this.store.readBytes('previews', wordsKey(evidence, page))).toString('utf8')) as TextPage;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'store.no_object') {
        return undefined;
      }
      throw error;
    }
  }
}
