import { type Ask, type Example, has, ofBodyId, ofOrganisation } from './example.js';
import { leftFrom, worksIn, YESTERDAY } from './country.js';
import { CAMPAIGN, headOf, LINE, questionAbout } from './register.js';

const NAME = { kk: 'А', ru: 'А' };
const REASON = 'Проверка';
/** Before the first day of everything in this country. */
const BEFORE_ALL = '2020-01-01';
const TOMORROW = '2026-05-21';

const ofBody = { kind: 'thing', family: 'state', hidden: 'body.not_found' } as const;
const ofPerson = { kind: 'thing', family: 'state', hidden: 'account.not_found' } as const;
const ofRole = { kind: 'thing', family: 'state', hidden: 'membership.not_found' } as const;

const bodyWith = (body: object, more: Record<string, string> = {}) => (_: unknown, target: string): Ask => ({ path: { id: target, ...more }, body });
/** Of somebody who left the body yesterday and whose account is closed: what would change it is refused. */
const leftWith = (body: object) => (_: unknown, target: string): Ask => ({ path: { id: leftFrom(target).id }, body });
const endedRole = (body: (target: string) => object) => (_: unknown, target: string): Ask => ({
  path: { id: `${leftFrom(target).id}:${target}:executor` },
  body: body(target),
});
/** The register takes no day before the first of the body. */
const changed = (body: object): Example => ({ ...ofBody, ask: bodyWith({ ...body, reason: REASON }), after: ['body.wrong_dates'] });

