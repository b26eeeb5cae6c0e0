import type { ExampleView, PageOf } from '@aigaq/api';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { AccessLog } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents/documents.repository.js';
import { examplesOf } from './example.view.js';

interface Wanted {
  since?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([\w-]+)$/;

/** What people said of papers, as examples by which the reader can be measured again. */
@Injectable()
export class ExamplesService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async list(actor: Actor, { since, cursor, limit }: Wanted): Promise<PageOf<ExampleView>> {
    authorise(actor, 'examples.export');
    const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
    const after = at && id ? { at: new Date(at), id } : { at: new Date(since ?? 0), id: '' };
    const found = await this.documents.corrected(after, limit + 1);
    const page = found.slice(0, limit);
    await this.accessLog.record(actor, { act: 'download', thing: 'examples', id: 'examples', purpose: `since ${after.at.toISOString()}, papers ${page.length}` });
    const last = page.at(-1);
    const nextCursor = found.length > limit && last?.correctedAt ? `${last.correctedAt.toISOString()}_${last.id}` : null;
    return { items: page.flatMap(examplesOf), nextCursor };
  }
}
