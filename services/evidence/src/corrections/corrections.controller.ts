import { CorrectField, EvidenceView, ExamplesQuery, ExampleView, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DocumentsService } from '../documents/documents.service.js';
import { CorrectionsService } from './corrections.service.js';
import { ExamplesService } from './examples.service.js';

@ServiceController('evidence')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly examples: ExamplesService,
    private readonly documents: DocumentsService,
  ) {}

  @Post('documents/:id/corrections')
  @Requires('assignment.review')
  @Answers(EvidenceView)
  async correct(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: CorrectField }) body: CorrectField): Promise<EvidenceView> {
    return this.documents.showAfter('correction', actor, await this.corrections.correct(actor, id, body));
  }

  @Get('examples')
  @Requires('examples.export')
  @Answers(pageOf(ExampleView))
  @StepUp('examples.export')
  list(@CurrentActor() actor: Actor, @Query({ schema: ExamplesQuery }) query: z.infer<typeof ExamplesQuery>): Promise<PageOf<ExampleView>> {
    return this.examples.list(actor, query);
  }
}
