import { backOff } from './live.js';
import { SseReader } from './sse.js';

describe('reading a text/event-stream', () => {
  it('puts messages together over chunks and leaves comments out', () => {
    const reader = new SseReader();
    expect(reader.take(': hello\n\nevent: not')).toEqual([]);
    expect(reader.take('ice\ndata: {"id":')).toEqual([]);
    expect(reader.take('"1"}\n\nid: 7\nevent: changed\ndata: a\ndata: b\n\n')).toEqual([
      { event: 'notice', data: '{"id":"1"}' },
      { event: 'changed', data: 'a\nb' },
    ]);
  });

  it('takes Windows line ends and messages without a name', () => {
    expect(new SseReader().take('data: x\r\n\r\n')).toEqual([{ event: 'message', data: 'x' }]);
  });
});

describe('the wait before the next attempt', () => {
  it.each([
    [0, 0, 1_000],
    [3, 0, 8_000],
    [9, 0, 30_000],
    [0, 1, 800],
  ])('after %s failures with chance %s is %s ms', (failures, random, milliseconds) => {
    expect(backOff(failures, random)).toBe(milliseconds);
  });
});
