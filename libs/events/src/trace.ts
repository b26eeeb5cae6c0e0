import { AsyncLocalStorage } from 'node:async_hooks';

/** What connects log lines and events of one cause across processes. Never the actor: that is always an argument. */
export interface Trace {
  correlationId?: string;
  causationId?: string;
  /** W3C trace context. */
  traceparent?: string;
  /** Whence the request came: the client's address and its program, shortened. Absent while an event is handled. */
  from?: { address: string; agent: string };
}

const traces = new AsyncLocalStorage<Trace>();

/** The trace of the request or event being handled; empty outside. */
export function currentTrace(): Trace {
  return traces.getStore() ?? {};
}

/** Runs `work`, and all that it starts, under the trace. */
export function withTrace<T>(trace: Trace, work: () => T): T {
  return traces.run(trace, work);
}
