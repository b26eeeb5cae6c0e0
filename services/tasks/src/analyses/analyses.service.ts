import type {
  AnalysesQuery,
  AnalysisDraft,
  AnalysisDraftQuery,
  AnalysisRow,
  AnalysisView,
  BodyName,
  ListPositions,
  MissingQuery,
  PageOf,
  PlanAnalysis,
  PositionsView,
  RecordStep,
  ReplanAnalysis,
  ReplanDraft,
  ReplanQuery,
} from '@aigaq/api';
import { type Day, dayOf, WorkingCalendar } from '@aigaq/calendar';
import { type Body, bodyNameOn, Directory } from '@aigaq/directory';
import { covers, type Scoped, under } from '@aigaq/identity';
import { type Actor, Clock, type Decision } from '@aigaq/kernel';
import { loadAnalysisRules, loadCalendar } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { AnalysesRepository, type OfBody } from './analyses.repository.js';
import { analysisErrors } from './analysis.errors.js';
import { cancelled, counted, doneKeys, type Facts, findingsOf, movesTo, overlapping, planned, replanned, type RiskAnalysis } from './analysis.js';
import { analysisRow, analysisView, assignmentsOf, dateView, findingViews, isOver, lengthOf, moveView } from './analysis.view.js';
import { planAnalysis } from './chain.js';
import { listPositions } from './positions.js';
import { recordStep } from './steps.js';

const EDITION = '2024';

@Injectable()
export class AnalysesService {
  private readonly calendar = WorkingCalendar.from(loadCalendar());
  private readonly rules = loadAnalysisRules(EDITION);

  constructor(
    private readonly analyses: AnalysesRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: AnalysesQuery): Promise<PageOf<AnalysisRow>> {
    const found = await this.analyses.list(actor, query, placeOf(query.cursor));
    const page = found.slice(0, query.limit);
    const names = await this.directory.namesOf([...new Set(page.map(({ organisationId }) => organisationId))]);
    const items = page.map((analysis) => analysisRow(analysis, { names, rules: this.rules, today: this.today() }));
    const last = page.at(-1);
    return { items, nextCursor: found.length > query.limit && last ? cursorOf(last) : null };
  }

