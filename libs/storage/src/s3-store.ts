import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Client, CopyDestinationOptions, CopySourceOptions, RETENTION_MODES } from 'minio';
import { checkKey } from './keys.js';
import { type Bucket, BUCKETS, ObjectStore, type Promotion, type StoredObject, type UploadForm, type UploadRequest } from './object-store.js';
import { codeOf, isAbsent, storeErrors, storeFailure } from './store.errors.js';

export interface S3StoreOptions {
  endpoint: string;
  accessKey: string;
  secretKey: string;
  region: string;
  /** `aigaq-` gives the buckets `aigaq-quarantine`, `aigaq-vault`, `aigaq-previews`. */
  bucketPrefix: string;
  /** The store as browsers see it, without a slash at the end; may be relative. */
  publicUrl: string;
  /** COMPLIANCE: not even the store's administrator can remove a locked file before its time. */
  lockMode: 'COMPLIANCE' | 'GOVERNANCE';
}

const PROBE = 'probe/lock';
const PROBE_MINUTES = 10;
const ANSWER_SECONDS = 30;

/** Any S3 server with object lock and POST policies, through the minio client. */
export class S3Store extends ObjectStore {
  private readonly client: Client;
  private readonly mode: RETENTION_MODES;

  constructor(private readonly options: S3StoreOptions) {
    super();
    const { hostname, port, protocol } = new URL(options.endpoint);
    const { accessKey, secretKey, region } = options;
    const useSSL = protocol === 'https:';
    this.client = new Client({ endPoint: hostname, port: Number(port || (useSSL ? 443 : 80)), useSSL, accessKey, secretKey, region });
    this.mode = RETENTION_MODES[options.lockMode];
  }

  start(): Promise<void> {
    return this.guarded(async () => {
      for (const bucket of BUCKETS) {
        await this.makeBucket(bucket);
      }
      await this.proveLock();
    });
  }

  uploadForm({ key, contentType, maxBytes, sha256, expiresInSeconds }: UploadRequest): Promise<UploadForm> {
    return this.guarded(async () => {
      const expiresAt = new Date(Date.now() + expiresInSeconds * 1000);
      const policy = this.client.newPostPolicy();
      policy.setBucket(this.bucket('quarantine'));
      policy.setKey(checkKey(key));
      policy.setExpires(expiresAt);
      policy.setContentType(contentType);
      policy.setContentLengthRange(1, maxBytes);
      const checksum = sha256 === undefined ? {} : checksumFields(sha256);
      for (const [name, value] of Object.entries(checksum)) {
        policy.policy.conditions.push(['eq', `$${name}`, value]);
        policy.formData[name] = value;
      }
      const { formData } = await this.client.presignedPostPolicy(policy);
      return { url: `${this.options.publicUrl}/${this.bucket('quarantine')}`, fields: { ...formData }, expiresAt };
    });
  }

  async stat(bucket: Bucket, key: string): Promise<StoredObject | undefined> {
    try {
      return describe(key, await this.head(bucket, checkKey(key)));
    } catch (error) {
      if (isAbsent(error)) {
        return undefined;
      }
      throw storeFailure(error);
    }
  }

  read(bucket: Bucket, key: string): Promise<Readable> {
    return this.guarded(() => this.client.getObject(this.bucket(bucket), checkKey(key)));
  }

  readBytes(bucket: Bucket, key: string): Promise<Buffer> {
    return this.guarded(async () => buffer(await this.read(bucket, key)), 4 * ANSWER_SECONDS);
  }

  write(bucket: Exclude<Bucket, 'vault'>, key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    return this.guarded(async () => {
      const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await this.client.putObject(this.bucket(bucket), checkKey(key), body, body.length, { 'Content-Type': contentType });
    }, 4 * ANSWER_SECONDS);
  }

  promote({ key, vaultKey, retainUntil, revision }: Promotion): Promise<StoredObject> {
    return this.guarded(async () => {
      const kept = await this.stat('vault', vaultKey);
      if (kept === undefined) {
        await this.lockAway(key, vaultKey, retainUntil, revision);
      } else if (kept.retainUntil === undefined || kept.retainUntil < wholeSeconds(retainUntil)) {
        await this.prolong(vaultKey, retainUntil);
      }
      return describe(vaultKey, await this.head('vault', vaultKey));
    }, 4 * ANSWER_SECONDS);
  }

  remove(key: string): Promise<void> {
    return this.guarded(() => this.client.removeObject(this.bucket('quarantine'), checkKey(key)));
  }

  async *abandoned(before: Date): AsyncIterable<string> {
    try {
      for await (const item of this.client.listObjectsV2(this.bucket('quarantine'), '', true)) {
        const { name, lastModified } = item as { name?: string; lastModified?: Date };
        if (name !== undefined && lastModified !== undefined && lastModified < before) {
          yield name;
        }
      }
    } catch (error) {
      throw storeFailure(error);
    }
  }

