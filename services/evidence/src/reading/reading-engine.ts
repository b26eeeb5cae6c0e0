import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PaperUnreadable, readingErrors } from './reading.errors.js';
import type { CheckNews, JobName, ReadingJobs, ReadingReply } from './reading-job.dto.js';

interface Pending {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
  onNews: ((news: CheckNews) => void) | undefined;
}

const START_MS = 60_000;

/** One reading process: started when it is first needed, again after it fell or was ended. */
export class ReadingEngine {
  private child: Promise<ChildProcess> | undefined;
  private current: ChildProcess | undefined;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private isStopped = false;

  constructor(private readonly command: { script: URL; execArgv: readonly string[] }) {}

  /**
   * Asks for one thing; `onNews` hears of it on the way.
   * @throws PaperUnreadable when the process fails, falls or takes longer than `timeoutMs` over it
   * @throws reading.unavailable when the process cannot be started, cannot read at all, or is stopped
   */
  async ask<J extends JobName>(
    job: J,
    ask: ReadingJobs[J]['ask'],
    timeoutMs: number,
    onNews?: (news: CheckNews) => void,
  ): Promise<ReadingJobs[J]['answer']> {
    const child = await this.running();
    const id = (this.lastId += 1);
    const answered = Promise.withResolvers<unknown>();
    this.pending.set(id, { ...answered, onNews });
    const timer = setTimeout(() => {
      answered.reject(new PaperUnreadable(`${job} took longer than ${timeoutMs / 1000} s`));
      this.end(child);
    }, timeoutMs);
    try {
      child.send({ id, job, ask }, (error) => error && answered.reject(readingErrors.unavailable({ cause: error.message })));
      return (await answered.promise) as ReadingJobs[J]['answer'];
    } finally {
      clearTimeout(timer);
      this.pending.delete(id);
    }
  }

  /** Ends the process for good; what is under way is refused as an outage, so that it is done elsewhere or later. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const { reject } of this.pending.values()) {
      reject(readingErrors.unavailable({ cause: 'stopping' }));
    }
    const child = await this.child?.catch(() => undefined);
    if (child && child.exitCode === null && child.signalCode === null) {
      const left = once(child, 'exit');
      this.end(child);
      await left;
    }
  }

  private running(): Promise<ChildProcess> {
    if (this.isStopped) {
      throw readingErrors.unavailable({ cause: 'stopped' });
    }
    this.child ??= this.start();
    return this.child;
  }

  private async start(): Promise<ChildProcess> {
    const { script, execArgv } = this.command;
    // What opens papers from outside knows none of the secrets that our environment holds. Pictures are given back to the system
    // as soon as they are let go, whatever their size: left to itself the allocator keeps some 200 MB of them.
    const env = { MALLOC_MMAP_THRESHOLD_: '1048576', MALLOC_TRIM_THRESHOLD_: '8388608' };
    const child = fork(fileURLToPath(script), [], { execArgv: [...execArgv], env, serialization: 'advanced' });
    try {
      await readiness(child);
    } catch (error) {
      this.child = undefined;
      child.kill('SIGKILL');
      throw error;
    }
    this.current = child;
    child.on('error', () => undefined);
    child.on('message', (reply: ReadingReply) => this.take(reply));
    child.on('exit', (code, signal) => this.fell(child, `${signal ?? code}`));
    return child;
  }

  private take(reply: ReadingReply): void {
    const pending = this.pending.get(reply.id);
    if ('news' in reply) {
      pending?.onNews?.(reply.news);
    } else if ('answer' in reply) {
      pending?.resolve(reply.answer);
    } else if ('failed' in reply) {
      pending?.reject(new PaperUnreadable(reply.failed));
    } else {
      pending?.reject(readingErrors.unavailable({ cause: reply.unable }));
    }
  }

  /** Everything that it had in hand is given back as failed: the one to blame cannot be told from the others. */
  private fell(child: ChildProcess, how: string): void {
    const isInUse = this.current === child;
    this.forget(child);
    if (!isInUse) {
      return;
    }
    for (const { reject } of this.pending.values()) {
      reject(new PaperUnreadable(`the reading process ended (${how})`));
    }
  }

  private end(child: ChildProcess): void {
    this.fell(child, 'ended by us');
    child.kill('SIGKILL');
  }

  private forget(child: ChildProcess): void {
    if (this.current === child) {
      this.current = undefined;
      this.child = undefined;
    }
  }
}

async function readiness(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (cause: string): void => reject(readingErrors.unavailable({ cause }));
  const timer = setTimeout(() => refuse('the reading process does not start'), START_MS);
  child.once('message', () => resolve());
  child.once('error', (error) => refuse(error.message));
  child.once('exit', (code) => refuse(`the reading process ended at its start (${code})`));
  await promise.finally(() => clearTimeout(timer));
}
