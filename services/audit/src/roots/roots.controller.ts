import { type PageOf, RootsQuery, type SealedRootView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { RootsService } from './roots.service.js';

@ServiceController('audit/roots')
export class RootsController {
  constructor(private readonly roots: RootsService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query({ schema: RootsQuery }) query: RootsQuery): Promise<PageOf<SealedRootView>> {
    return this.roots.list(actor, query);
  }

  @Get(':day/file')
  @Header('cache-control', 'private, no-store')
  async file(@CurrentActor() actor: Actor, @Param('day') day: string): Promise<StreamableFile> {
    const bytes = await this.roots.file(actor, day);
    return new StreamableFile(bytes, { type: 'application/json', length: bytes.length, disposition: `attachment; filename="audit-root-${day}.json"` });
  }
}