  private async lockAway(key: string, vaultKey: string, retainUntil: Date, revision: string | undefined): Promise<void> {
    const source = await this.stat('quarantine', key);
    if (source === undefined) {
      throw storeErrors.no_object();
    }
    if (revision !== undefined && revision !== source.revision) {
      throw storeErrors.changed();
    }
    await this.lockedCopy({ bucket: 'quarantine', key, revision: source.revision }, checkKey(vaultKey), retainUntil);
  }

  /** Locks are never set while posting or putting: servers ignore them there. Only a copy takes them reliably. */
  private async lockedCopy(from: { bucket: Bucket; key: string; revision?: string }, to: string, until: Date): Promise<void> {
    const source = new CopySourceOptions({
      Bucket: this.bucket(from.bucket),
      Object: from.key,
      ...(from.revision !== undefined && { MatchETag: from.revision }),
    });
    const target = new CopyDestinationOptions({
      Bucket: this.bucket('vault'),
      Object: to,
      Mode: this.mode,
      RetainUntilDate: lockDate(until),
    });
    await this.client.copyObject(source, target);
  }

  private async prolong(vaultKey: string, retainUntil: Date): Promise<void> {
    const versionId = versionOf(await this.head('vault', vaultKey));
    await this.client.putObjectRetention(this.bucket('vault'), vaultKey, {
      mode: this.mode,
      retainUntilDate: lockDate(retainUntil),
      versionId,
    });
  }

  private async makeBucket(bucket: Bucket): Promise<void> {
    if (await this.client.bucketExists(this.bucket(bucket))) {
      return;
    }
    try {
      await this.client.makeBucket(this.bucket(bucket), this.options.region, { ObjectLocking: bucket === 'vault' });
    } catch (error) {
      // Several services start at once; another may have been first.
      if (!codeOf(error).startsWith('BucketAlready')) {
        throw error;
      }
    }
  }

  /** Locks a probe and tries to remove it: a store that lets that happen would lose evidence some day. */
  private async proveLock(): Promise<void> {
    await this.forgetProbes();
    await this.write('previews', PROBE, Buffer.from('probe'), 'text/plain');
    await this.lockedCopy({ bucket: 'previews', key: PROBE }, PROBE, new Date(Date.now() + PROBE_MINUTES * 60_000));
    const versionId = versionOf(await this.head('vault', PROBE));
    if (versionId === '' || (await this.removesProbe(versionId))) {
      throw storeErrors.unlocked();
    }
  }

  private async forgetProbes(): Promise<void> {
    const versions = this.client.listObjects(this.bucket('vault'), PROBE, true, { IncludeVersion: true });
    for await (const version of versions) {
      await this.removesProbe(String((version as { versionId?: string }).versionId));
    }
  }

  private async removesProbe(versionId: string): Promise<boolean> {
    try {
      await this.client.removeObject(this.bucket('vault'), PROBE, { versionId });
      return true;
    } catch (error) {
      if (codeOf(error) === 'AccessDenied' || codeOf(error) === 'InvalidRequest' || codeOf(error) === 'ObjectLocked') {
        return false;
      }
      throw error;
    }
  }

  private async head(bucket: Bucket, key: string): Promise<IncomingMessage['headers']> {
    const answer = await this.client.makeRequestAsync({
      method: 'HEAD',
      bucketName: this.bucket(bucket),
      objectName: key,
      headers: { 'x-amz-checksum-mode': 'ENABLED' },
    });
    answer.resume();
    return answer.headers;
  }

  private bucket(bucket: Bucket): string {
    return `${this.options.bucketPrefix}${bucket}`;
  }

  private async guarded<T>(act: () => Promise<T>, seconds = ANSWER_SECONDS): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(storeErrors.unavailable()), seconds * 1000);
    });
    try {
      return await Promise.race([act(), late]);
    } catch (error) {
      throw storeFailure(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function checksumFields(sha256: string): Record<string, string> {
  return { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
}

function describe(key: string, headers: IncomingMessage['headers']): StoredObject {
  const text = (name: string): string => String(headers[name] ?? '');
  const checksum = text('x-amz-checksum-sha256');
  const retainUntil = text('x-amz-object-lock-retain-until-date');
  return {
    key,
    bytes: Number(text('content-length')),
    contentType: text('content-type'),
    revision: text('etag').replaceAll('"', ''),
    storedAt: new Date(text('last-modified')),
    ...(checksum !== '' && { sha256: Buffer.from(checksum, 'base64').toString('hex') }),
    ...(retainUntil !== '' && { retainUntil: new Date(retainUntil) }),
  };
}

const versionOf = (headers: IncomingMessage['headers']): string => String(headers['x-amz-version-id'] ?? '');

const wholeSeconds = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

const lockDate = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
