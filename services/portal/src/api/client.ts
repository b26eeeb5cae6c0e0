import { ApiError, NO_ANSWER, problemOf } from './problem.js';

/** What the client needs to know of the session; given once by the application. */
export interface ApiSession {
  token(): Promise<string | undefined>;
  /** A fresh token, or undefined when the person has to sign in again. */
  renew(): Promise<string | undefined>;
  /** Leaves for the identity server to give the password again, and comes back to this page. */
  stepUp(): Promise<void>;
  language(): string;
}

let session: ApiSession = {
  token: () => Promise.resolve(undefined),
  renew: () => Promise.resolve(undefined),
  stepUp: () => Promise.resolve(),
  language: () => 'kk',
};

export function connectApi(given: ApiSession): void {
  session = given;
}

/** For an act that was refused with STEP_UP_NEEDED; afterwards it can be done. */
export const stepUp = (): Promise<void> => session.stepUp();

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function pathOf(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Call {
  method?: string;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  file?: Blob;
  signal?: AbortSignal | undefined;
  accept?: string;
}

async function attempt(path: string, call: Call, token: string | undefined): Promise<Response> {
  const headers = new Headers({ Accept: call.accept ?? 'application/json', 'Accept-Language': session.language() });
  if (token !== undefined) {
    headers.set('Authorization', `Bearer ${token}`);
  }
  if (call.body !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  const init: RequestInit = { method: call.method ?? 'GET', headers, cache: 'no-store' };
  if (call.body !== undefined) {
    init.body = JSON.stringify(call.body);
  }
  if (call.file !== undefined) {
    headers.set('Content-Type', 'application/octet-stream');
    init.body = call.file;
  }
  if (call.signal !== undefined) {
    init.signal = call.signal;
  }
  return fetch(path, init);
}

/** One request with the bearer token; an expired token is renewed once. Refusals are thrown as ApiError. */
export async function open(path: string, call: Call = {}): Promise<Response> {
  let response: Response;
  try {
    response = await attempt(path, call, await session.token());
    if (response.status === 401) {
      const renewed = await session.renew();
      response = renewed === undefined ? response : await attempt(path, call, renewed);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError(0, NO_ANSWER, '');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return json<T>(await open(pathOf(path, query), { signal }));
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return json<T>(await open(path, { method: 'POST', body }));
}

/** Posts the bytes of a file as the whole body. */
export async function postBytes<T>(path: string, query: Query, file: Blob): Promise<T> {
  return json<T>(await open(pathOf(path, query), { method: 'POST', file }));
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return json<T>(await open(path, { method: 'PUT', body }));
}

export async function getBlob(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await open(path, { signal, accept: 'image/*,application/octet-stream' })).blob();
}
