import { assignment, inReview } from '../../test/examples.js';
import { type Assignment, urgencyOf } from './assignment.js';

describe('the day by which the queue is sorted', () => {
  const returnedAt = (at: string): Partial<Assignment> => ({ status: 'returned', reviewerId: null, history: [{ at: new Date(at), act: 'returned' } as never] });
  it.each([
    ['of something open is its due day', assignment(), '2026-05-29'],
    ['with an extension is the last day on time', assignment({ extendedTo: '2026-06-05' }), '2026-06-05'],
    ['of what was returned before its due day is the day of the return in Almaty', inReview(returnedAt('2026-05-10T20:00:00Z')), '2026-05-11'],
    ['of what was returned after its due day stays the due day', inReview(returnedAt('2026-06-10T04:00:00Z')), '2026-05-29'],
    ['of what was reopened is the day of that', inReview({ ...returnedAt('2026-05-11T04:00:00Z') }), '2026-05-11'],
  ])('%s', (_, state, expected) => expect(urgencyOf(state)).toBe(expected));
});