/** Rows of the register and of people; see EXAMPLES. */
export const REGISTER_EXAMPLES: Record<string, Example> = {
  'GET /api/organisations/bodies': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { search: target } }),
    shows: ({ items }, target) => has(items, (item) => item['id'] === target),
  },
  'POST /api/organisations/bodies': {
    kind: 'country',
    ask: () => ({ body: { id: 'cgo-mf', kind: 'central', name: NAME, validFrom: '2021-01-01' } }),
    after: ['body.exists'],
  },
  'GET /api/organisations/bodies/export': {
    kind: 'list',
    family: 'state',
    ask: () => ({ query: { format: 'csv' } }),
    shows: (csv: string, target) => csv.split('\n').some((line) => line.startsWith(`${target};`)),
  },
  'GET /api/organisations/bodies/{id}': { ...ofBody, ask: ofBodyId },
  'POST /api/organisations/bodies/{id}/rename': changed({ name: NAME, from: BEFORE_ALL }),
  'POST /api/organisations/bodies/{id}/move': changed({ parentId: 'cgo-mf', from: BEFORE_ALL }),
  'POST /api/organisations/bodies/{id}/supervise': changed({ supervisorIds: ['cgo-mf'], from: BEFORE_ALL }),
  'POST /api/organisations/bodies/{id}/close': changed({ until: BEFORE_ALL }),
  'GET /api/organisations/bodies/{id}/chairs': { ...ofBody, ask: ofBodyId },
  'POST /api/organisations/bodies/{id}/chairs': {
    ...ofBody,
    ask: bodyWith({ level: 'first-head', position: NAME, from: '2026-01-01' }),
    after: ['chair.only_one'],
  },
  'POST /api/organisations/bodies/{id}/chairs/{chairId}/abolish': {
    ...ofBody,
    ask: bodyWith({ until: BEFORE_ALL, reason: REASON }, { chairId: 'first-head' }),
    after: ['chair.wrong_dates'],
  },
  'GET /api/organisations/bodies/{id}/heads': { ...ofBody, ask: ofBodyId },
  'POST /api/organisations/bodies/{id}/heads': {
    ...ofBody,
    ask: bodyWith({ personName: NAME, position: NAME, level: 'deputy', from: '2026-02-01', until: '2026-01-01' }),
    after: ['head.wrong_dates'],
  },
  'POST /api/organisations/bodies/{id}/heads/{headId}/end': {
    ...ofBody,
    ask: (world, target) => ({ path: { id: target, headId: headOf(world, target) }, body: { until: BEFORE_ALL, reason: REASON } }),
    after: ['head.wrong_dates'],
  },
  'GET /api/organisations/vacancies': {
    kind: 'list',
    family: 'state',
    ask: () => ({ query: { limit: '100' } }),
    shows: ({ items }, target) => has(items, ofOrganisation(target)),
  },
  // No file is sent: that is looked at after the decision.
  'POST /api/organisations/imports': {
    kind: 'country',
    ask: () => ({ query: { dryRun: 'true', fileName: 'bodies.csv' }, body: {} }),
    after: ['import.empty'],
  },
  'GET /api/organisations/me': { kind: 'person', ask: () => ({}) },

  'GET /api/organisations/accounts': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ query: { organisationId: target, limit: '100' } }),
    shows: ({ items }, target) => has(items, (item) => item['id'] === worksIn(target).id),
  },
  'POST /api/organisations/accounts': {
    ...{ kind: 'thing', family: 'state', hidden: 'body.not_found' },
    ask: (_, target) => {
      const person = { username: 'somebody-new', firstName: 'А', lastName: 'А', email: 'somebody-new@example.kz', locale: 'ru' };
      return { body: { ...person, organisationId: target, role: 'executor', from: '2026-02-01', until: '2026-01-01' } };
    },
    after: ['membership.wrong_dates'],
  },
  'GET /api/organisations/accounts/{id}': { ...ofPerson, ask: (_, target) => ({ path: { id: worksIn(target).id } }) },
  'POST /api/organisations/accounts/{id}/activate': {
    ...ofPerson,
    ask: (_, target) => ({ path: { id: worksIn(target).id }, body: {} }),
    after: ['account.not_deactivated'],
  },
  'POST /api/organisations/accounts/{id}/deactivate': { ...ofPerson, ask: leftWith({ reason: REASON }), after: ['account.deactivated'] },
  'POST /api/organisations/accounts/{id}/temporary-password': { ...ofPerson, ask: leftWith({}), after: ['account.deactivated'] },
  'POST /api/organisations/memberships': {
    ...{ kind: 'thing', family: 'state', hidden: 'body.not_found' },
    ask: (_, target) => ({ body: { personId: leftFrom(target).id, organisationId: target, role: 'executor', from: YESTERDAY } }),
    after: ['account.deactivated'],
  },
  'POST /api/organisations/memberships/{id}/end': { ...ofRole, ask: endedRole(() => ({ reason: REASON })), after: ['membership.already_ended'] },
  'POST /api/organisations/memberships/{id}/hand-over': {
    ...ofRole,
    ask: endedRole((target) => ({ toPersonId: worksIn(target).id, from: TOMORROW, reason: REASON })),
    after: ['membership.already_ended'],
  },

  'GET /api/organisations/recertifications': { kind: 'country', ask: () => ({}) },
  'POST /api/organisations/recertifications': {
    kind: 'country',
    ask: () => ({ body: { quarter: '2030-Q1', deadline: YESTERDAY } }),
    after: ['recertification.wrong_deadline'],
  },
  'GET /api/organisations/recertifications/{id}/questions': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ path: { id: CAMPAIGN }, query: { organisationId: target } }),
    shows: ({ items }, target) => has(items, ofOrganisation(target)),
  },
  // Each answer is decided by itself. The question has its answer: whoever may answer it hears that, and nobody else.
  'POST /api/organisations/recertifications/{id}/answers': {
    kind: 'list',
    family: 'state',
    ask: (_, target) => ({ path: { id: CAMPAIGN }, body: { answers: [{ questionId: questionAbout(target), answer: 'end' }] } }),
    shows: ({ results: [{ code }] }) => answeredAlready(code),
  },

  'GET /api/organisations/clearances': { kind: 'country', ask: () => ({}) },
  'POST /api/organisations/clearances': {
    kind: 'country',
    ask: () => ({ body: { ...LINE, from: '2026-02-01', until: '2026-01-01' } }),
    after: ['clearance.wrong_dates'],
  },
  'POST /api/organisations/clearances/{id}/end': {
    kind: 'country',
    ask: () => ({ path: { id: `${LINE.personId}:${LINE.organisationId}:${LINE.secrecy}` }, body: { reason: REASON } }),
    after: ['clearance.already_ended'],
  },
};

function answeredAlready(code: string): boolean {
  const isAnswered = { 'recertification.already_answered': true, 'recertification.unknown_question': false }[code];
  if (isAnswered === undefined) {
    throw new Error(`answered with ${code}`);
  }
  return isAnswered;
}
