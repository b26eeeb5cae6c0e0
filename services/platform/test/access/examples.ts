import type { Act } from '@aigaq/identity';
import type { Family } from './country.js';
import type { World } from './world.js';

/** Path parameters, query and body of one request. */
export interface Ask {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

interface Common {
  /** @param target the body whose thing is asked for */
  ask: (world: World, target: string) => Ask;
  /** Codes of refusals that come only after the decision about access, and therefore count as allowed. */
  after?: readonly string[];
}

/** About a thing of one body. */
interface OfThing extends Common {
  kind: 'thing';
  family: Family;
  /** The act that shows the thing, when the endpoint asks for another one: what one sees is refused in the open. */
  reads?: Act;
  /** The code that says: there is no such thing. */
  hidden: string;
}

/** A list that is asked for what belongs to one body: it has it or has it not. */
interface OfList extends Common {
  kind: 'list';
  family: Family;
  /** Whether the answer shows the thing of the target. */
  shows: (answer: { items: Record<string, unknown>[] }, target: string, world: World) => boolean;
}

/** About what belongs to no body. */
interface OfCountry extends Common {
  kind: 'country';
}

/** About what is one's own, whatever roles one has; the example asks for what is another's, or for the list of one's own. */
interface OfPerson extends Common {
  kind: 'person';
  /** The code for what is another's; a list has none. */
  hidden?: string;
}

export type Example = OfThing | OfList | OfCountry | OfPerson;

const id = (idOf: (world: World, target: string) => string) => (world: World, target: string): Ask => ({ path: { id: idOf(world, target) } });
const asAssignment = id((world, target) => world.assignmentOf(target));
const asBody = id((_, target) => target);

const ofAssignment = { kind: 'thing', family: 'state', hidden: 'assignment.unknown', reads: 'assignment.read' } as const;
const ofPaper = { kind: 'thing', family: 'state', hidden: 'evidence.unknown' } as const;
const ofBody = { kind: 'thing', family: 'state', hidden: 'body.not_found' } as const;
const ofEntity = { kind: 'thing', family: 'entity', hidden: 'entity.not_found' } as const;
const paper = (more: Record<string, string> = {}) => (world: World, target: string): Ask => ({ path: { id: world.paperOf(target), ...more } });
/** The card is published when it is asked: what would change it is refused. */
const ofCard = (body: object, ...after: string[]): Example => ({ kind: 'country', ask: () => ({ path: { edition: '2024' }, body }), after });

/**
 * One row for each operation of docs/openapi.json. A new endpoint gets a row here, else a test fails:
 * 1. what does it answer about: `thing` (of one body), `list`, `country` (of no body), `person` (one's own);
 * 2. `ask`: how to make the request for the thing of a target body. A write is made so that a rule refuses it AFTER the decision about
 *    access, with the code named in `after`; where that is not possible it must bear being repeated;
 * 3. `hidden`: the code of "there is no such thing"; `reads` when the act of the endpoint is not the act that shows the thing.
 * What is expected of whom is not written here: it follows from the table of accesses.
 */
export const EXAMPLES: Record<string, Example> = {
  'GET /api/audit/records': { kind: 'country', ask: () => ({}) },
  'POST /api/audit/verification': { kind: 'country', ask: () => ({ body: {} }) },

  'GET /api/compliance/entities': {
    kind: 'list',
    family: 'entity',
    ask: (_, target) => ({ query: { search: target } }),
    shows: ({ items }, target) => items.some((item) => item['id'] === target),
  },
  'GET /api/compliance/entities/{id}': { ...ofEntity, ask: asBody },
  'POST /api/compliance/entities/{id}/documents/{code}/register': {
    ...ofEntity,
    reads: 'compliance.read',
    ask: (_, target) => ({ path: { id: target, code: '3.2.1' }, body: { evidenceId: 'none', validFrom: '2026-01-01' } }),
    after: ['document.evidence_unknown'],
  },
  'GET /api/compliance/scores/{organisationId}': {
    ...{ kind: 'thing', family: 'state', hidden: 'score.not_found' },
    ask: (_, target) => ({ path: { organisationId: target } }),
  },

  'GET /api/evidence/documents': {
    kind: 'list',
    family: 'state',
    ask: (world, target) => ({ query: { subjectType: 'assignment', subjectId: world.assignmentOf(target) } }),
    shows: ({ items }, target, world) => items.some((item) => item['id'] === world.paperOf(target)),
  },
  'GET /api/evidence/documents/{id}': { ...ofPaper, ask: paper() },
  'POST /api/evidence/documents/{id}/corrections': {
    ...ofPaper,
    reads: 'evidence.read',
    ask: (world, target) => ({ ...paper()(world, target), body: { field: 'number', value: '1', revision: 0 } }),
    // Whose turn it is to review is said by the chain; a curator of another body than the Agency is in none.
    after: ['correction.not_read', 'correction.not_reviewer', 'correction.own_paper'],
  },
  'GET /api/evidence/documents/{id}/file': { ...ofPaper, ask: paper() },
  'GET /api/evidence/documents/{id}/files/{number}': { ...ofPaper, ask: paper({ number: '1' }) },
  'GET /api/evidence/documents/{id}/pages/{page}': { ...ofPaper, ask: paper({ page: '1' }) },
  'GET /api/evidence/documents/{id}/searchable': { ...ofPaper, ask: paper(), after: ['evidence.copy_making'] },
  'GET /api/evidence/documents/{id}/text': { ...ofPaper, ask: paper() },
  'GET /api/evidence/documents/{id}/thumbnails/{page}': { ...ofPaper, ask: paper({ page: '1' }) },
  'GET /api/evidence/documents/{id}/twins': { ...ofPaper, ask: paper() },
  'GET /api/evidence/examples': { kind: 'country', ask: () => ({}) },
  'POST /api/evidence/uploads': {
    ...{ kind: 'thing', family: 'state', hidden: 'subject.unknown' },
    ask: (world, target) => {
      const file = { fileName: 'a.pdf', mediaType: 'application/pdf', size: 10 };
      return { body: { subject: { type: 'assignment', id: world.assignmentOf(target) }, ...file, further: Array<object>(30).fill(file) } };
    },
    after: ['upload.too_many_files'],
  },
  // Only whoever began it ends it; he is none of those who ask here.
  'POST /api/evidence/uploads/{id}/complete': {
    kind: 'person',
    hidden: 'upload.unknown',
    ask: (world) => ({ path: { id: world.uploadId }, body: {} }),
  },

  'GET /api/notifications/live': { kind: 'person', ask: () => ({}) },
  'GET /api/notifications/notices': { kind: 'person', ask: () => ({}) },
  'POST /api/notifications/notices/read-all': { kind: 'person', ask: () => ({ body: {} }) },
  'POST /api/notifications/notices/{id}/read': { kind: 'person', hidden: 'notice.unknown', ask: () => ({ path: { id: 'of-somebody-else' }, body: {} }) },
  'GET /api/notifications/unread': { kind: 'person', ask: () => ({}) },

  'GET /api/organisations/bodies': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { search: target } }),
    shows: ({ items }, target) => items.some((item) => item['id'] === target),
  },
  'GET /api/organisations/bodies/{id}': { ...ofBody, ask: asBody },
  'GET /api/organisations/bodies/{id}/heads': { ...ofBody, ask: asBody },
  'POST /api/organisations/bodies/{id}/heads': {
    ...ofBody,
    ask: (_, target) => {
      const name = { kk: 'А', ru: 'А' };
      return { path: { id: target }, body: { personName: name, position: name, level: 'deputy', from: '2026-02-01', until: '2026-01-01' } };
    },
    after: ['head.wrong_dates'],
  },
  'GET /api/organisations/me': { kind: 'person', ask: () => ({}) },

  'GET /api/reports/overview/{organisationId}': {
    ...{ kind: 'thing', family: 'state', hidden: 'overview.unknown' },
    ask: (_, target) => ({ path: { organisationId: target } }),
  },

  'GET /api/tasks/assignments': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { view: 'all', organisationId: target } }),
    shows: ({ items }, target) => items.some((item) => (item['organisation'] as { id: string }).id === target),
  },
  'GET /api/tasks/assignments/{id}': { ...ofAssignment, ask: asAssignment },
  'POST /api/tasks/assignments/{id}/accept': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/pass-on': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/return': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { reason: 'other', remark: 'Исправьте' } }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/submit': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { evidenceIds: [] } }),
    after: ['assignment.no_evidence'],
  },

  'GET /api/tasks/editions': { kind: 'country', ask: () => ({}) },
  'POST /api/tasks/editions/import': { kind: 'country', ask: () => ({ body: { edition: '1999' } }), after: ['edition.unknown'] },
  'GET /api/tasks/editions/{edition}': { kind: 'country', ask: () => ({ path: { edition: '2024' } }) },
  'PUT /api/tasks/editions/{edition}/dates': ofCard({ year: 2026 }, 'edition.published'),
  'POST /api/tasks/editions/{edition}/publish': ofCard({}, 'edition.published'),
  'POST /api/tasks/editions/{edition}/rollouts': ofCard({ dryRun: true }),
  'GET /api/tasks/rollouts/{id}': { kind: 'country', ask: (world) => ({ path: { id: world.rolloutId } }) },
};
