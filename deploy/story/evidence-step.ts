import { AssignmentRow, AssignmentView, type EvidenceView, pageOf } from '@aigaq/api';
import { createHash } from 'node:crypto';
import { ANY_KIND, ANY_PAPER, CHOICES, type Choice, DISTRICT, type Paper } from './papers.js';
import { type ReadPaper } from './person.js';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

/** What the executor works on. */
export interface Work {
  id: string;
  /** Which papers fit it. */
  choice: Choice;
  /** Whether the machine knows the subtask's kind of paper, so that its verdict can be foretold. */
  isForetold: boolean;
}

const KAZAKH_LETTERS = /[әғқңөұүһі]/i;

/** 2. The executor finds the next assignment in a queue sorted by urgency, and reads what is wanted. */
export async function executorOpensAnAssignment(portal: Portal): Promise<Work> {
  const executor = portal.as('executor', 'kk');
  const isFilled = (rows: AssignmentRow[]) => rows.some(({ status }) => status === 'open');
  const queue = await until(() => queueOf(portal), isFilled, 60_000, 500);
  expect(queue.map(({ organisation }) => organisation.id).filter((id) => id !== DISTRICT)).toEqual([]);
  expect(queue.map(({ dueOn }) => dueOn)).toEqual(queue.map(({ dueOn }) => dueOn).toSorted());
  const work = chooseFrom(queue);
  const assignment = await executor.get(pathOf(work), AssignmentView);
  expect(assignment.allowed).toEqual(expect.arrayContaining(['upload', 'submit']));
  expect(assignment.rule.documents.length).toBeGreaterThan(0);
  expect(assignment.requirements.length).toBeGreaterThan(0);
  expect(assignment.chain.map(({ organisation }) => organisation.id)).toEqual(['akimat-kostanay', 'agency']);
  const clocks = [assignment.clocks.opens, assignment.clocks.due, assignment.clocks.onTime, assignment.clocks.locked];
  expect(clocks.filter(({ reason }) => reason.code === '')).toEqual([]);
  return work;
}

/** He uploads a scan and sees within seconds what was found, in words of both languages and with its place. */
export async function executorUploads(portal: Portal, { id, isForetold }: Work, paper: Paper, wanted: string): Promise<ReadPaper> {
  const executor = portal.as('executor', 'kk');
  const read = await executor.upload({ type: 'assignment', id }, paper);
  const { evidence } = read;
  expect([evidence.state, evidence.organisationId]).toEqual(['checked', DISTRICT]);
  const findings = evidence.check?.findings ?? [];
  expect(findings.filter(({ text }) => !KAZAKH_LETTERS.test(text.kk) || text.ru === '' || text.ru === text.kk)).toEqual([]);
  expect(findings.some(({ box }) => box !== null)).toBe(true);
  if (isForetold) {
    expect({ paper: paper.name, verdict: evidence.check?.verdict, findings }).toMatchObject({ verdict: wanted });
  }
  await isUntouched(portal, evidence, paper);
  return read;
}

/** The queue of the district's executor, all pages of it. */
export async function queueOf(portal: Portal): Promise<AssignmentRow[]> {
  const rows: AssignmentRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path: string = `/api/tasks/assignments?view=queue&limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page: { items: AssignmentRow[]; nextCursor: string | null } = await portal.as('executor', 'kk').get(path, pageOf(AssignmentRow));
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

export function pathOf({ id }: { id: string }): string {
  return `/api/tasks/assignments/${encodeURIComponent(id)}`;
}

/** A subtask whose papers we have, while one is left; else any that is open and not secret: that is for people on a name list. */
function chooseFrom(queue: readonly AssignmentRow[]): Work {
  const open = queue.filter(({ status, opensOn, secrecy }) => status === 'open' && secrecy === 'none' && opensOn <= new Date().toISOString().slice(0, 10));
  for (const choice of CHOICES) {
    const row = open.find(({ subtask }) => subtask === choice.subtask);
    if (row) {
      return { id: row.id, choice, isForetold: true };
    }
  }
  const any = open.find(({ subtask }) => ANY_KIND.includes(subtask));
  if (!any) {
    throw new Error(`nothing is open in ${DISTRICT}: all its assignments have been used by earlier stories`);
  }
  return { id: any.id, choice: { subtask: any.subtask, unsigned: ANY_PAPER, inOrder: ANY_PAPER }, isForetold: false };
}

/** The original is byte-identical, and its page can be looked at. */
async function isUntouched(portal: Portal, { id, sha256 }: EvidenceView, paper: Paper): Promise<void> {
  const executor = portal.as('executor', 'kk');
  const file = await executor.bytes(`/api/evidence/documents/${id}/file`);
  expect([file.bytes.equals(paper.bytes), createHash('sha256').update(file.bytes).digest('hex')]).toEqual([true, sha256]);
  const page = await executor.bytes(`/api/evidence/documents/${id}/pages/1`);
  expect([page.type.startsWith('image/'), page.bytes.length > 1_000]).toEqual([true, true]);
}

