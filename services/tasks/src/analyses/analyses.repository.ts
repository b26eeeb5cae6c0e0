import type { AnalysesQuery } from '@aigaq/api';
import { scopeFilter, under } from '@aigaq/identity';
import { type Actor, type Decision, DomainError } from '@aigaq/kernel';
import type { AnalysisStage } from '@aigaq/reference';
import { aggregateErrors, Aggregates, fromStored, type Kept, OutboxRelay, type Stored, type Where } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { analysisErrors } from './analysis.errors.js';
import { RISK_ANALYSIS } from './analysis.schema.js';
import type { RiskAnalysis } from './analysis.js';

/** What of a body's other analyses is asked when one is planned. */
export type OfBody = Pick<RiskAnalysis, 'id' | 'year' | 'kind' | 'object' | 'start' | 'end' | 'isCancelled'>;

/** What the picture of risks is made of. */
export type Pictured = Pick<
  RiskAnalysis,
  'id' | 'organisationId' | 'regionId' | 'object' | 'start' | 'stage' | 'positions' | 'positionsCount' | 'positionsListedOn'
>;

const RACES = 5;
const MOST_OF_BODY = 500;
const MOST_BODIES = 50_000;
/** The newest; an older analysis of the same object shows nothing anyway. */
const MOST_COUNTED = 20_000;
const MOST_PICTURED = 2_000;

@Injectable()
export class AnalysesRepository {
  private readonly analyses: Aggregates<RiskAnalysis>;

  constructor(
    @InjectModel(RISK_ANALYSIS, 'tasks') private readonly model: Model<Stored<RiskAnalysis>>,
    relay: OutboxRelay,
  ) {
    this.analyses = new Aggregates<RiskAnalysis>(model, relay);
  }

  /**
   * A new analysis under the next number of the body; whoever is second at the same moment decides again with what the first has stored.
   * @param decide with the id and the others of the body
   */
  async create(actor: Actor, place: { organisationId: string; year: number }, decide: (id: string, others: OfBody[]) => Decision<RiskAnalysis>): Promise<Kept<RiskAnalysis>> {
    for (let race = 0; race < RACES; race += 1) {
      const others = await this.ofBody(place.organisationId);
      const id = `${place.organisationId}:${place.year}-${nextNumber(others, place.year)}`;
      try {
        return await this.analyses.create(actor, decide(id, others), () => aggregateErrors.conflict({ id }));
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'aggregate.conflict') {
          throw error;
        }
      }
    }
    throw aggregateErrors.conflict({ id: place.organisationId });
  }

  async get(actor: Actor, id: string): Promise<Kept<RiskAnalysis>> {
    const found = await this.analyses.find(id, scopeFilter(actor, 'analysis.read'));
    if (!found) {
      throw analysisErrors.unknown({ analysisId: id });
    }
    return found;
  }

  change(actor: Actor, id: string, decide: (state: RiskAnalysis) => Promise<Decision<RiskAnalysis> | undefined>): Promise<Kept<RiskAnalysis>> {
    return this.analyses.change(actor, id, decide, {
      by: (analysis) => under(actor, 'analysis.manage', analysis),
      where: scopeFilter(actor, 'analysis.read'),
      notFound: () => analysisErrors.unknown({ analysisId: id }),
    });
  }

  /** One page and one more, the newest first; `after` is the last row of the page before. */
  async list(actor: Actor, { organisationId, year, limit }: AnalysesQuery, after: { start: string; id: string } | undefined): Promise<RiskAnalysis[]> {
    const conditions: Where[] = [
      scopeFilter(actor, 'analysis.read'),
      organisationId === undefined ? {} : { organisationId },
      year === undefined ? {} : { year },
      after ? { $or: [{ start: { $lt: after.start } }, { start: after.start, _id: { $lt: after.id } }] } : {},
    ].filter((condition) => Object.keys(condition).length > 0);
    const stored = await this.model
      .find(conditions.length > 0 ? { $and: conditions } : {}, { history: 0, positions: 0, outbox: 0 })
      .sort({ start: -1, _id: -1 })
      .limit(limit + 1)
      .lean<Stored<RiskAnalysis>[]>();
    return stored.map((document) => ({ ...fromStored<RiskAnalysis>(document), history: [], positions: [] }));
  }

  async ofBody(organisationId: string): Promise<OfBody[]> {
    const stored = await this.model
      .find({ organisationId }, { year: 1, kind: 1, object: 1, start: 1, end: 1, isCancelled: 1 })
      .sort({ start: -1, _id: -1 })
      .limit(MOST_OF_BODY)
      .lean<Stored<RiskAnalysis>[]>();
    return stored.map((document) => fromStored<RiskAnalysis>(document));
  }

  /** Bodies that have planned an internal analysis for the year. */
  async bodiesWith(year: number, organisationIds: readonly string[]): Promise<Set<string>> {
    const stored = await this.model
      .find({ year, organisationId: { $in: [...organisationIds] }, kind: 'internal', isCancelled: false }, { organisationId: 1 })
      .limit(MOST_BODIES)
      .lean<{ organisationId: string }[]>();
    return new Set(stored.map(({ organisationId }) => organisationId));
  }

  /** Internal analyses that have reached one of the stages; without their lists when only counts are wanted. */
  async pictured(where: { regionId: string } | { regionId: { $ne: null } }, stages: readonly AnalysisStage[], isCounted: boolean): Promise<Pictured[]> {
    const counts = { organisationId: 1, regionId: 1, object: 1, start: 1, stage: 1, positionsCount: 1, positionsListedOn: 1 };
    const reached: Where = { ...where, stage: { $in: [...stages] }, kind: 'internal', isCancelled: false };
    const stored = await this.model
      .find(reached, isCounted ? counts : { ...counts, positions: 1 })
      .sort({ start: -1, _id: -1 })
      .limit(isCounted ? MOST_COUNTED : MOST_PICTURED)
      .lean<Stored<RiskAnalysis>[]>();
    return stored.map((document) => ({ ...fromStored<RiskAnalysis>(document), positions: document.positions ?? [] }));
  }

  /** The body has another place in the tree: others may look at what is its. */
  async place(organisationId: string, scope: readonly string[]): Promise<void> {
    await this.model.collection.updateMany({ organisationId, scope: { $ne: scope } }, { $set: { scope: [...scope] }, $inc: { version: 1 } });
  }
}

/** Numbers are given once: that of a cancelled analysis too. */
function nextNumber(others: readonly OfBody[], year: number): number {
  const given = others.flatMap(({ id }) => (id.includes(`:${year}-`) ? [Number(id.split('-').at(-1))] : []));
  return Math.max(0, ...given) + 1;
}
