import { AuditRecordView, pageOf, VerificationView } from '@aigaq/api';
import { countBy } from './overview-step.js';
import { pathOf, type Work } from './evidence-step.js';
import { ENTITY } from './compliance-step.js';
import type { Portal } from './portal.js';
import { DISTRICT } from './papers.js';
import { until } from './persistence.js';

/** Executor, coordinator and curator look at the assignment. */
const READERS = 3;
const ACTS = ['AssignmentSubmitted', 'AssignmentReturned', 'AssignmentPassedOn', 'AssignmentAccepted'];

/** 6. The auditor sees every step, reads included, each once and in order, in a chain that is whole. */
export async function auditorSeesEverything(portal: Portal, work: Work, steps: Record<string, number>): Promise<void> {
  // Each service tells its acts and its reads by itself, so they may come in any order after a failure.
  const isWhole = (records: AuditRecordView[]) =>
    Object.entries(steps).every(([type, count]) => (counts(records)[type] ?? 0) >= count) && readersOf(records).size >= READERS;
  const records = await until(() => recordsOf(portal, work.id), isWhole, 60_000, 250);
  expect(counts(records.filter(({ type }) => ACTS.includes(shortOf(type))))).toEqual(steps);
  expect(records.filter(({ actor }) => actor.id === '' || actor.name === '')).toEqual([]);
  await chainIsWhole(portal);
}

/** What was done with a paper: stored, checked, corrected, looked at. */
export async function auditorSeesThePaper(portal: Portal, evidenceId: string): Promise<void> {
  const wanted = ['EvidenceStored', 'EvidenceChecked', 'EvidenceFieldCorrected', 'ObjectRead'];
  const isThere = (records: AuditRecordView[]) => wanted.every((type) => (counts(records)[type] ?? 0) > 0);
  const records = await until(() => recordsOf(portal, evidenceId), isThere, 60_000, 250);
  expect(counts(records)).toMatchObject({ EvidenceStored: 1, EvidenceChecked: 1, EvidenceFieldCorrected: 1 });
}

export async function chainIsWhole(portal: Portal): Promise<void> {
  const verified = await portal.as('auditor').act('/api/audit/verification', {}, VerificationView);
  expect(verified).toMatchObject({ ok: true, brokenAt: null });
  expect(verified.records).toBeGreaterThan(0);
}

const NOT_OF_AN_EXECUTOR = /\/(register|return|pass-on|accept|corrections)$/;

/** For a stranger none of it exists: neither to look at nor to act on. */
export async function strangerSeesNothing(portal: Portal, work: Work, evidenceId: string): Promise<void> {
  const paper = `/api/evidence/documents/${evidenceId}`;
  const ofPaper = ['file', 'pages/1', 'thumbnails/1', 'searchable', 'text'].map((what) => `${paper}/${what}`);
  const reads = [pathOf(work), paper, ...ofPaper, `/api/reports/overview/${DISTRICT}`, `/api/compliance/entities/${ENTITY}`];
  const acts: [string, object][] = [
    [`${pathOf(work)}/submit`, { evidenceIds: [evidenceId] }],
    [`${pathOf(work)}/return`, { reason: 'other', remark: 'not mine' }],
    [`${pathOf(work)}/pass-on`, {}],
    [`${pathOf(work)}/accept`, {}],
    [`${paper}/corrections`, { field: 'number', value: '1', revision: 0 }],
    ['/api/evidence/uploads', { subject: { type: 'assignment', id: work.id }, fileName: 'x.pdf', mediaType: 'application/pdf', size: 9 }],
    [`/api/compliance/entities/${ENTITY}/documents/3.2.1/register`, { evidenceId, validFrom: '2025-01-01' }],
  ];
  const calls = [...reads.map((path) => ({ method: 'GET' as const, path })), ...acts.map(([path, body]) => ({ method: 'POST' as const, path, body }))];
  for (const username of ['stranger', 'stranger-coordinator']) {
    for (const call of calls) {
      const { status, code } = await portal.as(username).refusalOf(call);
      // Who may not review or register anything anywhere learns nothing from being told so.
      const isByRole = username === 'stranger' && NOT_OF_AN_EXECUTOR.test(call.path) && code === 'act.forbidden';
      expect({ username, ...call, status }).toMatchObject({ status: isByRole ? 403 : 404 });
    }
  }
}

/** All of them: whoever waits for a verdict looks again and again, and every look is on record. */
async function recordsOf(portal: Portal, thingId: string): Promise<AuditRecordView[]> {
  const records: AuditRecordView[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: URLSearchParams = new URLSearchParams({ thingId, limit: '100', ...(cursor !== '' && { cursor }) });
    const page: { items: AuditRecordView[]; nextCursor: string | null } = await portal.as('auditor').get(`/api/audit/records?${query}`, pageOf(AuditRecordView));
    records.push(...page.items);
    cursor = page.nextCursor;
  }
  return records;
}

function readersOf(records: readonly AuditRecordView[]): Set<string> {
  return new Set(records.filter(({ type }) => shortOf(type) === 'ObjectRead').map(({ actor }) => actor.name));
}

function counts(records: readonly AuditRecordView[]): Record<string, number> {
  return countBy(records.map(({ type }) => shortOf(type)));
}

/** Types are told with or without the name of their package. */
function shortOf(type: string): string {
  return type.split('.').at(-1) ?? type;
}
