import type { ActInBulk, BulkOutcome, BulkView } from '@aigaq/api';
import { isOutage } from '@aigaq/events';
import { type Actor, DomainError } from '@aigaq/kernel';
import { Catalogue, type Language } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { ActsService } from './acts.service.js';
import { AssignmentsService } from './assignments.service.js';

type Item = ActInBulk['items'][number];

/** One act on many assignments: each is decided and stored by itself, so that one refusal stands in no other's way. */
@Injectable()
export class BulkService {
  private readonly catalogue = Catalogue.read();

  constructor(
    private readonly acts: ActsService,
    private readonly assignments: AssignmentsService,
  ) {}

  async run(actor: Actor, bulk: ActInBulk, language: Language): Promise<BulkView> {
    const items: BulkOutcome[] = [];
    // One after the other: named twice, the second one is refused in words.
    for (const item of bulk.items) {
      items.push(await this.outcomeOf(actor, bulk, item, language));
    }
    return { dryRun: bulk.dryRun, items };
  }

  private async outcomeOf(actor: Actor, bulk: ActInBulk, item: Item, language: Language): Promise<BulkOutcome> {
    const { id } = item;
    const decide = this.decisionOf(actor, bulk, item);
    try {
      const changes = bulk.dryRun ? await this.assignments.wouldReview(actor, id, decide) : await this.assignments.reviewUnseen(actor, id, decide);
      return { id, outcome: changes ? (bulk.dryRun ? 'possible' : 'done') : 'unchanged', code: null, words: null };
    } catch (error) {
      return { id, outcome: 'refused', ...this.refusalOf(error, language) };
    }
  }

  private decisionOf(actor: Actor, { act, reason, remark }: ActInBulk, { seen }: Item) {
    const { decisions } = this.acts;
    switch (act) {
      case 'take':
        return decisions.take(actor, { over: false });
      case 'undo':
        return decisions.undo(actor);
      case 'return':
        return decisions.return(actor, { reason: reason ?? 'other', remark: remark ?? '', seen });
      default:
        return decisions[act](actor, { seen });
    }
  }

  /** An outage of the moment is told of the item too: what was done before stays done. */
  private refusalOf(error: unknown, language: Language): { code: string; words: string } {
    if (!(error instanceof DomainError) && !isOutage(error)) {
      throw error;
    }
    const { code, data } = error instanceof DomainError ? error : { code: 'server.unavailable', data: {} };
    return { code, words: this.catalogue.find(language, code, data) ?? code };
  }
}
