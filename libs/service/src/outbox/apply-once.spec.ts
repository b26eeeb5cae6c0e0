import { applyOnce } from './apply-once.js';

interface Count {
  number: number;
  taken?: readonly string[];
}
const count = (state: Count) => ({ next: { ...state, number: state.number + 1 }, events: [] });

describe('taking an event once', () => {
  it('changes the thing and keeps the id in it', () => {
    expect(applyOnce('e1', { number: 0 }, count)).toEqual({ next: { number: 1, taken: ['e1'] }, events: [] });
  });

  it('decides nothing when it was taken before', () => {
    expect(applyOnce('e1', { number: 1, taken: ['e1'] }, count)).toBeUndefined();
  });

  it('keeps the last 200 ids', () => {
    const taken = Array.from({ length: 200 }, (_, number) => `e${number}`);
    expect(applyOnce('new', { number: 0, taken }, count)?.next.taken).toEqual([...taken.slice(1), 'new']);
  });
});
