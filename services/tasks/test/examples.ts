import { readFileSync } from 'node:fs';
import type { Actor, NewEvent, Role } from '@aigaq/kernel';
import type { Card, CardSubtask } from '@aigaq/reference';
import { type Assignment, openAssignment } from '../src/assignments/assignment.js';
import type { EvidenceFact } from '../src/assignments/submission.js';
import type { Edition } from '../src/editions/edition.js';

export const DISTRICT = 'akimat-kostanay-auliekol';
export const REGION = 'akimat-kostanay';
export const AGENCY = 'agency';
export const CHAIN = [REGION, AGENCY].map((organisationId) => [{ organisationId, subject: null }]);
export const NOW = new Date('2026-05-20T04:00:00.000Z');

/** What the rules tell, as listeners know it: proto/tasks/v1/samples. */
export function sample(name: string): NewEvent {
  return JSON.parse(readFileSync(new URL(`../../../proto/tasks/v1/samples/${name}.json`, import.meta.url), 'utf8')) as NewEvent;
}

export function person(id: string, name: string, ...held: [organisationId: string, role: Role][]): Actor {
  return { id, name, memberships: held.map(([organisationId, role]) => ({ organisationId, role })) };
}

export const EXECUTOR = person('p-executor', 'Асқар Төлеубаев', [DISTRICT, 'executor']);
export const COORDINATOR = person('p-coordinator', 'Гүлнар Оспанова', [REGION, 'coordinator']);
export const ADMIN = person('p-admin', 'Айгүл Сейдахметова', [AGENCY, 'agency-admin']);
export const SECOND_ADMIN = person('p-admin2', 'Марат Жұмабеков', [AGENCY, 'agency-admin']);
export const CURATOR = person('p-curator', 'Дәурен Ахметжанов', [AGENCY, 'curator']);

export const TITLE = { kk: 'Бұйрық шығару', ru: 'Издание приказа' };

export function subtask(change: Partial<CardSubtask> = {}): CardSubtask {
  return {
    code: '1.1.2',
    title: TITLE,
    kkStatus: 'proposed',
    description: { kk: 'Сипаттама', ru: 'Описание' },
    sourceText: 'Издание приказа',
    executors: { text: { kk: 'Барлығы', ru: 'Все' } },
    audience: { kinds: ['akimat-region', 'akimat-district', 'quasi-state'] },
    period: 'year',
    evidence: {
      documents: [{ id: 'order', kind: 'order', name: { kk: 'Бұйрық', ru: 'Приказ' }, required: true, form: null }],
      alternatives: [],
      signers: ['first-head', 'deputy'],
      signersByKind: { 'akimat-district': ['akim', 'head-of-apparatus'] },
      approval: 'none',
      stamp: 'optional',
      accepts: ['file'],
      dateWindow: null,
      zeroCase: false,
    },
    secrecy: 'none',
    submission: 'upload',
    deadlineRules: [],
    notes: [],
    related2022: [],
    sourceLines: '1-2',
    ...change,
  };
}

/** A card of one task. */
export function cardOf(...subtasks: CardSubtask[]): Card {
  const title = { kk: 'Атауы', ru: 'Название' };
  return {
    meta: { title, edition: '2024', version: '1', source: 'Instruction', proposed: [], openQuestions: [] },
    projects: [{ code: '1', title, kkStatus: 'official', tasks: [{ code: '1.1', title, kkStatus: 'official', subtasks }] }],
  };
}

export function edition(change: Partial<Edition> = {}): Edition {
  return {
    id: '2024',
    edition: '2024',
    cardVersion: 1,
    status: 'draft',
    sourceHash: 'h1',
    importedAt: NOW,
    publishedAt: null,
    card: cardOf(subtask()),
    year: 2026,
    dates: { '1.1.2': [{ period: '2026', opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' }] },
    changedBy: { id: ADMIN.id, name: ADMIN.name },
    sentBy: null,
    approvedBy: null,
    sentBack: null,
    edits: [],
    ...change,
  };
}

export function assignment(change: Partial<Assignment> = {}): Assignment {
  return {
    ...openAssignment({
      id: `2024:1.1.2:${DISTRICT}:2026`,
      edition: '2024',
      cardVersion: 1,
      year: 2026,
      subtask: '1.1.2',
      project: '1',
      submission: 'upload',
      organisation: { id: DISTRICT, kind: 'akimat-district', scope: [DISTRICT, REGION, AGENCY] },
      dates: { period: '2026', opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' },
      rolloutId: 'r1',
    }),
    ...change,
  };
}

/** Handed in by the executor; the region reviews it. */
export function inReview(change: Partial<Assignment> = {}): Assignment {
  return assignment({
    status: 'in-review',
    submissions: 1,
    submittedOn: '2026-05-20',
    submittedAt: NOW,
    evidenceIds: ['e1'],
    machineVerdict: 'passed',
    authors: [EXECUTOR.id],
    chain: [REGION, AGENCY],
    reviewerId: REGION,
    ...change,
  });
}

export function paper(id: string, change: Partial<EvidenceFact> = {}): EvidenceFact {
  return { id, subjectId: assignment().id, sha256: 'ab'.repeat(32), verdict: 'passed', uploadedById: EXECUTOR.id, ...change };
}

/** The code of what a rule refuses; undefined when it does not. */
export function refusalOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
