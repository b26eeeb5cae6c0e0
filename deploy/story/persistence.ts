import { setTimeout as pause } from 'node:timers/promises';

/** A server that was killed is back within this time, whichever it was. */
const PATIENCE_MILLISECONDS = 150_000;
const AWAY = [502, 503, 504];

/** Nobody answered, or a proxy did instead: what became of the request is not known. */
export class Unanswered extends Error {}

export interface Answered {
  response: Response;
  /** How often it was asked; more than once means that an earlier request may have been taken all the same. */
  attempts: number;
}

/** Asks until somebody answers, as a person does who presses the button again. */
export async function ask(url: URL, init: () => RequestInit | Promise<RequestInit>): Promise<Answered> {
  return persistently(async (attempts) => {
    const given = await init();
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000), ...given }).catch((error: unknown) => {
      throw new Unanswered(`${given.method ?? 'GET'} ${url.pathname}: ${causeOf(error)}`);
    });
    if (AWAY.includes(response.status)) {
      throw new Unanswered(`${given.method ?? 'GET'} ${url.pathname}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    }
    return { response, attempts };
  });
}

/** Repeats what was not answered; any other failure comes through. */
export async function persistently<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof Unanswered) || Date.now() > end) {
        throw error;
      }
    }
    await pause(Math.min(100 * attempt, 1_000));
  }
}

/** Asks until the answer is as wanted; says what the last one was when it never is. */
export async function until<T>(read: () => Promise<T>, isWanted: (value: T) => boolean, milliseconds: number, every = 100): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (isWanted(value)) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`not so after ${milliseconds} ms: ${JSON.stringify(value)?.slice(0, 1_500)}`);
    }
    await pause(every);
  }
}

function causeOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  return [message, cause?.code ?? cause?.message].filter(Boolean).join(' ');
}
