import { leave } from './administrators.js';

const NOW = new Date('2026-10-12T05:00:00Z');
const secondsAgo = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);

describe('letting an administrator go', () => {
  it.each<[string, string[], { id: string; at: Date }[], string[] | undefined]>([
    ['while another stays', ['a', 'b'], [], ['a']],
    ['is refused when he is the last', ['a'], [], undefined],
    ['is refused when the other is leaving at the same moment', ['a', 'b'], [{ id: 'b', at: secondsAgo(1) }], undefined],
    ['while a third stays', ['a', 'b', 'c'], [{ id: 'b', at: secondsAgo(1) }], ['b', 'a']],
    ['when the leave of the other came to nothing', ['a', 'b'], [{ id: 'b', at: secondsAgo(60) }], ['a']],
    ['again, when the first try was cut off', ['a', 'b'], [{ id: 'a', at: secondsAgo(1) }], ['a']],
    ['who is none without an end anyway, while one stays', ['b'], [], ['a']],
  ])('%s', (_, open, leaving, expected) => {
    expect(leave(leaving, 'a', open, NOW)?.map(({ id }) => id)).toEqual(expected);
  });
});
