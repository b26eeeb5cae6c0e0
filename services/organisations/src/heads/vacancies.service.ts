import type { PageOf, VacancyRow } from '@aigaq/api';
import { today } from '@aigaq/directory';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { type BodyVacancies, VacanciesRepository } from './vacancies.repository.js';

@Injectable()
export class VacanciesService {
  constructor(
    private readonly vacancies: VacanciesRepository,
    private readonly clock: Clock,
  ) {}

  /** `limit` bodies; a body with two vacant chairs gives two rows. */
  async page(actor: Actor, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<PageOf<VacancyRow>> {
    const found = await this.vacancies.page(actor, { after: cursor ?? '', day: today(this.clock), limit: limit + 1 });
    const shown = found.slice(0, limit);
    return { items: shown.flatMap(rowsOf), nextCursor: found.length > limit ? (shown.at(-1)?.organisation.id ?? null) : null };
  }
}

function rowsOf({ organisation, vacancies }: BodyVacancies): VacancyRow[] {
  return vacancies.map(({ level, position, since }) => ({ organisation, level, position, vacantSince: since }));
}
