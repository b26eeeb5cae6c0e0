import type { DraftView, SaveDraft } from '@aigaq/api';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { AssignmentsService } from './assignments.service.js';
import { DraftsRepository } from './drafts.repository.js';

const NONE: DraftView = { chosen: [], left: [], remark: '', zeroCase: false, savedAt: null };

/** What a person has prepared and not handed in yet: his own, for the present submission. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly drafts: DraftsRepository,
    private readonly clock: Clock,
  ) {}

  async view(actor: Actor, id: string): Promise<DraftView> {
    const { submissions } = await this.assignments.ofWork(actor, id);
    const draft = await this.drafts.find(id, actor.id);
    if (!draft || draft.submissions !== submissions) {
      return NONE;
    }
    const { chosen, left, remark, zeroCase, savedAt } = draft;
    return { chosen, left, remark, zeroCase, savedAt: savedAt.toISOString() };
  }

  async save(actor: Actor, id: string, draft: SaveDraft): Promise<DraftView> {
    const { submissions } = await this.assignments.ofWork(actor, id);
    const savedAt = this.clock.now();
    await this.drafts.save(id, actor.id, { ...draft, submissions, savedAt });
    return { ...draft, savedAt: savedAt.toISOString() };
  }
}
