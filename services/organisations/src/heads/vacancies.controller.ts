import { type PageOf, pageOf, PageQuery, VacancyRow } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { VacanciesService } from './vacancies.service.js';

@ServiceController('organisations/vacancies')
export class VacanciesController {
  constructor(private readonly vacancies: VacanciesService) {}

  @Get()
  @Requires('body.read')
  @Answers(pageOf(VacancyRow))
  page(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<PageOf<VacancyRow>> {
    return this.vacancies.page(actor, query);
  }
}
