export type { DeadLetter, DeadLetterFilter, DeadLetters, DeadReason } from './dead-letter.js';
export { describe, type RetryRules } from './delivery.js';
export { eventErrors } from './event.errors.js';
export { KafkaTransport } from './kafka/kafka-transport.js';
export type { KafkaSettings } from './kafka/settings.js';
export { Lanes } from './lanes.js';
export { LocalTransport } from './local/local-transport.js';
export { EventContext } from './nest/event-context.js';
export { EventServer } from './nest/event-server.js';
export { OnEvent } from './nest/on-event.js';
export { isOutage } from './outage.js';
export { type Change, type EventRecord, type Origin, type StoredEvent, storeEvent } from './stored-event.js';
export { currentTrace, type Trace, withTrace } from './trace.js';
export {
  type EventHandler,
  type EventHandlers,
  type EventLog,
  EventTransport,
  SILENT,
  type SubscribeOptions,
} from './transport.js';
