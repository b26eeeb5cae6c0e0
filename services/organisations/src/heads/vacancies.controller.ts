import { PageQuery, type PageOf, type VacancyRow } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { VacanciesService } from './vacancies.service.js';

@ServiceController('organisations/vacancies')
export class VacanciesController {
  constructor(private readonly vacancies: VacanciesService) {}

  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<PageOf<VacancyRow>> {
    return this.vacancies.page(actor, query);
  }
}
