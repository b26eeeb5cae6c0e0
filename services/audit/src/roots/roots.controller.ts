import { type PageOf, pageOf, RootsQuery, SealedRootView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { RootsService } from './roots.service.js';

@ServiceController('audit/roots')
export class RootsController {
  constructor(private readonly roots: RootsService) {}

  @Get()
  @Requires('audit.read')
  @Answers(pageOf(SealedRootView))
  list(@CurrentActor() actor: Actor, @Query({ schema: RootsQuery }) query: RootsQuery): Promise<PageOf<SealedRootView>> {
    return this.roots.list(actor, query);
  }

  @Get(':day/file')
  @Requires('audit.read')
  @Answers({ mediaType: 'application/json' })
  @Header('cache-control', 'private, no-store')
  async file(@CurrentActor() actor: Actor, @Param('day') day: string): Promise<StreamableFile> {
    const bytes = await this.roots.file(actor, day);
    return new StreamableFile(bytes, { type: 'application/json', length: bytes.length, disposition: `attachment; filename="audit-root-${day}.json"` });
  }
}
