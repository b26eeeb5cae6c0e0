import { fingerprintAlgorithm, type Keys, packFingerprint } from '@aigaq/fingerprints';
import { despiteConflicts } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { FINGERPRINT } from './fingerprint.schema.js';
import { bareFingerprint, type Known, type Twin } from './twin.js';

type Stored = Omit<Known, 'id'> & { _id: string; keptAt: Date; packed: Bytes; pictureKeys: Bytes; textKeys: Bytes; method: number; heldUntil: Date };
/** As the driver gives it back to a lean query. */
interface Bytes {
  buffer: Uint8Array;
}

export interface KnownKeys extends Keys {
  id: string;
  keptAt: Date;
}

const KNOWN = { sha256: 1, subjectKey: 1, organisationId: 1, scope: 1, year: 1, twins: 1 } as const;
/** Equal files, and papers that name one as their twin. */
const MOST = 50;
const BATCH = 2_000;
/** Longer than the longest paper takes. */
const HOLD_MS = 1_800_000;
/** By which all were made before their method was kept. */
const FIRST_METHOD = 1;
const FREE = new Date(0);

/** Times are the machine's own: the product's clock may travel. */
@Injectable()
export class FingerprintsRepository {
  constructor(@InjectModel(FINGERPRINT, 'evidence') private readonly model: Model<Stored>) {}

  /** Again: the same row, with the twins that it had. */
  async keep({ id, ...known }: Omit<Known, 'twins'>, packed: Uint8Array, { picture, text }: Keys): Promise<void> {
    const made = { packed: Buffer.from(packed), pictureKeys: bytesOf(picture), textKeys: bytesOf(text), method: fingerprintAlgorithm, heldUntil: FREE };
    const update = { $set: { ...known, ...made, keptAt: new Date() }, $setOnInsert: { twins: [] } };
    await despiteConflicts(() => this.model.collection.updateOne({ _id: id } as never, update as never, { upsert: true }));
  }

  /** For papers from before: known by their bytes until more is made of them. What is there already stays. */
  async enrol(papers: readonly Omit<Known, 'twins'>[]): Promise<void> {
    const there = await this.model.find({ _id: { $in: papers.map(({ id }) => id) } }, { _id: 1 }).limit(papers.length).lean<{ _id: string }[]>();
    const ids = new Set(there.map(({ _id }) => _id));
    for (const { id, ...known } of papers.filter((paper) => !ids.has(paper.id))) {
      const none = { packed: Buffer.from(packFingerprint(bareFingerprint(known.sha256))), pictureKeys: Buffer.alloc(0), textKeys: Buffer.alloc(0) };
      const row = { ...known, ...none, keptAt: new Date(), twins: [], method: 0, heldUntil: FREE };
      await despiteConflicts(() => this.model.collection.updateOne({ _id: id } as never, { $setOnInsert: row }, { upsert: true }));
    }
  }

  /** One that is older than the method of today and that nobody holds, the newest paper first; held for half an hour, so that what a killed worker left is taken again. */
  async claimOld(): Promise<string | undefined> {
    const now = new Date();
    await this.model.updateMany({ method: { $exists: false } }, { $set: { method: FIRST_METHOD, heldUntil: FREE } });
    const old = { method: { $lt: fingerprintAlgorithm }, heldUntil: { $lte: now } };
    const held = { $set: { heldUntil: new Date(now.getTime() + HOLD_MS) } };
    const found = await despiteConflicts(() => this.model.findOneAndUpdate(old, held, { sort: { _id: -1 }, projection: { _id: 1 } }).lean<{ _id: string }>());
    return found?._id;
  }

  /** Not made now: for whoever comes next. */
  async release(id: string): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: { heldUntil: FREE } });
  }

  async keepTwins(id: string, twins: readonly Twin[]): Promise<void> {
    await this.model.updateOne({ _id: id }, { $set: { twins: [...twins] } });
  }

  /** Keys of all papers kept since then, oldest first. */
  async *keysSince(since: Date): AsyncGenerator<KnownKeys> {
    const cursor = this.model
      .find({ keptAt: { $gte: since } }, { keptAt: 1, pictureKeys: 1, textKeys: 1 })
      .sort({ keptAt: 1 })
      .lean<Stored[]>()
      .cursor({ batchSize: BATCH });
    for await (const { _id, keptAt, pictureKeys, textKeys } of cursor as AsyncIterable<Stored>) {
      yield { id: _id, keptAt, picture: keysOf(pictureKeys), text: keysOf(textKeys) };
    }
  }

  async knownWithPacked(ids: readonly string[]): Promise<{ known: Known; packed: Uint8Array }[]> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { ...KNOWN, packed: 1 }).limit(ids.length).lean<Stored[]>();
    return found.map((stored) => ({ known: knownOf(stored), packed: stored.packed.buffer }));
  }

  async idsOfSameFile(sha256: string): Promise<string[]> {
    const found = await this.model.find({ sha256 }, { _id: 1 }).sort({ _id: 1 }).limit(MOST).lean<Stored[]>();
    return found.map(({ _id }) => _id);
  }

  async find(id: string): Promise<Known | undefined> {
    const [found] = await this.known({ _id: id });
    return found;
  }

  /** The papers of a list, and those that have this paper for a twin. */
  async around(id: string, twinIds: readonly string[]): Promise<Known[]> {
    return this.known({ $or: [{ _id: { $in: [...twinIds] } }, { 'twins.id': id }] });
  }

  private async known(where: Record<string, unknown>): Promise<Known[]> {
    const found = await this.model.find(where, KNOWN).sort({ _id: 1 }).limit(MOST).lean<Stored[]>();
    return found.map(knownOf);
  }
}

function knownOf({ _id, sha256, subjectKey, organisationId, scope, year, twins }: Stored): Known {
  return { id: _id, sha256, subjectKey, organisationId, scope, year, twins };
}

function bytesOf(keys: Uint32Array): Buffer {
  return Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength);
}

/** Copied, because numbers of four bytes must lie on a boundary of four. */
function keysOf({ buffer }: Bytes): Uint32Array {
  return new Uint32Array(Uint8Array.from(buffer).buffer);
}
