import { readFileSync } from 'node:fs';
import type { Actor } from '@aigaq/kernel';
import { type Entity, type Evidence, type Facts, inForceOn, keepEntity, placeEntity, registerDocument, type Registration, stateOn } from './entity.js';

const sample = JSON.parse(
  readFileSync(new URL('../../../../proto/compliance/v1/samples/ComplianceDocumentRegistered.json', import.meta.url), 'utf8'),
);
const OFFICER: Actor = { id: 'a19a9000-0000-4000-8000-000000000017', name: 'Арман Байжанов', memberships: [] };
const NOW = new Date('2026-10-12T05:00:00Z');
const { id: entityId, ...BODY } = {
  id: 'qs-980140900002',
  organisationId: 'qs-980140900002',
  scope: ['qs-980140900002', 'akimat-kostanay', 'agency'],
  bodyVersion: 1,
  name: { kk: '«Қазақ Сапа» АҚ', ru: 'АО «Қазақ Сапа»' },
  bin: '980140900002',
  ancestorIds: [],
  supervisorIds: ['akimat-kostanay'],
  validFrom: '2021-01-01',
  validUntil: null,
  searchKey: 'қазақ сапа',
};
const entity: Entity = { id: entityId, ...BODY, everSupervisorIds: ['akimat-kostanay'], documents: [] };
const evidence: Evidence = {
  id: '019f0000-0000-7000-8000-000000000001',
  subjectType: 'compliance-document',
  subjectId: 'qs-980140900002:3.2.1',
  organisationId: 'qs-980140900002',
  sha256: 'ab'.repeat(32),
  verdict: 'passed',
};
const wanted: Registration = { code: '3.2.1', evidenceId: evidence.id, validFrom: '2026-01-15', validUntil: '2027-01-14' };
const facts: Facts = { codes: ['3.2.1', '3.2.2'], evidence, now: NOW };
const registered = {
  code: '3.2.1',
  evidenceId: evidence.id,
  sha256: evidence.sha256,
  validFrom: '2026-01-15',
  validUntil: '2027-01-14',
  publicationUrl: null,
  registeredBy: { id: OFFICER.id, name: OFFICER.name },
  registeredAt: NOW,
};

describe('registering a document', () => {
  it('keeps the paper, its hash and its days, and tells it', () => {
    expect(registerDocument(entity, OFFICER, wanted, facts)).toEqual({ next: { ...entity, documents: [registered] }, events: [sample] });
  });

  it('changes nothing when it is sent again', () => {
    const known = { ...entity, documents: [registered] };
    expect(registerDocument(known, OFFICER, wanted, { ...facts, now: new Date('2026-10-12T05:01:00Z') })).toBeUndefined();
  });

  it('takes the place of the registration before, others stay', () => {
    const known = { ...entity, documents: [{ ...registered, validUntil: '2026-12-31' }, { ...registered, code: '3.2.2' }] };
    const decision = registerDocument(known, OFFICER, wanted, facts);
    expect(decision?.next.documents).toEqual([{ ...registered, code: '3.2.2' }, registered]);
  });

  it('takes a paper that a person has to judge', () => {
    expect(registerDocument(entity, OFFICER, wanted, { ...facts, evidence: { ...evidence, verdict: 'person' } })).toBeDefined();
  });

  it.each([
    ['document.unknown_code', { code: '3.2.9' }, {}],
    ['document.wrong_dates', { validUntil: '2026-01-14' }, {}],
    ['document.not_yet_in_force', { validFrom: '2026-10-13' }, {}],
    ['document.already_expired', { validUntil: '2026-10-11' }, {}],
    ['document.evidence_unknown', {}, { evidence: undefined }],
    ['document.evidence_unknown', {}, { evidence: { ...evidence, organisationId: 'qs-050640900374' } }],
    ['document.evidence_of_other_document', { code: '3.2.2' }, {}],
    ['document.evidence_of_other_document', {}, { evidence: { ...evidence, subjectType: 'assignment' } }],
    ['document.evidence_unchecked', {}, { evidence: { ...evidence, verdict: null } }],
    ['document.evidence_failed', {}, { evidence: { ...evidence, verdict: 'failed' } }],
  ] as [string, Partial<Registration>, Partial<Facts>][])('is refused: %s', (code, otherwise, others) => {
    expect(() => registerDocument(entity, OFFICER, { ...wanted, ...otherwise }, { ...facts, ...others })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('the state of a document', () => {
  it.each([
    ['2026-01-14', 'missing'],
    ['2026-01-15', 'in-force'],
    ['2027-01-14', 'in-force'],
    ['2027-01-15', 'expired'],
  ])('on %s is %s', (day, state) => {
    expect(stateOn(registered, day)).toBe(state);
    expect(inForceOn({ documents: [registered] }, day)).toEqual(state === 'in-force' ? ['3.2.1'] : []);
  });

  it('is missing when it was never registered', () => expect(stateOn(undefined, '2026-10-12')).toBe('missing'));
});

describe('a fact about the body', () => {
  const known = { ...entity, documents: [registered] };

  it('makes the entity', () => expect(keepEntity(undefined, entityId, BODY)).toEqual({ next: entity, events: [] }));

  it('is taken when it is newer; the documents stay', () => {
    const moved = { ...BODY, bodyVersion: 2, supervisorIds: ['cgo-mf'] };
    expect(keepEntity(known, entityId, moved)).toEqual({
      next: { ...known, ...moved, everSupervisorIds: ['akimat-kostanay', 'cgo-mf'] },
      events: [],
    });
  });

  it('is ignored when it is older, or no news', () => {
    expect(keepEntity({ ...known, bodyVersion: 2 }, entityId, BODY)).toBeUndefined();
    expect(keepEntity(known, entityId, BODY)).toBeUndefined();
  });

  it('is taken again when more is known of those above', () => {
    const scope = ['qs-980140900002', 'akimat-kostanay'];
    expect(keepEntity({ ...known, scope }, entityId, BODY)?.next).toEqual(known);
    expect(placeEntity({ ...known, scope }, BODY.scope)?.next).toEqual(known);
    expect(placeEntity(known, BODY.scope)).toBeUndefined();
  });
});
