import { BaseRpcContext } from '@nestjs/microservices';
import type { StoredEvent } from '../stored-event.js';

/** What a consumer knows of an event besides its payload. */
export class EventContext extends BaseRpcContext<[StoredEvent, string]> {
  get event(): StoredEvent {
    return this.args[0];
  }

  /** The same at every delivery: dedupe by it. */
  get id(): string {
    return this.event.id;
  }

  get time(): Date {
    return new Date(this.event.time);
  }

  /** Who did what is told. */
  get actor(): { id: string; name: string } {
    return this.event.actor;
  }

  get group(): string {
    return this.args[1];
  }
}
