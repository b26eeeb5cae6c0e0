import { type AuditRecord, EMPTY_CHAIN, follows, link, type RecordedFact } from './record.js';

const fact = (eventId: string): RecordedFact => ({
  eventId,
  time: '2026-05-20T04:00:00.000Z',
  type: 'aigaq.tasks.v1.AssignmentSubmitted',
  thingId: '2024:1.1.2:akimat-kostanay:2026',
  actor: { id: 'p1', name: 'Айгүл Серікова' },
  correlationId: 'c1',
  payload: { submission: 1, evidenceIds: ['e1'] },
});

function chainOf(...ids: string[]): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const id of ids) {
    records.push(link(records.at(-1) ?? EMPTY_CHAIN, fact(id)));
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

  it.each([
    ['a changed payload', (record: AuditRecord) => ({ ...record, payload: { submission: 2, evidenceIds: ['e1'] } })],
    ['another actor', (record: AuditRecord) => ({ ...record, actor: { id: 'p2', name: 'x' } })],
    ['another time', (record: AuditRecord) => ({ ...record, time: '2026-05-21T04:00:00.000Z' })],
    ['another number', (record: AuditRecord) => ({ ...record, number: 3 })],
    ['another predecessor', (record: AuditRecord) => ({ ...record, previousHash: EMPTY_CHAIN.hash })],
    ['another hash', (record: AuditRecord) => ({ ...record, hash: EMPTY_CHAIN.hash })],
  ])('notices %s', (_, tamper) => {
    const [first, second] = chainOf('a', 'b') as [AuditRecord, AuditRecord];
    expect(follows(first, tamper(second))).toBe(false);
  });

  it('notices a link that was taken out', () => {
    const [first, , third] = chainOf('a', 'b', 'c') as [AuditRecord, AuditRecord, AuditRecord];
    expect(follows(first, third)).toBe(false);
  });
});
