import type { CardChange } from '@aigaq/api';
import { TITLE } from '../../test/examples.js';
import { concernOf, isConcerned } from './concern.js';

const named = { level: 'subtask', code: '1.1.2', title: TITLE } as const;
const changed = (field: string, before: unknown = 'a', after: unknown = 'b'): CardChange => ({ kind: 'changed', ...named, field, before, after });
const all = { subtask: '1.1.2', periods: null, kinds: null };
const mine = { subtask: '1.1.2', period: '2026-H1', organisationKind: 'akimat-district' };

describe('whom a change concerns', () => {
  it.each<[string, CardChange, object | undefined]>([
    ['all who work on a subtask that changes', changed('description'), all],
    ['all who work on a subtask whose rule changes', changed('evidence.documents'), all],
    ['all who work on a subtask that goes', { kind: 'removed', ...named, parent: '1.1' }, all],
    ['those of the period whose days move', changed('dates.2026-H1'), { ...all, periods: ['2026-H1'] }],
    ['the kind of body whose signers change', changed('evidence.signersByKind.akimat-district'), { ...all, kinds: ['akimat-district'] }],
    ['the kinds that are asked no more', changed('audience.kinds', ['central', 'akimat-city'], ['central', 'quasi-state']), { ...all, kinds: ['akimat-city'] }],
    ['nobody when more are asked', changed('audience.kinds', ['central'], ['central', 'quasi-state']), undefined],
    ['nobody when it is new', { kind: 'added', ...named, parent: '1.1' }, undefined],
    ['nobody when it stands elsewhere', { kind: 'moved', ...named, before: { parent: '1.1', position: 1 }, after: { parent: '1.2', position: 1 } }, undefined],
    ['nobody by what is said for those who keep the card', changed('sourceLines'), undefined],
    ['nobody by the title of a task', { ...changed('title'), level: 'task' }, undefined],
  ])('%s', (_, change, concern) => expect(concernOf(change)).toEqual(concern));

  it.each<[string, CardChange, boolean]>([
    ['of the subtask', changed('description'), true],
    ['of another subtask', { ...changed('description'), code: '1.1.3' }, false],
    ['of the period', changed('dates.2026-H1'), true],
    ['of another period', changed('dates.2026-H2'), false],
    ['of the kind', changed('audience.kinds', ['akimat-district'], []), true],
    ['of another kind', changed('evidence.signersByKind.central'), false],
  ])('an assignment by a change %s: %s', (_, change, is) => expect(isConcerned(change, mine)).toBe(is));
});
