import type { PageOf, RootsQuery, SealedRootView } from '@aigaq/api';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { rootErrors } from './root.errors.js';
import { rootFile } from './root-file.js';
import { dayRootOf, type SealedRoot } from './root.schema.js';
import { RootsRepository } from './roots.repository.js';

@Injectable()
export class RootsService {
  constructor(
    private readonly roots: RootsRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async list(actor: Actor, { limit, cursor }: RootsQuery): Promise<PageOf<SealedRootView>> {
    authorise(actor, 'audit.read');
    const found = await this.roots.newest(limit + 1, cursor);
    const page = found.slice(0, limit);
    return { items: page.map(viewOf), nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** The published form of a root, to be kept outside. @throws root.not_sealed */
  async file(actor: Actor, day: string): Promise<Buffer> {
    authorise(actor, 'audit.read');
    const root = await this.roots.find(day);
    if (!root) {
      throw rootErrors.not_sealed({ day });
    }
    await this.accessLog.record(actor, { act: 'download', thing: 'audit-root', id: day });
    return Buffer.from(rootFile(dayRootOf(root)));
  }
}

function viewOf({ id, hash, records, sealedAt, publishedAt, stampedAt }: SealedRoot): SealedRootView {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return { day: id, hash, records, sealedAt: sealedAt.toISOString(), publishedAt: iso(publishedAt), stampedAt: iso(stampedAt) };
}
