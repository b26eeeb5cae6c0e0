import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { type Clock, SystemClock } from '@aigaq/kernel';
import { moveInto, syncFolder, writeAside } from './durable-files.js';
import { type FormPolicy, openForm, sealForm } from './form-policy.js';
import { checkKey } from './keys.js';
import { type Bucket, BUCKETS, ObjectStore, type Promotion, type StoredObject, type UploadForm, type UploadRequest } from './object-store.js';
import { codeOf, isAbsent, storeErrors, storeFailure, uploadErrors } from './store.errors.js';

export interface FileStoreOptions {
  folder: string;
  /** Where `fileStorePlugin` is mounted, as a browser sees it. */
  publicUrl: string;
  clock?: Clock;
}

/** Kept beside the bytes; the bytes decide whether an object exists. */
interface Label {
  contentType: string;
  sha256: string;
  /** Form by which the bytes came. */
  formId?: string;
  retainUntil?: string;
}

const DAY = 24 * 3600 * 1000;

/** The object store in a folder, for one process: the same contract as S3, with forms that are spent by their first success. */
export class FileStore extends ObjectStore {
  private secret: Buffer = Buffer.alloc(0);
  private readonly committing = new Set<string>();
  private readonly clock: Clock;

  constructor(private readonly options: FileStoreOptions) {
    super();
    this.clock = options.clock ?? new SystemClock();
  }

  start(): Promise<void> {
    return this.guarded(async () => {
      await rm(this.path('incoming'), { recursive: true, force: true });
      for (const folder of [...BUCKETS, 'incoming', 'spent', 'labels']) {
        await mkdir(this.path(folder), { recursive: true });
      }
      this.secret = await this.ownSecret();
      await this.forgetSpent();
      await this.proveWriteOnce();
    });
  }

  uploadForm(request: UploadRequest): Promise<UploadForm> {
    return this.guarded(() => {
      checkKey(request.key);
      const { fields, expiresAt } = sealForm(request, this.clock.now(), this.secret);
      return Promise.resolve({ url: `${this.options.publicUrl}/quarantine`, fields, expiresAt });
    });
  }

  /** Takes a posted form: `fields` first, then the bytes as they arrive. All or nothing. */
  receive(fields: Readonly<Record<string, string>>, file: AsyncIterable<Buffer>): Promise<void> {
    return this.guarded(async () => {
      const policy = openForm(fields, this.clock.now(), this.secret);
      await this.refuseReplay(policy);
      const { aside, sha256 } = await this.takeIn(file, policy);
      try {
        await this.commit(policy, aside, sha256);
      } finally {
        await rm(aside, { force: true });
      }
    });
  }

  async stat(bucket: Bucket, key: string): Promise<StoredObject | undefined> {
    try {
      const [file, label] = await Promise.all([stat(this.object(bucket, key)), this.label(bucket, key)]);
      return {
        key,
        bytes: file.size,
        contentType: label.contentType,
        revision: label.sha256,
        storedAt: file.mtime,
        sha256: label.sha256,
        ...(label.retainUntil !== undefined && { retainUntil: new Date(label.retainUntil) }),
      };
    } catch (error) {
      if (isAbsent(error)) {
        return undefined;
      }
      throw storeFailure(error);
    }
  }

  read(bucket: Bucket, key: string): Promise<Readable> {
    return this.guarded(async () => {
      const handle = await open(this.object(bucket, key), 'r');
      return createReadStream('', { fd: handle });
    });
  }

  readBytes(bucket: Bucket, key: string): Promise<Buffer> {
    return this.guarded(() => readFile(this.object(bucket, key)));
  }

  write(bucket: Exclude<Bucket, 'vault'>, key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    return this.guarded(async () => {
      const path = this.object(bucket, key);
      const aside = await writeAside(this.path('incoming'), [bytes]);
      await this.setLabel(bucket, key, { contentType, sha256: createHash('sha256').update(bytes).digest('hex') });
      await moveInto(aside, path);
    });
  }

  promote({ key, vaultKey, retainUntil, revision }: Promotion): Promise<StoredObject> {
    return this.guarded(async () => {
      const kept = await this.stat('vault', vaultKey);
      if (kept === undefined) {
        await this.lockAway(key, vaultKey, retainUntil, revision);
      } else if (kept.retainUntil === undefined || kept.retainUntil < retainUntil) {
        await this.setLabel('vault', vaultKey, { ...(await this.label('vault', vaultKey)), retainUntil: retainUntil.toISOString() });
      }
      return this.existing('vault', vaultKey);
    });
  }

  remove(key: string): Promise<void> {
    return this.guarded(async () => {
      const object = await this.stat('quarantine', key);
      if (object === undefined) {
        return;
      }
      const { formId } = await this.label('quarantine', key);
      if (formId !== undefined) {
        // The form must stay spent when the object that proves it is gone.
        await moveInto(await writeAside(this.path('incoming'), []), this.path('spent', formId));
      }
      await rm(this.object('quarantine', key), { force: true });
      await rm(this.labelPath('quarantine', key), { force: true });
    });
  }

