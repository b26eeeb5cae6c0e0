import type { AcknowledgementCounts, AcknowledgementRow, AcknowledgementsQuery, AcknowledgementView, PageOf } from '@aigaq/api';
import { type BodyName, Directory } from '@aigaq/directory';
import { covers } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { isConcerned } from '../editions/concern.js';
import { acknowledgementErrors } from './acknowledgement.errors.js';
import { acknowledge, type Acknowledgement } from './acknowledgement.js';
import { AcknowledgementsRepository } from './acknowledgements.repository.js';
import { AmendmentsService } from './amendments.service.js';

@Injectable()
export class AcknowledgementsService {
  constructor(
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly amendments: AmendmentsService,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: AcknowledgementsQuery): Promise<PageOf<AcknowledgementRow>> {
    const found = await this.acknowledgements.list(actor, query);
    const page = found.slice(0, query.limit);
    const names = await this.directory.namesOf(page.map(({ organisationId }) => organisationId));
    return { items: page.map((each) => rowOf(each, actor, names)), nextCursor: found.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  counts(actor: Actor, edition: string, version: number): Promise<AcknowledgementCounts> {
    return this.acknowledgements.counts(actor, edition, version);
  }

  /** What changes for the body: of its own work only. The card is published to everybody, so of what is secret there is nothing here that is not there. */
  async view(actor: Actor, id: string): Promise<AcknowledgementView> {
    return this.viewOf(actor, await this.acknowledgements.get(actor, id));
  }

  async acknowledge(actor: Actor, id: string): Promise<AcknowledgementView> {
    const given = await this.acknowledgements.change(actor, id, (state) => {
      if (!covers(actor, 'card.acknowledge', state)) {
        throw acknowledgementErrors.not_executor({ acknowledgement: id });
      }
      return acknowledge(state, actor, this.clock.now());
    });
    return this.viewOf(actor, given);
  }

  private async viewOf(actor: Actor, state: Acknowledgement): Promise<AcknowledgementView> {
    const [names, { changes, assignments }] = await Promise.all([
      this.directory.namesOf([state.organisationId]),
      this.amendments.forBody(state, state.organisationId),
    ]);
    return {
      ...rowOf(state, actor, names),
      changes: changes.filter((change) => assignments.some((assignment) => isConcerned(change, assignment))),
      assignments: assignments.map(({ id, subtask, period, dueOn }) => ({ id, subtask, period, dueOn })),
    };
  }
}

function rowOf(state: Acknowledgement, actor: Actor, names: ReadonlyMap<string, BodyName>): AcknowledgementRow {
  const { id, edition, cardVersion: version, organisationId, askedAt, by, at } = state;
  return {
    ...{ id, edition, version },
    organisation: names.get(organisationId) ?? { id: organisationId, name: { kk: organisationId, ru: organisationId }, kind: 'central' },
    state: state.state,
    askedAt: askedAt.toISOString(),
    by,
    at: at?.toISOString() ?? null,
    allowed: state.state === 'pending' && covers(actor, 'card.acknowledge', state) ? ['acknowledge'] : [],
  };
}
