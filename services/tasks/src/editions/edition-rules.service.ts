import type { EditionView, EvidenceRule } from '@aigaq/api';
import { authorise, under } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { setRule } from './edition-rule.js';
import { editionView } from './edition.view.js';
import { EditionsRepository } from './editions.repository.js';

@Injectable()
export class EditionRulesService {
  constructor(private readonly editions: EditionsRepository) {}

  async set(actor: Actor, edition: string, code: string, rule: EvidenceRule): Promise<EditionView> {
    authorise(actor, 'card.manage');
    const { id } = await this.editions.draft(edition);
    const by = under(actor, 'card.manage');
    return editionView(await this.editions.change(by, id, (state) => setRule(state, code, rule, by)), false);
  }
}
