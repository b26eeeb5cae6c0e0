import type { PaperFile } from '@aigaq/documents';
import { DomainError } from '@aigaq/kernel';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { ReadingService } from '../reading/reading.service.js';
import { evidenceErrors } from './evidence.errors.js';
import type { Evidence } from './evidence.js';
import { readOriginals } from './original-files.service.js';

interface Size {
  longSide: number;
  /** The same file in two places has the same pictures. */
  keyOf: (evidence: Evidence, page: number) => string;
}

const WHOLE: Size = { longSide: 1600, keyOf: ({ sha256 }, page) => `${sha256}/${page}.jpg` };
const SMALL: Size = { longSide: 240, keyOf: ({ sha256 }, page) => `${sha256}/small/${page}.jpg` };
/** Pages that are drawn, and held in memory, at a time. */
const PAGES_AT_ONCE = 10;

/** Pictures of pages for the browser: drawn when a paper is checked, or when somebody asks earlier. They can be made again at any time. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly store: ObjectStore,
    private readonly reading: ReadingService,
  ) {}

  page(evidence: Evidence, page: number): Promise<Buffer> {
    return this.picture(evidence, page, WHOLE);
  }

  thumbnail(evidence: Evidence, page: number): Promise<Buffer> {
    return this.picture(evidence, page, SMALL);
  }

  drawAll(evidence: Evidence, files: readonly PaperFile[]): Promise<void> {
    return this.drawEach(evidence, files, WHOLE);
  }

  /** Again: only when one of them is missing. */
  async drawThumbnails(evidence: Evidence, files: readonly PaperFile[]): Promise<void> {
    if (!(await this.store.stat('previews', SMALL.keyOf(evidence, evidence.pageCount)))) {
      await this.drawEach(evidence, files, SMALL);
    }
  }

  private async picture(evidence: Evidence, page: number, size: Size): Promise<Buffer> {
    if (!Number.isInteger(page) || page < 1 || page > evidence.pageCount) {
      throw evidenceErrors.no_page({ evidenceId: evidence.id });
    }
    return (await this.kept(size.keyOf(evidence, page))) ?? (await this.drawn(evidence, page, size));
  }

  private async drawEach(evidence: Evidence, files: readonly PaperFile[], size: Size): Promise<void> {
    const pages = Array.from({ length: evidence.pageCount }, (_, index) => index + 1);
    for (let from = 0; from < pages.length; from += PAGES_AT_ONCE) {
      await this.draw({ evidence, files, size }, pages.slice(from, from + PAGES_AT_ONCE));
    }
  }

  private async kept(key: string): Promise<Buffer | undefined> {
    try {
      return await this.store.readBytes('previews', key);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'store.no_object') {
        return undefined;
      }
      throw error;
    }
  }

  private async drawn(evidence: Evidence, page: number, size: Size): Promise<Buffer> {
    const files = await readOriginals(this.store, evidence);
    try {
      const [first] = await this.draw({ evidence, files, size }, [page]);
      if (first) {
        return first;
      }
    } catch (error) {
      if (!(error instanceof PaperUnreadable)) {
        throw error;
      }
    }
    throw evidenceErrors.no_page({ evidenceId: evidence.id });
  }

  private async draw({ evidence, files, size }: { evidence: Evidence; files: readonly PaperFile[]; size: Size }, pages: readonly number[]): Promise<Buffer[]> {
    const drawn = await this.reading.draw(files, pages, size.longSide);
    const pictures = drawn.map(({ page, jpeg }) => ({ page, jpeg: Buffer.from(jpeg) }));
    for (const { page, jpeg } of pictures) {
      await this.store.write('previews', size.keyOf(evidence, page), jpeg, 'image/jpeg');
    }
    return pictures.map(({ jpeg }) => jpeg);
  }
}
