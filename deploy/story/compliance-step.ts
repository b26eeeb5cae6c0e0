import { EntityRow, EntityView, HeadView, pageOf, ScoreView } from '@aigaq/api';
import { POLICY, REGION, scan } from './papers.js';
import { type Person, Refused } from './person.js';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

/** The entity of the compliance officer of the demonstration. */
export const ENTITY = 'qs-980140900002';
/** Documents for which we have a paper, in the order in which the story registers them. */
const CODES = ['3.2.2', '3.2.4'];
const UNHEARD = ['document.evidence_unknown', 'document.evidence_unchecked'];
const SIGNATORY = {
  personName: { ru: 'Е.К. Нурланов', kk: 'Е.Қ. Нұрланов' },
  position: { ru: 'Председатель Правления АО «Қазақ Сапа»', kk: '«Қазақ Сапа» АҚ Басқарма төрағасы' },
  level: 'first-head',
  from: '2022-07-01',
};
type Row = ScoreView['rows'][number];
export interface Registered {
  code: string;
  evidenceId: string;
}

/** 5. A document is registered with evidence; the score of the supervising body changes and explains itself. */
export async function officerRegistersADocument(portal: Portal, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<Registered> {
  const officer = portal.as('compliance', 'kk');
  const entity = await officer.get(entityPath(ENTITY), EntityView);
  expect([entity.canRegister, entity.supervisors.map(({ id }) => id), entity.documents.length]).toEqual([true, [REGION], 8]);
  const code = CODES.find((each) => isMissing(entity, each));
  const before = await rowOf(portal, code ?? '3.2.2');
  const evidenceId = await register(officer, ENTITY, before.code);
  await meanwhile();
  // Told again on the same data, it only replaces what was registered before.
  await scoreFollows(portal, before, code === undefined ? 0 : 1);
  return { code: before.code, evidenceId };
}

/** The region does the same for entities without an account, until half of them have it: then there are points. */
export async function scoreRises(portal: Portal, code: string): Promise<void> {
  const coordinator = portal.as('coordinator', 'kk');
  const before = await rowOf(portal, code);
  const { items } = await coordinator.get(`/api/compliance/entities?supervisorId=${REGION}&limit=100`, pageOf(EntityRow));
  const entities = await Promise.all(items.map(({ id }) => coordinator.get(entityPath(id), EntityView)));
  const others = entities.filter((entity) => isMissing(entity, code)).slice(0, Math.max(0, before.of / 2 - before.have));
  for (const { id } of others) {
    await coordinator.act(`/api/organisations/bodies/${id}/heads`, SIGNATORY, HeadView).catch(unless('head.already_appointed'));
  }
  for (const { id } of others) {
    await register(coordinator, id, code);
  }
  const after = await scoreFollows(portal, before, others.length);
  expect([after.percent, after.score, after.next]).toEqual([50, 1, { entities: 1, gain: 0.2 }]);
}

async function register(person: Person, entityId: string, code: string): Promise<string> {
  const path = entityPath(entityId);
  const { evidence } = await person.upload({ type: 'compliance-document', id: `${entityId}:${code}` }, scan(POLICY.paper));
  expect({ entityId, findings: evidence.check?.findings, verdict: evidence.check?.verdict }).toMatchObject({ verdict: 'person' });
  const isRegistered = (view: EntityView) => view.documents.some((document) => document.code === code && document.evidenceId === evidence.id);
  const wasDone = async () => [await person.get(path, EntityView)].find(isRegistered);
  const body = { evidenceId: evidence.id, validFrom: POLICY.day };
  // The paper is told by an event, which compliance may hear a moment later.
  const registered = () => person.act(`${path}/documents/${code}/register`, body, EntityView, wasDone).catch(unless(...UNHEARD));
  const view = await until(registered, (answer) => answer !== undefined, 60_000, 200);
  expect(view?.documents.find((document) => document.code === code)).toMatchObject({ state: 'in-force', evidenceId: evidence.id });
  return evidence.id;
}

/** Each step is said: how many have it, what that is worth, and what the next one needs. */
async function scoreFollows(portal: Portal, before: Row, more: number): Promise<Row> {
  const row = await until(() => rowOf(portal, before.code), ({ have }) => have >= before.have + more, 60_000);
  expect([row.have, row.of, row.percent]).toEqual([before.have + more, before.of, (row.have * 100) / row.of]);
  expect(row.next === null ? row.have === row.of : row.next.entities + row.have <= row.of && row.next.gain > 0).toBe(true);
  const whole = await portal.as('curator').get(`/api/compliance/scores/${REGION}`, ScoreView);
  expect(whole.score).toBeCloseTo(whole.rows.reduce((sum, { score }) => sum + score, 0), 6);
  return row;
}

async function rowOf(portal: Portal, code: string): Promise<Row> {
  const { rows } = await portal.as('coordinator', 'kk').get(`/api/compliance/scores/${REGION}`, ScoreView);
  const row = rows.find((each) => each.code === code);
  if (!row) {
    throw new Error(`the score of ${REGION} says nothing about ${code}`);
  }
  return row;
}

function entityPath(id: string): string {
  return `/api/compliance/entities/${id}`;
}

function isMissing({ documents }: EntityView, code: string): boolean {
  return documents.some((document) => document.code === code && document.state === 'missing');
}

function unless(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Refused && codes.includes(error.problem.code)) {
      return undefined;
    }
    throw error;
  };
}
