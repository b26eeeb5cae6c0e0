import { EventTransport, type StoredEvent } from '@aigaq/events';

/** A wire without listeners: remembers what was published, and fails or waits when the test says so. */
export class TestWire extends EventTransport {
  readonly published: StoredEvent[] = [];
  before: (topic: string, events: readonly StoredEvent[]) => Promise<void> = () => Promise.resolve();

  async publish(topic: string, events: readonly StoredEvent[]): Promise<void> {
    await this.before(topic, events);
    this.published.push(...events);
  }

  subscribe(): void {
    throw new Error('Nobody listens here.');
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  isReady(): boolean {
    return true;
  }

  deadLetters(): never {
    throw new Error('There are none here.');
  }
}
