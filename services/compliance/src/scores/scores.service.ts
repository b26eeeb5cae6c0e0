import type { ScoreView } from '@aigaq/api';
import { type Body, Directory, today } from '@aigaq/directory';
import { covers, rootsFor } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { EntitiesRepository } from '../documents/entities.repository.js';
import { Programme } from '../programme.js';
import { scoreErrors } from './score.errors.js';
import { changeScore, type Score, scoreOn } from './score.js';
import { ScoresRepository } from './scores.repository.js';

@Injectable()
export class ScoresService {
  constructor(
    private readonly scores: ScoresRepository,
    private readonly entities: EntitiesRepository,
    private readonly directory: Directory,
    private readonly programme: Programme,
    private readonly clock: Clock,
  ) {}

  /** Counted at the moment of asking, so that it is never older than the documents. */
  async view(actor: Actor, bodyId: string): Promise<ScoreView> {
    const body = await this.directory.body(bodyId);
    if (!body || !(await this.maySee(actor, body))) {
      throw scoreErrors.not_found({ organisationId: bodyId });
    }
    const { scaleVersion, score, maximum, entities, rows } = await this.count(bodyId);
    const names = new Map(this.programme.all.map(({ code, name }) => [code, name]));
    return {
      organisation: { id: body.id, name: body.name, kind: body.kind },
      scaleVersion,
      score,
      maximum,
      entities,
      rows: rows.map((row) => ({ ...row, title: names.get(row.code) ?? { kk: row.code, ru: row.code } })),
    };
  }

  /** Makes scores anew; what changed is told. May be repeated at will. */
  async renew(bodyIds: readonly string[]): Promise<void> {
    for (const bodyId of new Set(bodyIds)) {
      await this.scores.renew(bodyId, async (known) => changeScore(known, await this.count(bodyId), this.clock.now()));
    }
  }

  /** For the turn of the day: documents begin and end without anybody doing anything. */
  async renewAll(): Promise<void> {
    await this.renew(await this.entities.supervisors());
  }

  /** Besides those who read below the body: an entity may know how the body that supervises it stands. */
  private async maySee(actor: Actor, body: Body): Promise<boolean> {
    if (covers(actor, 'compliance.read', { organisationId: body.id, scope: await this.directory.scopeOf(body) })) {
      return true;
    }
    const roots = rootsFor(actor, 'compliance.read');
    return roots !== 'all' && this.entities.areSupervisedBy(roots, body.id);
  }

  private async count(bodyId: string): Promise<Score> {
    return scoreOn(today(this.clock), bodyId, await this.entities.supervisedBy(bodyId), this.programme);
  }
}
