import { setTimeout as pause } from 'node:timers/promises';
import { describe, type EventTransport } from '@aigaq/events';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Connection } from 'mongoose';
import type { DocumentModel } from '../database/document-model.js';
import { Dispatcher } from './dispatcher.js';
import { Lease, LEASE_MS } from './lease.js';
import { Outbox, type OutboxOptions, type Pending } from './outbox.js';

const POLL_MS = 500;

/**
 * Tells what lies in the outboxes of one service: at least once, in order per document and topic. Writes nudge it; a look every half
 * second finds what a killed process left. One process per service relays at a time.
 */
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outboxes = new Map<string, Outbox>();
  private readonly nudged = new Map<string, Set<string>>();
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

  /** All pages, so that events waiting for busy listeners do not hide others; less often when there is much to look at. */
  private async look(): Promise<void> {
    if (!this.isLookDue && Date.now() < this.lookAt) {
      return;
    }
    this.isLookDue = false;
    const began = Date.now();
    for (const [name, outbox] of this.outboxes) {
      for await (const pending of outbox.pending()) {
        this.dispatch(name, pending);
      }
    }
    this.lookAt = Date.now() + Math.max(POLL_MS, 10 * (Date.now() - began));
  }

  private dispatch(name: string, pending: Pending): void {
    this.dispatcher.dispatch(pending, () => this.nudgeById(name, pending.id));
  }

  private nudgeById(name: string, id: string): void {
    this.nudged.set(name, (this.nudged.get(name) ?? new Set()).add(id));
    this.wake.abort();
  }
}
