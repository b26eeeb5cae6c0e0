import { DomainError } from '@aigaq/kernel';
import { ObjectStore } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { ReadingService } from '../reading/reading.service.js';
import { evidenceErrors } from './evidence.errors.js';
import type { Evidence } from './evidence.js';
import { fileTypeOf } from './media-types.js';

const LONG_SIDE = 1600;
/** Pages that are drawn, and held in memory, at a time. */
const PAGES_AT_ONCE = 10;

/** Pictures of pages for the browser: drawn when a paper is checked, or when somebody asks earlier. They can be made again at any time. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly store: ObjectStore,
    private readonly reading: ReadingService,
  ) {}

  async page(evidence: Evidence, page: number): Promise<Buffer> {
    if (!Number.isInteger(page) || page < 1 || page > evidence.pageCount) {
      throw evidenceErrors.no_page({ evidenceId: evidence.id });
    }
    return (await this.kept(evidence, page)) ?? (await this.drawn(evidence, page));
  }

  async drawAll(evidence: Evidence, bytes: Uint8Array): Promise<void> {
    const pages = Array.from({ length: evidence.pageCount }, (_, index) => index + 1);
    for (let from = 0; from < pages.length; from += PAGES_AT_ONCE) {
      await this.draw(evidence, bytes, pages.slice(from, from + PAGES_AT_ONCE));
    }
  }

  private async kept(evidence: Evidence, page: number): Promise<Buffer | undefined> {
    try {
      return await this.store.readBytes('previews', keyOf(evidence, page));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'store.no_object') {
        return undefined;
      }
      throw error;
    }
  }

  private async drawn(evidence: Evidence, page: number): Promise<Buffer> {
    const bytes = await this.store.readBytes('vault', evidence.sha256);
    try {
      const [first] = await this.draw(evidence, bytes, [page]);
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

  private async draw(evidence: Evidence, bytes: Uint8Array, pages: readonly number[]): Promise<Buffer[]> {
    const drawn = await this.reading.draw(bytes, fileTypeOf(evidence.mediaType), pages, LONG_SIDE);
    const pictures = drawn.map(({ page, jpeg }) => ({ page, jpeg: Buffer.from(jpeg) }));
    for (const { page, jpeg } of pictures) {
      await this.store.write('previews', keyOf(evidence, page), jpeg, 'image/jpeg');
    }
    return pictures.map(({ jpeg }) => jpeg);
  }
}

/** The same file in two places has the same pictures. */
function keyOf({ sha256 }: Evidence, page: number): string {
  return `${sha256}/${page}.jpg`;
}
