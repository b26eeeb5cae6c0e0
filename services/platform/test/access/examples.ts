import { type Ask, type Example, has, ofBodyId, ofOrganisation } from './example.js';
import { REGISTER_EXAMPLES } from './register-examples.js';
import type { World } from './world.js';

const id = (idOf: (world: World, target: string) => string) => (world: World, target: string): Ask => ({ path: { id: idOf(world, target) } });
const asAssignment = id((world, target) => world.assignmentOf(target));

const ofAssignment = { kind: 'thing', family: 'state', hidden: 'assignment.unknown', reads: 'assignment.read' } as const;
const ofAnalysis = { kind: 'thing', family: 'state', hidden: 'analysis.unknown', reads: 'analysis.read' } as const;
const asAnalysis = (body?: object, query?: Record<string, string>) => (world: World, target: string): Ask => ({ path: { id: world.analysisOf(target) }, ...(body && { body }), ...(query && { query }) });
/** No analysis ends before it begins. */
const REVERSED = { start: '2026-06-10', end: '2026-06-01' };
const ofAcknowledgement = { kind: 'thing', family: 'state', hidden: 'acknowledgement.unknown', reads: 'assignment.read' } as const;
const ofPaper = { kind: 'thing', family: 'state', hidden: 'evidence.unknown' } as const;
const ofEntity = { kind: 'thing', family: 'entity', hidden: 'entity.not_found' } as const;
const paper = (more: Record<string, string> = {}) => (world: World, target: string): Ask => ({ path: { id: world.paperOf(target), ...more } });
/** The card is published when it is asked: what would change it is refused. */
const ofCard = (body: object, ...after: string[]): Example => ({ kind: 'country', ask: () => ({ path: { edition: '2024' }, body }), after });

/** A rule of evidence that asks for one order. */
const RULE = {
  documents: [{ id: 'order', kind: 'order', name: { kk: 'Бұйрық', ru: 'Приказ' }, required: true, form: null }],
  ...{ alternatives: [], signers: ['first-head'], signersByKind: {}, approval: 'none', stamp: 'optional', accepts: ['file'], dateWindow: null, zeroCase: false },
};

/**
 * One row for each operation of docs/openapi.json. A new endpoint gets a row here, else a test fails:
 * 1. what does it answer about: `thing` (of one body), `list`, `country` (of no body), `person` (one's own);
 * 2. `ask`: how to make the request for the thing of a target body. A write is made so that a rule refuses it AFTER the decision about
 *    access, with the code named in `after`; where that is not possible it must bear being repeated;
 * 3. `hidden`: the code of "there is no such thing"; `reads` when the act of the endpoint is not the act that shows the thing.
 * What is expected of whom is not written here: it follows from the table of accesses.
 */
