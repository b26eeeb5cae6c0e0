import { complianceParts, ruleId, subjectKey } from './subject.js';

describe('the id of a compliance document', () => {
  it.each([
    ['qs-980140900002:3.2.1', { organisationId: 'qs-980140900002', subtaskCode: '3.2.1' }],
    ['qs-980140900002', undefined],
    ['qs-980140900002:', undefined],
    ['2024:1.1.2:akimat-kostanay:2026', undefined],
    ['qs-980140900002:3.2.1:x', undefined],
  ])('%s', (id, parts) => expect(complianceParts(id)).toEqual(parts));
});

it('subjects and rules have keys of their own', () => {
  expect(subjectKey({ type: 'compliance-document', id: 'qs-1:3.2.1' })).toBe('compliance-document/qs-1:3.2.1');
  expect(ruleId('2024', '1.1.2')).toBe('2024:1.1.2');
});
