import { type AuditRecord, EMPTY_CHAIN, follows, link, PARTITIONS, partitionOf, type RecordedFact } from './record.js';
import { fromStored, toStored } from './record-place.js';

const fact = (eventId: string): RecordedFact => ({
  eventId,
  time: '2026-05-20T04:00:00.000Z',
  type: 'aigaq.tasks.v1.AssignmentSubmitted',
  thingId: '2024:1.1.2:akimat-kostanay:2026',
  organisationId: 'akimat-kostanay',
  actor: { id: 'p1', name: 'Айгүл Серікова' },
  under: { organisationId: 'akimat-kostanay', role: 'executor' },
  changes: [{ field: 'status', before: 'open', after: 'submitted' }],
  reason: 'в срок',
  from: { address: '10.0.0.7', agent: 'Firefox' },
  correlationId: 'c1',
  payload: { submission: 1, evidenceIds: ['e1'] },
});

function chainOf(...ids: string[]): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const id of ids) {
    records.push(link(records.at(-1) ?? EMPTY_CHAIN, fact(id), new Date('2026-05-20T04:00:01Z')));
  }
  return records;
}

describe('the chain of the record', () => {
  it('numbers its links without gaps and ties each to the one before', () => {
    const [first, second] = chainOf('a', 'b') as [AuditRecord, AuditRecord];
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(second.previousHash).toBe(first.hash);
    expect(follows(EMPTY_CHAIN, first)).toBe(true);
    expect(follows(first, second)).toBe(true);
  });

  it('does not depend on the order in which a database gives the fields back', () => {
    const [first] = chainOf('a') as [AuditRecord];
    const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as AuditRecord;
    expect(follows(EMPTY_CHAIN, turned)).toBe(true);
  });

  it.each<[string, (record: AuditRecord) => object]>([
    ['a changed payload', (record) => ({ ...record, payload: { submission: 2, evidenceIds: ['e1'] } })],
    ['another actor', (record) => ({ ...record, actor: { id: 'p2', name: 'x' } })],
    ['another role', (record) => ({ ...record, under: { organisationId: 'akimat-kostanay', role: 'head' } })],
    ['another body', (record) => ({ ...record, organisationId: 'agency' })],
    ['another value before', (record) => ({ ...record, changes: [{ field: 'status', before: 'late', after: 'submitted' }] })],
    ['another reason', (record) => ({ ...record, reason: 'поздно' })],
    ['another address', (record) => ({ ...record, from: { address: '10.0.0.8', agent: 'Firefox' } })],
    ['another time', (record) => ({ ...record, time: '2026-05-21T04:00:00.000Z' })],
    ['another time of taking', (record) => ({ ...record, recordedAt: '2026-05-21T04:00:00.000Z' })],
    ['another number', (record) => ({ ...record, number: 3 })],
    ['another chain', (record) => ({ ...record, partition: (record.partition + 1) % PARTITIONS })],
    ['a field put in', (record) => ({ ...record, more: true })],
    ['another predecessor', (record) => ({ ...record, previousHash: EMPTY_CHAIN.hash })],
    ['another hash', (record) => ({ ...record, hash: EMPTY_CHAIN.hash })],
  ])('notices %s', (_, tamper) => {
    const [first, second] = chainOf('a', 'b') as [AuditRecord, AuditRecord];
    expect(follows(first, tamper(second) as AuditRecord)).toBe(false);
  });

  it('notices a link that was taken out', () => {
    const [first, , third] = chainOf('a', 'b', 'c') as [AuditRecord, AuditRecord, AuditRecord];
    expect(follows(first, third)).toBe(false);
  });

  it('keeps all that happens to a thing in one chain, and things apart', () => {
    const used = new Set(Array.from({ length: 400 }, (_, number) => partitionOf(`thing ${number}`)));
    expect(partitionOf('thing')).toBe(partitionOf('thing'));
    expect([...used].sort((a, b) => a - b)).toEqual(Array.from({ length: PARTITIONS }, (_, number) => number));
  });

  it('comes back from its stored form as it was, and not at all from a form that was moved', () => {
    const [first] = chainOf('a') as [AuditRecord];
    const stored = toStored(first);
    expect(fromStored(stored)).toEqual(first);
    const moved = [{ ...stored, _id: '03-000000000001' }, { ...stored, _id: 'x' }, { ...stored, at: `2020-01-01T00:00:00.000Z/${stored._id}` }, { ...stored, at: stored.at.replace('/', '|') }];
    expect(moved.map((each) => follows(EMPTY_CHAIN, fromStored(each)))).toEqual([false, false, false, false]);
  });
});
