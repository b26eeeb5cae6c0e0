import type { RequirementView } from '@aigaq/api';
import { isBehind } from './fresh-requirements.js';

const requirement = (evidenceIds: string[], ...codes: string[]) =>
  ({ id: 'order', documents: ['order'], needed: 1, state: 'met', reasons: codes.map((code) => ({ code, data: {} })), evidenceIds }) as unknown as RequirementView;
const said = (change: object = {}) => ({ allowed: ['submit' as const], requirements: [requirement(['e1'])], unplacedIds: ['e2'], ...change });
const paper = (id: string, state: 'waiting' | 'checked' = 'checked') => ({ id, state });

describe('what is said of the papers is behind', () => {
  it.each([
    ['when a paper is not among them', said(), [paper('e1'), paper('e3')], true],
    ['not when all are', said(), [paper('e1'), paper('e2')], false],
    ['not without papers', said(), [], false],
    ['when one is said to be unread that was read', said({ requirements: [requirement(['e1'], 'unread')] }), [paper('e1')], true],
    ['not while it is being read', said({ requirements: [requirement(['e1'], 'unread')] }), [paper('e1', 'waiting')], false],
    ['not for those who do not hand in', said({ allowed: [] }), [paper('e3')], false],
    ['not where nothing is asked', said({ requirements: [] }), [paper('e3')], false],
  ])('%s', (_, assignment, documents, expected) => {
    expect(isBehind(assignment, documents)).toBe(expected);
  });
});
