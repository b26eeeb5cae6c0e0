import { setTimeout as pause } from 'node:timers/promises';
import { describe, type EventTransport } from '@aigaq/events';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Connection } from 'mongoose';
import type { DocumentModel } from '../database/document-model.js';
import { Dispatcher } from './dispatcher.js';
import { Lease, LEASE_MS } from './lease.js';
import { Outbox, type OutboxOptions, type Pending } from './outbox.js';

const POLL_MS = 500;
/** What one look reads of a collection at most: a long outbox is gone through piece by piece. */
const PAGES = 25;

/**
 * Tells what lies in the outboxes of one service: at least once, in order per document and topic. Writes nudge it; a look every half
 * second finds what a killed process left. One process per service relays at a time.
 */
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outboxes = new Map<string, Outbox>();
  private readonly nudged = new Map<string, Set<string>>();
  /** After which document the next look begins. */
  private readonly places = new Map<string, string>();
  private readonly dispatcher: Dispatcher;
  private readonly lease: Lease;
  private readonly log = new Logger(OutboxRelay.name);
  private wake = new AbortController();
  private renewAt = 0;
  private lookAt = 0;
  private isStopped = false;
  private isLookDue = true;
  private running: Promise<void> | undefined;

  constructor(
    connection: Connection,
    transport: EventTransport,
    private readonly service: string,
  ) {
    this.lease = new Lease(connection, 'outbox-relay');
    this.dispatcher = new Dispatcher(transport, () => this.lease.isHeld(), this.log);
  }

  /** Watches the outboxes of a collection; `disposable` documents go when their events are told. */
  register(model: DocumentModel, options: OutboxOptions = {}): void {
    const { name } = model.collection;
    if (!this.outboxes.has(name)) {
      this.outboxes.set(name, new Outbox(model, options));
    }
  }

  /** Something was written: look at this document, or at all. */
  nudge(model?: DocumentModel, id?: string): void {
    if (model && id !== undefined) {
      this.nudgeById(model.collection.name, id);
    } else {
      this.isLookDue = true;
      this.wake.abort();
    }
  }

  onApplicationBootstrap(): void {
    for (const outbox of this.outboxes.values()) {
      outbox.ensureIndex().catch((error: unknown) => this.log.warn(`no index for the outbox of ${this.service}: ${describe(error)}`));
    }
    this.running ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.wake.abort();
    await this.running;
    await this.dispatcher.stop();
    await this.lease.release().catch((error: unknown) => this.log.warn(`lease not released: ${describe(error)}`));
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.renewLease();
        if (this.lease.isHeld()) {
          await this.dispatchNudged();
          await this.look();
        }
      } catch (error) {
        this.log.warn(`outboxes of ${this.service} could not be looked at: ${describe(error)}`);
        await pause(POLL_MS);
      }
      await this.rest();
    }
  }

  private async renewLease(): Promise<void> {
    if (Date.now() >= this.renewAt) {
      const isHeld = await this.lease.take();
      this.renewAt = Date.now() + (isHeld ? LEASE_MS / 4 : POLL_MS);
    }
  }

  /** Until the next look, or until something is written. */
  private async rest(): Promise<void> {
    await pause(POLL_MS, undefined, { signal: this.wake.signal }).catch(() => undefined);
    if (this.wake.signal.aborted && !this.isStopped) {
      this.wake = new AbortController();
    }
  }

  private async dispatchNudged(): Promise<void> {
    const nudged = [...this.nudged];
    this.nudged.clear();
    for (const [name, ids] of nudged) {
      for (const pending of (await this.outboxes.get(name)?.read([...ids])) ?? []) {
        this.dispatch(name, pending);
      }
    }
  }

  /** At once again while there is something to tell; less often when all that is found waits for busy listeners. */
  private async look(): Promise<void> {
    if (!this.isLookDue && Date.now() < this.lookAt) {
      return;
    }
    this.isLookDue = false;
    const began = Date.now();
    let isTelling = false;
    for (const [name, outbox] of this.outboxes) {
      isTelling = (await this.lookThrough(name, outbox)) || isTelling;
    }
    this.lookAt = Date.now() + (isTelling ? POLL_MS : Math.max(POLL_MS, 10 * (Date.now() - began)));
  }

  /** On from where the last look stopped, so that what waits for busy listeners does not hide what stands behind it. */
  private async lookThrough(name: string, outbox: Outbox): Promise<boolean> {
    let isTelling = false;
    for (let pages = 0; pages < PAGES; pages += 1) {
      const { pending, next } = await outbox.page(this.places.get(name) ?? '');
      this.places.set(name, next);
      isTelling = pending.map((each) => this.dispatch(name, each)).includes(true) || isTelling;
      if (next === '') {
        break;
      }
    }
    return isTelling;
  }

  /** @returns whether it is told now */
  private dispatch(name: string, pending: Pending): boolean {
    return this.dispatcher.dispatch(pending, () => this.nudgeById(name, pending.id));
  }

  private nudgeById(name: string, id: string): void {
    this.nudged.set(name, (this.nudged.get(name) ?? new Set()).add(id));
    this.wake.abort();
  }
}
