import { LocalTransport, type StoredEvent } from '@aigaq/events';

/** The local bus, remembering what went through it. */
export class RecordingTransport extends LocalTransport {
  readonly published: StoredEvent[] = [];

  override async publish(topic: string, events: readonly StoredEvent[]): Promise<void> {
    await super.publish(topic, events);
    this.published.push(...events);
  }
}