  async *abandoned(before: Date): AsyncIterable<string> {
    const root = this.path('quarantine');
    const entries = await this.guarded(() => readdir(root, { recursive: true, withFileTypes: true }));
    for (const entry of entries.filter((each) => each.isFile())) {
      const key = relative(root, join(entry.parentPath, entry.name));
      const object = await this.stat('quarantine', key);
      if (object !== undefined && object.storedAt < before) {
        yield key;
      }
    }
  }

  private async takeIn(file: AsyncIterable<Buffer>, policy: FormPolicy): Promise<{ aside: string; sha256: string }> {
    const hash = createHash('sha256');
    const aside = await writeAside(this.path('incoming'), measured(file, policy.maxBytes, (piece) => hash.update(piece)));
    const sha256 = hash.digest('hex');
    if (policy.sha256 !== undefined && policy.sha256 !== sha256) {
      await rm(aside, { force: true });
      throw uploadErrors.wrong_hash();
    }
    return { aside, sha256 };
  }

  /** One process owns the folder, so a set in memory is enough to let one of two equal forms through. */
  private async commit(policy: FormPolicy, aside: string, sha256: string): Promise<void> {
    const { key, contentType, id } = policy;
    if (this.committing.has(key)) {
      throw uploadErrors.replayed();
    }
    this.committing.add(key);
    try {
      await this.refuseReplay(policy);
      await this.setLabel('quarantine', key, { contentType, sha256, formId: id });
      await moveInto(aside, this.object('quarantine', key));
    } finally {
      this.committing.delete(key);
    }
  }

  private async refuseReplay({ id, key }: FormPolicy): Promise<void> {
    if ((await exists(this.path('spent', id))) || (await exists(this.object('quarantine', key)))) {
      throw uploadErrors.replayed();
    }
  }

  /** A second name for the same bytes: at once, without a copy, and never over an existing name. */
  private async lockAway(key: string, vaultKey: string, retainUntil: Date, revision: string | undefined): Promise<void> {
    const source = await this.existing('quarantine', key);
    if (revision !== undefined && revision !== source.revision) {
      throw storeErrors.changed();
    }
    const { contentType, revision: sha256 } = source;
    const path = this.object('vault', vaultKey);
    await this.setLabel('vault', vaultKey, { contentType, sha256, retainUntil: retainUntil.toISOString() });
    await mkdir(dirname(path), { recursive: true });
    await chmod(this.object('quarantine', key), 0o440);
    await linkOnce(this.object('quarantine', key), path);
    await syncFolder(dirname(path));
  }

  private async existing(bucket: Bucket, key: string): Promise<StoredObject> {
    const object = await this.stat(bucket, key);
    if (object === undefined) {
      throw storeErrors.no_object();
    }
    return object;
  }

  private async ownSecret(): Promise<Buffer> {
    const path = this.path('form-secret');
    if (!(await exists(path))) {
      const aside = await writeAside(this.path('incoming'), [randomBytes(32)]);
      await chmod(aside, 0o600);
      await moveInto(aside, path);
    }
    return readFile(path);
  }

  /** Marks of forms that have expired long ago are not needed any more: forms live for hours, marks for a week. */
  private async forgetSpent(): Promise<void> {
    for (const id of await readdir(this.path('spent'))) {
      const { mtimeMs } = await stat(this.path('spent', id));
      if (mtimeMs < Date.now() - 7 * DAY) {
        await rm(this.path('spent', id), { force: true });
      }
    }
  }

  private async proveWriteOnce(): Promise<void> {
    const [first, second] = [await writeAside(this.path('incoming'), []), await writeAside(this.path('incoming'), [])];
    const isNew = await linkOnce(first, second);
    await Promise.all([rm(first), rm(second)]);
    if (isNew) {
      throw storeErrors.unlocked();
    }
  }

  private async label(bucket: Bucket, key: string): Promise<Label> {
    return JSON.parse(await readFile(this.labelPath(bucket, key), 'utf8')) as Label;
  }

  private async setLabel(bucket: Bucket, key: string, label: Label): Promise<void> {
    await moveInto(await writeAside(this.path('incoming'), [Buffer.from(JSON.stringify(label))]), this.labelPath(bucket, key));
  }

  private labelPath(bucket: Bucket, key: string): string {
    return this.path('labels', bucket, `${checkKey(key)}.json`);
  }

  private object(bucket: Bucket, key: string): string {
    return this.path(bucket, checkKey(key));
  }

  private path(...names: string[]): string {
    return join(this.options.folder, ...names);
  }

  private async guarded<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw storeFailure(error);
    }
  }
}

async function* measured(file: AsyncIterable<Buffer>, maxBytes: number, see: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of file) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      throw uploadErrors.too_large({ maxBytes });
    }
    see(piece);
    yield piece;
  }
  if (bytes === 0) {
    throw uploadErrors.empty();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) {
      return false;
    }
    throw error;
  }
}

/** True when the name was free. */
async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}
