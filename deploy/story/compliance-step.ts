import { EntityRow, EntityView, pageOf, ScoreView } from '@aigaq/api';
import { REGION, scan } from './papers.js';
import type { Person } from './person.js';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

/** The entity of the compliance officer of the demonstration. */
export const ENTITY = 'qs-980140900002';
/** Documents that are papers, and not a publication, in the order in which the story registers them. */
const CODES = ['3.2.2', '3.2.4', '3.2.6', '3.2.1', '3.2.3', '3.2.5', '3.2.7', '3.2.8'];
const POLICY = 't04';
type Row = ScoreView['rows'][number];

/** 5. A document is registered with evidence; the score of the supervising body changes and explains itself. */
export async function officerRegistersADocument(portal: Portal): Promise<{ code: string; evidenceId: string }> {
  const officer = portal.as('compliance', 'kk');
  const entity = await officer.get(`/api/compliance/entities/${ENTITY}`, EntityView);
  expect([entity.canRegister, entity.supervisors.map(({ id }) => id)]).toEqual([true, [REGION]]);
  const code = CODES.find((each) => entity.documents.some((document) => document.code === each && document.state === 'missing'));
  if (!code) {
    throw new Error(`all documents of ${ENTITY} have been registered by earlier stories`);
  }
  const before = await rowOf(portal, code);
  const evidenceId = await register(officer, ENTITY, code);
  await scoreFollows(portal, before, 1);
  return { code, evidenceId };
}

/** The region does the same for entities without an account, until half of them have it: then there are points. */
export async function scoreRises(portal: Portal, code: string): Promise<void> {
  const before = await rowOf(portal, code);
  const missing = Math.ceil(before.of / 2) - before.have;
  const query = new URLSearchParams({ supervisorId: REGION, limit: '100' });
  const coordinator = portal.as('coordinator', 'kk');
  const { items } = await coordinator.get(`/api/compliance/entities?${query}`, pageOf(EntityRow));
  const others = items.filter(({ id, registered }) => id !== ENTITY && registered === 0).slice(0, missing);
  for (const { id } of others) {
    await register(coordinator, id, code);
  }
  const after = await scoreFollows(portal, before, others.length);
  expect([before.score, after.percent, after.score]).toEqual([0, 50, 1]);
}

async function register(person: Person, entityId: string, code: string): Promise<string> {
  const subject = { type: 'compliance-document' as const, id: `${entityId}:${code}` };
  const { evidence } = await person.upload(subject, scan(POLICY));
  const path = `/api/compliance/entities/${entityId}`;
  const documents = () => person.get(path, EntityView);
  const isRegistered = ({ documents }: EntityView) =>
    documents.some((document) => document.code === code && document.state === 'in-force' && document.evidenceId === evidence.id);
  const body = { evidenceId: evidence.id, validFrom: '2025-05-23' };
  // The paper is told by an event, which compliance may hear a moment later.
  await until(
    () => person.act(`${path}/documents/${code}/register`, body, EntityView, async () => [await documents()].find(isRegistered)).catch(unlessUnheard),
    (view) => view !== undefined,
    60_000,
    200,
  );
  expect(isRegistered(await documents())).toBe(true);
  return evidence.id;
}

/** Each step is said: how many have it, what that is worth, and what the next one needs. */
async function scoreFollows(portal: Portal, before: Row, more: number): Promise<Row> {
  const row = await until(() => rowOf(portal, before.code), ({ have }) => have === before.have + more, 60_000);
  expect([row.of, row.percent]).toEqual([before.of, (row.have / row.of) * 100]);
  expect(row.next === null || row.next.entities + row.have <= row.of).toBe(true);
  expect(row.next?.gain ?? 0.2).toBeGreaterThan(0);
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

function unlessUnheard(error: unknown): undefined {
  const { code, status } = (error as { problem?: { code: string; status: number } }).problem ?? { code: '', status: 0 };
  if (code.startsWith('document.evidence') || code.startsWith('compliance.evidence') || status === 409) {
    return undefined;
  }
  throw error;
}
