import { DomainError } from '@aigaq/kernel';

const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

// The drivers' classes are not imported here, so their names stand for them.
const DRIVER_NAMES =
  /^(Mongo(Network|NetworkTimeout|ServerSelection|NotConnected|PoolCleared|PoolClosed|WaitQueueTimeout|TopologyClosed|ServerClosed)|MongooseServerSelection|KafkaJS(Connection|ConnectionClosed|RequestTimeout|NumberOfRetriesExceeded))Error$|^KafkaJSNumberOfRetriesExceeded$|^Mongo.*ClosedError$/;

// Internal error (FerretDB without its PostgreSQL), host unreachable, shutdown in progress, not primary and their relatives.
const SERVER_CODES = new Set([1, 6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Is this failure about a server that is away for now, rather than about what was asked? */
export function isOutage(error: unknown): boolean {
  if (error instanceof DomainError) {
    return error.kind === 'unavailable';
  }
  if (!(error instanceof Error)) {
    return false;
  }
  return isDriverOutage(error) || isOutage(error.cause) || (error instanceof AggregateError && error.errors.some(isOutage));
}

function isDriverOutage(error: Error & { code?: unknown }): boolean {
  if (typeof error.code === 'string' && SYSTEM_CODES.has(error.code)) {
    return true;
  }
  const isServerCode = error.name === 'MongoServerError' && typeof error.code === 'number' && SERVER_CODES.has(error.code);
  return isServerCode || DRIVER_NAMES.test(error.name);
}