export const EXAMPLES: Record<string, Example> = {
  'GET /api/audit/export': { kind: 'country', ask: () => ({ query: { thingId: 'nothing' } }) },
  'GET /api/audit/records': { kind: 'country', ask: () => ({}) },
  'GET /api/audit/roots': { kind: 'country', ask: () => ({}) },
  'GET /api/audit/roots/{day}/file': { kind: 'country', ask: () => ({ path: { day: '2020-01-01' } }), after: ['root.not_sealed'] },
  // A day on which there is nothing: the whole record is long.
  'POST /api/audit/verification': { kind: 'country', ask: () => ({ body: { from: '2020-01-01', to: '2020-01-01' } }) },

  'GET /api/compliance/entities': {
    kind: 'list',
    family: 'entity',
    ask: (_, target) => ({ query: { search: target } }),
    shows: ({ items }, target) => has(items, (item) => item['id'] === target),
  },
  'GET /api/compliance/entities/{id}': { ...ofEntity, ask: ofBodyId },
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
    shows: ({ items }, target, world) => has(items, (item) => item['id'] === world.paperOf(target)),
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

  ...REGISTER_EXAMPLES,

  'GET /api/reports/overview/{organisationId}': {
    ...{ kind: 'thing', family: 'state', hidden: 'overview.unknown' },
    ask: (_, target) => ({ path: { organisationId: target } }),
  },

  'GET /api/tasks/analyses': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { organisationId: target } }),
    shows: ({ items }, target) => has(items, ofOrganisation(target)),
  },
  'POST /api/tasks/analyses': {
    ...{ kind: 'thing', family: 'state', hidden: 'analysis.unknown_body', reads: 'analysis.read' },
    ask: (_, target) => ({ body: { organisationId: target, object: 'Отдел', ...REVERSED } }),
    after: ['analysis.disordered'],
  },
  'GET /api/tasks/analyses/draft': {
    ...{ kind: 'thing', family: 'state', hidden: 'analysis.unknown_body', reads: 'analysis.read' },
    ask: (_, target) => ({ query: { organisationId: target, ...REVERSED } }),
  },
  'GET /api/tasks/analyses/missing': {
    kind: 'list',
    family: 'state',
    // Nobody has planned anything for it yet.
    ask: () => ({ query: { year: '2028', limit: '100' } }),
    shows: ({ items }, target) => has(items, ({ id }) => id === target),
  },
  'GET /api/tasks/analyses/{id}': { ...ofAnalysis, ask: asAnalysis() },
  'POST /api/tasks/analyses/{id}/cancel': {
    ...ofAnalysis,
    ask: asAnalysis({ reason: 'Проверка' }),
    after: ['analysis.over'],
  },
  'GET /api/tasks/analyses/{id}/moved': { ...ofAnalysis, ask: asAnalysis(undefined, REVERSED) },
  'GET /api/tasks/analyses/{id}/positions': { ...ofAnalysis, ask: asAnalysis() },
  'PUT /api/tasks/analyses/{id}/positions': { ...ofAnalysis, ask: asAnalysis({ version: 9, positions: [] }), after: ['analysis.not_begun', 'analysis.over'] },
  'POST /api/tasks/analyses/{id}/replan': { ...ofAnalysis, ask: asAnalysis({ ...REVERSED, reason: 'Проверка' }), after: ['analysis.disordered', 'analysis.over'] },
  'POST /api/tasks/analyses/{id}/steps': { ...ofAnalysis, ask: asAnalysis({ step: 'nothing', doneOn: '2026-05-20' }), after: ['analysis.unknown_step'] },

  'GET /api/tasks/risk-pictures': { kind: 'country', ask: () => ({}) },
  'GET /api/tasks/risk-pictures/{regionId}': { kind: 'country', ask: () => ({ path: { regionId: 'kostanay' } }) },
  // Which body keeps which section is not a matter of the table; services/tasks/test/risk-pictures.spec.ts.
  'POST /api/tasks/risk-pictures/{regionId}/sections/{section}': {
    kind: 'country',
    ask: () => ({ path: { regionId: 'kostanay', section: '9' }, body: { note: 'Проверка' } }),
    after: ['picture.unknown_section'],
  },

  'GET /api/tasks/acknowledgements': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { organisationId: target } }),
    shows: ({ items }, target) => has(items, ofOrganisation(target)),
  },
  'GET /api/tasks/acknowledgements/counts': { kind: 'country', ask: () => ({ query: { edition: '2024', version: '2' } }) },
  'GET /api/tasks/acknowledgements/{id}': { ...ofAcknowledgement, ask: id((world, target) => world.acknowledgementOf(target)) },
  'POST /api/tasks/acknowledgements/{id}/acknowledge': {
    ...ofAcknowledgement,
    ask: (world, target) => ({ path: { id: world.acknowledgementOf(target) }, body: {} }),
  },

  'GET /api/tasks/assignments': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { view: 'all', organisationId: target } }),
    shows: ({ items }, target) => has(items, ofOrganisation(target)),
  },
  // Each item is decided by itself: what is out of reach is refused there.
  'POST /api/tasks/assignments/bulk': { kind: 'country', ask: () => ({ body: { act: 'take', dryRun: true, items: [{ id: 'nothing' }] } }) },
  'GET /api/tasks/assignments/{id}': { ...ofAssignment, ask: asAssignment },
  'GET /api/tasks/assignments/{id}/draft': { ...ofAssignment, ask: asAssignment },
  'PUT /api/tasks/assignments/{id}/draft': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { chosen: [], left: [], remark: '', zeroCase: false } }),
  },
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
  'POST /api/tasks/assignments/{id}/release': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/reopen': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { remark: 'Ошибка' } }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/requests': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { kind: 'extension', reason: 'Причина', day: '2020-01-01' } }),
    after: ['assignment.request_day'],
  },
  'POST /api/tasks/assignments/{id}/requests/grant': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.no_request'],
  },
  'POST /api/tasks/assignments/{id}/requests/refuse': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { remark: 'Нет' } }),
    after: ['assignment.no_request'],
  },
  'POST /api/tasks/assignments/{id}/requests/withdraw': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.no_request'],
  },
  'POST /api/tasks/assignments/{id}/take': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.wrong_status'],
  },
  'POST /api/tasks/assignments/{id}/undo': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: {} }),
    after: ['assignment.nothing_to_undo'],
  },
  'POST /api/tasks/assignments/{id}/submit': {
    ...ofAssignment,
    ask: (world, target) => ({ ...asAssignment(world, target), body: { evidenceIds: [] } }),
    after: ['assignment.no_evidence'],
  },

  'GET /api/tasks/calendar/years': { kind: 'country', ask: () => ({}) },
  'GET /api/tasks/calendar/years/{year}': { kind: 'country', ask: () => ({ path: { year: '2026' } }) },
  'POST /api/tasks/calendar/years/{year}/decree': {
    kind: 'country',
    ask: () => ({ path: { year: '2026' }, body: { dryRun: true, basedOn: 0, source: 'Приказ', isForecast: true, moved: [] } }),
    after: ['calendar_year.outdated'],
  },

  'GET /api/tasks/editions': { kind: 'country', ask: () => ({}) },
  'POST /api/tasks/editions/import': { kind: 'country', ask: () => ({ body: { edition: '1999' } }), after: ['edition.unknown'] },
  'GET /api/tasks/editions/{edition}': { kind: 'country', ask: () => ({ path: { edition: '2024' } }) },
  'POST /api/tasks/editions/{edition}/amend': { kind: 'country', ask: () => ({ path: { edition: '1999' }, body: {} }), after: ['edition.unknown'] },
  'GET /api/tasks/editions/{edition}/comparison': { kind: 'country', ask: () => ({ path: { edition: '2024' }, query: { with: '2024' } }) },
  'POST /api/tasks/editions/{edition}/roll-over': { kind: 'country', ask: () => ({ path: { edition: '1999' }, body: { edition: '2000' } }), after: ['edition.unknown'] },
  'GET /api/tasks/editions/{edition}/diff': { kind: 'country', ask: () => ({ path: { edition: '2024' } }) },
  'POST /api/tasks/editions/{edition}/edits': ofCard({ revision: 1, edits: [{ act: 'remove', level: 'task', code: '1.1' }] }, 'edition.published'),
  'GET /api/tasks/editions/{edition}/impact': { kind: 'country', ask: () => ({ path: { edition: '2024' } }), after: ['edition.published'] },
  'POST /api/tasks/editions/{edition}/return': ofCard({ remark: 'Уточните' }, 'edition.published'),
  'POST /api/tasks/editions/{edition}/review': ofCard({}, 'edition.published'),
  'GET /api/tasks/editions/{edition}/sheet': { kind: 'country', ask: () => ({ path: { edition: '2024' } }) },
  'POST /api/tasks/editions/{edition}/sheet': { kind: 'country', ask: () => ({ path: { edition: '1999' }, query: { dryRun: 'true', revision: '1' }, body: {} }), after: ['edition.unknown'] },
  'PUT /api/tasks/editions/{edition}/dates': ofCard({ year: 2026 }, 'edition.published'),
  'PUT /api/tasks/editions/{edition}/subtasks/{code}/rule': {
    kind: 'country',
    ask: () => ({ path: { edition: '2024', code: '1.1.2' }, body: { rule: RULE } }),
    after: ['edition.published'],
  },
  'POST /api/tasks/editions/{edition}/publish': ofCard({}, 'edition.published'),
  'POST /api/tasks/editions/{edition}/rollouts': ofCard({ dryRun: true }),
  'GET /api/tasks/rollouts/{id}': { kind: 'country', ask: (world) => ({ path: { id: world.rolloutId } }) },
};
