import { open } from './client.js';
import { type SseMessage, SseReader } from './sse.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
// The server sends a comment as heartbeat; a longer silence means that the line is dead though nobody said so.
const SILENCE_MS = 60_000;

export type LiveState = 'connecting' | 'open' | 'waiting';

/** Doubles from one second to half a minute, with up to a fifth taken off so that browsers do not return all at once. */
export function backOff(failures: number, random: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (1 - random / 5);
}

async function readStream(onMessage: (message: SseMessage) => void, onOpen: () => void, signal: AbortSignal): Promise<void> {
  const silent = new AbortController();
  const response = await open('/api/notifications/live', {
    accept: 'text/event-stream',
    signal: AbortSignal.any([signal, silent.signal]),
  });
  onOpen();
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const messages = new SseReader();
  for (;;) {
    const timer = setTimeout(() => silent.abort(), SILENCE_MS);
    const part = await stream?.read().finally(() => clearTimeout(timer));
    if (part === undefined || part.done) {
      return;
    }
    messages.take(part.value).forEach(onMessage);
  }
}

/** Listens for ever and comes back by itself; the answer ends it. `onState` tells `open` again after an interruption. */
export function listen(onMessage: (message: SseMessage) => void, onState: (state: LiveState) => void): () => void {
  const ended = new AbortController();
  const run = async (): Promise<void> => {
    for (let failures = 0; !ended.signal.aborted; failures += 1) {
      onState('connecting');
      await readStream(
        onMessage,
        () => {
          failures = 0;
          onState('open');
        },
        ended.signal,
      ).catch(() => undefined);
      if (!ended.signal.aborted) {
        onState('waiting');
        await new Promise((resolve) => setTimeout(resolve, backOff(failures, Math.random())));
      }
    }
  };
  void run();
  return () => ended.abort();
}
