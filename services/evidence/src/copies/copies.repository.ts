import { despiteConflicts } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Evidence } from '../documents/evidence.js';
import { COPY_JOB, PAGE_TEXT } from './copy-job.schema.js';
import type { CopyJob, PageText } from './copy-job.js';

type StoredJob = Omit<CopyJob, 'id'> & { _id: string };
type StoredText = PageText & { _id: string; evidenceId: string; organisationId: string; scope: string[] };

const LEASE_MS = 30_000;
const MOST_PAGES = 1_000;

/** The work on copies and the texts of papers. Times are the machine's own: the product's clock may travel. */
@Injectable()
export class CopiesRepository {
  constructor(
    @InjectModel(COPY_JOB, 'evidence') private readonly jobs: Model<StoredJob>,
    @InjectModel(PAGE_TEXT, 'evidence') private readonly texts: Model<StoredText>,
  ) {}

  /** Work that is known of, and not begun before `open`. Again: nothing new. */
  plan(id: string): Promise<void> {
    return this.insert(id, 'planned');
  }

  async open(id: string): Promise<void> {
    await this.jobs.updateOne({ _id: id, state: 'planned' }, { $set: { state: 'waiting', until: new Date() } });
  }

  /** For papers from before copies were made. */
  ask(id: string): Promise<void> {
    return this.insert(id, 'waiting');
  }

  /** What was made is gone: it is made again. */
  async again(id: string): Promise<void> {
    await this.jobs.updateOne({ _id: id, state: 'ready' }, { $set: { state: 'waiting', until: new Date(), tries: 0 } });
  }

  /** The oldest work that nobody holds. */
  async claim(holder: string): Promise<CopyJob | undefined> {
    const now = new Date();
    const free = { $or: [{ state: 'waiting' as const, until: { $lte: now } }, { state: 'working' as const, until: { $lt: now } }] };
    const taken = { $set: { state: 'working' as const, holder, until: new Date(now.getTime() + LEASE_MS) }, $inc: { tries: 1 } };
    const found = await despiteConflicts(() => this.jobs.findOneAndUpdate(free, taken, { sort: { _id: 1 }, returnDocument: 'after' }).lean<StoredJob>());
    return found ? jobOf(found) : undefined;
  }

  async hold(id: string, holder: string): Promise<void> {
    await this.jobs.updateOne({ _id: id, holder, state: 'working' }, { $set: { until: new Date(Date.now() + LEASE_MS) } });
  }

  async finish(id: string, holder: string, state: 'ready' | 'impossible'): Promise<void> {
    await this.jobs.updateOne({ _id: id, holder }, { $set: { state, holder: null } });
  }

  /** Given back for later; an outage is not counted as a try. */
  async release(id: string, holder: string, { afterMs, isCounted }: { afterMs: number; isCounted: boolean }): Promise<void> {
    const later = { state: 'waiting', holder: null, until: new Date(Date.now() + afterMs) };
    await this.jobs.updateOne({ _id: id, holder }, { $set: later, ...(!isCounted && { $inc: { tries: -1 } }) });
  }

  async jobsOf(ids: readonly string[]): Promise<Map<string, CopyJob>> {
    const found = await this.jobs.find({ _id: { $in: [...ids] } }).lean<StoredJob[]>();
    return new Map(found.map((stored) => [stored._id, jobOf(stored)]));
  }

  /** Again: the same rows. */
  async keepText({ id, organisationId, scope }: Evidence, pages: readonly PageText[]): Promise<void> {
    const writes = pages.map(({ page, text }) => ({
      updateOne: { filter: { _id: `${id}/${page}` }, update: { $set: { evidenceId: id, page, text, organisationId, scope } }, upsert: true },
    }));
    if (writes.length > 0) {
      await this.texts.collection.bulkWrite(writes as never[], { ordered: false });
    }
  }

  async textOf(id: string): Promise<PageText[]> {
    const found = await this.texts.find({ evidenceId: id }, { page: 1, text: 1 }).sort({ page: 1 }).limit(MOST_PAGES).lean<StoredText[]>();
    return found.map(({ page, text }) => ({ page, text }));
  }

  private async insert(id: string, state: CopyJob['state']): Promise<void> {
    const job = { state, holder: null, until: new Date(), tries: 0 };
    await despiteConflicts(() => this.jobs.updateOne({ _id: id }, { $setOnInsert: job }, { upsert: true }));
  }
}

function jobOf({ _id, ...job }: StoredJob): CopyJob {
  return { id: _id, ...job };
}
