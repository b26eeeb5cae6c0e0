import type { BodyName, EvidenceView } from '@aigaq/api';
import { Directory } from '@aigaq/directory';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { CopiesRepository } from '../copies/copies.repository.js';
import { copyState } from '../copies/copy-job.js';
import { mayCorrect } from '../corrections/correction.js';
import { CorrectionsService } from '../corrections/corrections.service.js';
import type { Evidence } from './evidence.js';
import { evidenceView } from './evidence.view.js';
import { FindingTexts } from './finding-texts.service.js';

/** Papers as they are shown to somebody. */
@Injectable()
export class EvidenceViews {
  constructor(
    private readonly texts: FindingTexts,
    private readonly copies: CopiesRepository,
    private readonly corrections: CorrectionsService,
    private readonly directory: Directory,
  ) {}

  async show(actor: Actor, papers: readonly Evidence[]): Promise<EvidenceView[]> {
    const jobs = await this.copies.jobsOf(papers.map(({ id }) => id));
    const bodies = [...new Set(papers.map(({ organisationId }) => organisationId))];
    const lines = new Map(await Promise.all(bodies.map(async (id) => [id, await this.corrections.reviewingIds(id)] as const)));
    const nameOf = await this.names([...bodies, ...papers.flatMap(({ uploadedFrom }) => uploadedFrom ?? [])]);
    return papers.map((evidence) =>
      evidenceView(evidence, {
        words: (found) => this.texts.wordsOf(found),
        textOf: (key) => this.texts.textOf(key),
        nameOf,
        copy: copyState(evidence, jobs.get(evidence.id)),
        mayCorrect: mayCorrect(evidence, actor, lines.get(evidence.organisationId) ?? []),
      }),
    );
  }

  private async names(ids: readonly string[]): Promise<(id: string) => BodyName> {
    const names = await this.directory.namesOf([...new Set(ids)]);
    return (id) => names.get(id) ?? { id, name: { kk: id, ru: id }, kind: 'other' };
  }
}
