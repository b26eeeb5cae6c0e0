import type { Actor, Membership } from '@aigaq/kernel';
import { changesOf, recordOfChange } from './event-record.js';

const by = (...memberships: Membership[]): Actor => ({ id: 'p1', name: 'Айгүл', memberships });
const executor: Membership = { organisationId: 'district', role: 'executor' };
const coordinator: Membership = { organisationId: 'region', role: 'coordinator' };
const thing = { id: 't', organisationId: 'district', scope: ['district', 'region', 'supervised:ministry'], status: 'open' };

describe('what changed', () => {
  it('is told field by field, before and after', () => {
    const before = { id: 't', version: 3, status: 'open', note: 'old', due: new Date(0), same: [1] };
    const after = { id: 't', status: 'done', due: new Date(5), same: [1], more: true };
    expect(changesOf(before, after)).toEqual([
      { field: 'due', before: '1970-01-01T00:00:00.000Z', after: '1970-01-01T00:00:00.005Z' },
      { field: 'more', before: null, after: true },
      { field: 'note', before: 'old', after: null },
      { field: 'status', before: 'open', after: 'done' },
    ]);
  });

  it('leaves out what serves the machine alone', () => {
    expect(changesOf({ scope: ['a'], status: 'open' }, { scope: ['b'], status: 'done' }, new Set(['scope']))).toEqual([
      { field: 'status', before: 'open', after: 'done' },
    ]);
  });

  it('tells a large value by its hash and size', () => {
    const [change] = changesOf({}, { card: 'x'.repeat(2_000) });
    expect(change).toEqual({ field: 'card', before: null, after: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 2_002 } });
  });

  it('keeps silent about what a secret thing says', () => {
    expect(changesOf({ secrecy: 'restricted', fileName: 'a' }, { secrecy: 'restricted', fileName: 'b' })).toEqual([
      { field: 'fileName', before: { secret: true }, after: { secret: true } },
    ]);
  });
});

describe('the role under which somebody acted', () => {
  it.each<[string, Actor, Membership | undefined]>([
    ['the one that the rule named', { ...by(executor, coordinator), under: coordinator }, coordinator],
    ['the only one', by(coordinator), coordinator],
    ['the one in the body itself', by(coordinator, executor), executor],
    ['the one that supervises the body', by({ organisationId: 'other', role: 'head' }, { organisationId: 'ministry', role: 'coordinator' }), { organisationId: 'ministry', role: 'coordinator' }],
    ['the one over the body', by({ organisationId: 'other', role: 'head' }, coordinator), coordinator],
    ['unknown where several are far from it', by({ organisationId: 'a', role: 'head' }, { organisationId: 'b', role: 'head' }), undefined],
  ])('is %s', (_, actor, under) => {
    expect(recordOfChange(actor, { before: thing, next: { ...thing, status: 'done' }, unrecorded: new Set() })).toEqual({
      ...(under && { under }),
      organisationId: 'district',
      changes: [{ field: 'status', before: 'open', after: 'done' }],
    });
  });
});