  /** Bodies within reach that have planned no internal analysis for the year, page by page in the order of their ids. */
  async missing(actor: Actor, { year, limit, cursor = '' }: MissingQuery): Promise<PageOf<BodyName>> {
    const bodies = await this.directory.bodiesOf(this.rules.audience.kinds);
    const scopes = await this.directory.scopesOf(bodies);
    const within = bodies.filter(({ id }) => id > cursor && covers(actor, 'analysis.read', { organisationId: id, scope: scopes.get(id) ?? [id] }));
    const planning = await this.analyses.bodiesWith(year, within.map(({ id }) => id));
    const missing = within.filter(({ id }) => !planning.has(id));
    const items = missing.slice(0, limit).map((body) => bodyNameOn(body, this.today()));
    return { items, nextCursor: missing.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** What would follow from two days; nothing is stored. */
  async draft(actor: Actor, { organisationId, start, end, object = '' }: AnalysisDraftQuery): Promise<AnalysisDraft> {
    const { others } = await this.placeFor(actor, organisationId);
    const days = { start: start as Day, end: end as Day };
    const dates = end < start ? [] : planAnalysis(days, this.calendar, this.rules);
    const facts = this.facts(others);
    const overlaps = overlapping({ kind: 'internal', object, ...days }, facts.others) !== undefined;
    const findings = [...findingsOf(days, dates, facts), ...(overlaps ? [{ code: 'analysis.overlaps', severity: 'refused' as const, data: {} }] : [])];
    return { workingDays: lengthOf(days, this.calendar), dates: dates.map((date) => dateView(date, this.rules)), findings: findingViews(findings) };
  }

  async plan(actor: Actor, { organisationId, start, end, ...said }: PlanAnalysis): Promise<AnalysisView> {
    const { body, scope } = await this.placeFor(actor, organisationId);
    const by = under(actor, 'analysis.manage', { organisationId, scope });
    const days = { start: start as Day, end: end as Day };
    const place = { organisationId, organisationKind: body.kind, regionId: body.regionId, scope };
    const stored = await this.analyses.create(by, { organisationId, year: Number(start.slice(0, 4)) }, (id, others) =>
      planned({ id, ...place, ...days, ...said }, by, this.facts(others)),
    );
    return this.viewOf(actor, stored);
  }

  async view(actor: Actor, id: string): Promise<AnalysisView> {
    return this.viewOf(actor, await this.analyses.get(actor, id));
  }

  /** What would move with other days; nothing is stored. */
  async moved(actor: Actor, id: string, { start, end }: ReplanQuery): Promise<ReplanDraft> {
    const analysis = await this.analyses.get(actor, id);
    mustManage(actor, analysis);
    const days = { start: start as Day, end: end as Day };
    const steps = end < start ? [] : counted({ ...analysis, ...days }, { calendar: this.calendar, rules: this.rules });
    const findings = analysis.kind === 'external' ? [] : findingsOf(days, steps, await this.factsOf(analysis), doneKeys(analysis));
    const moved = end < start ? [] : movesTo(analysis, { ...days, steps });
    return { moved: moved.map((move) => moveView(move, this.rules)), findings: findingViews(findings) };
  }

  replan(actor: Actor, id: string, { start, end, reason }: ReplanAnalysis): Promise<AnalysisView> {
    const to = { start: start as Day, end: end as Day, reason };
    return this.change(actor, id, async (analysis) => replanned(analysis, actor, to, await this.factsOf(analysis)));
  }

  record(actor: Actor, id: string, recorded: RecordStep): Promise<AnalysisView> {
    const said = { ...recorded, doneOn: recorded.doneOn as Day };
    return this.change(actor, id, async (analysis) => recordStep(analysis, actor, said, await this.factsOf(analysis)));
  }

  cancel(actor: Actor, id: string, reason: string): Promise<AnalysisView> {
    return this.change(actor, id, (analysis) => Promise.resolve(cancelled(analysis, actor, reason, this.clock.now())));
  }

  async positions(actor: Actor, id: string): Promise<PositionsView> {
    return this.positionsOf(actor, await this.analyses.get(actor, id));
  }

  async listPositions(actor: Actor, id: string, list: ListPositions): Promise<PositionsView> {
    const changed = await this.changed(actor, id, async (analysis) => listPositions(analysis, actor, list, await this.factsOf(analysis)));
    return this.positionsOf(actor, changed);
  }

  private positionsOf(actor: Actor, { id, positions, positionsVersion, ...analysis }: RiskAnalysis): PositionsView {
    const mayList = covers(actor, 'analysis.manage', analysis) && !analysis.isCancelled && analysis.kind === 'internal' && analysis.start <= this.today();
    return { analysisId: id, version: positionsVersion, positions, mayList };
  }

  private async change(actor: Actor, id: string, decide: (state: RiskAnalysis) => Promise<Decision<RiskAnalysis> | undefined>): Promise<AnalysisView> {
    return this.viewOf(actor, await this.changed(actor, id, decide));
  }

  private changed(actor: Actor, id: string, decide: (state: RiskAnalysis) => Promise<Decision<RiskAnalysis> | undefined>): Promise<RiskAnalysis> {
    return this.analyses.change(actor, id, (analysis) => {
      mustManage(actor, analysis);
      return decide(analysis);
    });
  }

  private async viewOf(actor: Actor, analysis: RiskAnalysis): Promise<AnalysisView> {
    const names = await this.directory.namesOf([analysis.organisationId]);
    const facts = await this.factsOf(analysis);
    const findings = analysis.kind === 'external' || isOver(analysis) ? [] : findingsOf(analysis, analysis.steps, facts, doneKeys(analysis));
    const assignments = await this.assignments.seen(actor, assignmentsOf(analysis));
    const mayManage = covers(actor, 'analysis.manage', analysis);
    return analysisView(analysis, { names, rules: this.rules, calendar: this.calendar, today: facts.today, findings, mayManage, assignments });
  }

  /** The body that an analysis is planned for; one that the actor may not see is as one that is not there. */
  private async placeFor(actor: Actor, organisationId: string): Promise<{ body: Body; scope: string[]; others: OfBody[] }> {
    const body = await this.directory.body(organisationId);
    const scope = body ? await this.directory.scopeOf(body) : [];
    const thing: Scoped = { organisationId, scope };
    if (!body || !covers(actor, 'analysis.read', thing)) {
      throw analysisErrors.unknown_body({ organisationId });
    }
    mustManage(actor, thing);
    if (!(this.rules.audience.kinds as string[]).includes(body.kind)) {
      throw analysisErrors.no_audience({ organisationId });
    }
    return { body, scope, others: await this.analyses.ofBody(organisationId) };
  }

  private async factsOf({ id, organisationId }: RiskAnalysis): Promise<Facts> {
    const others = await this.analyses.ofBody(organisationId);
    return this.facts(others.filter((other) => other.id !== id));
  }

  private facts(ofBody: readonly OfBody[]): Facts {
    const others = ofBody.filter(({ isCancelled }) => !isCancelled);
    return { now: this.clock.now(), today: this.today(), calendar: this.calendar, rules: this.rules, others };
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

function mustManage(actor: Actor, thing: Scoped): void {
  if (!covers(actor, 'analysis.manage', thing)) {
    throw analysisErrors.not_planner({ organisationId: thing.organisationId });
  }
}

/** What follows the last row of a page; opaque to clients. */
function cursorOf({ start, id }: RiskAnalysis): string {
  return Buffer.from(`${start} ${id}`).toString('base64url');
}

/** A cursor that we did not make begins at the beginning. */
function placeOf(cursor = ''): { start: string; id: string } | undefined {
  const [, start, id] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return start === undefined || id === undefined ? undefined : { start, id };
}
