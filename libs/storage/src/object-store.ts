import type { Readable } from 'node:stream';

export const BUCKETS = ['quarantine', 'vault', 'previews'] as const;
export type Bucket = (typeof BUCKETS)[number];

export interface UploadRequest {
  key: string;
  contentType: string;
  maxBytes: number;
  /** Lower-case hex. With it nothing else can ever be posted under the key. */
  sha256?: string;
  expiresInSeconds: number;
}

/** What a browser needs to post a file straight to the store: all `fields`, then `file`, as multipart/form-data. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
  expiresAt: Date;
}

export interface StoredObject {
  key: string;
  bytes: number;
  contentType: string;
  /** Changes whenever the content does. */
  revision: string;
  storedAt: Date;
  /** Lower-case hex, where the store itself checked it while storing. */
  sha256?: string;
  retainUntil?: Date;
}

export interface Promotion {
  /** In quarantine. */
  key: string;
  vaultKey: string;
  retainUntil: Date;
  /** As `stat` told before the content was hashed; another one now is refused. */
  revision?: string;
}

/** The door to files. Every failure is a DomainError of `store.errors.ts`. */
export abstract class ObjectStore {
  /** Makes the buckets and proves that the vault keeps what is locked; once, before anything else. */
  abstract start(): Promise<void>;

  abstract uploadForm(request: UploadRequest): Promise<UploadForm>;

  abstract stat(bucket: Bucket, key: string): Promise<StoredObject | undefined>;

  abstract read(bucket: Bucket, key: string): Promise<Readable>;

  abstract readBytes(bucket: Bucket, key: string): Promise<Buffer>;

  /** Stores or replaces. Nothing is written straight into the vault. */
  abstract write(bucket: Exclude<Bucket, 'vault'>, key: string, bytes: Uint8Array, contentType: string): Promise<void>;

  /** Copies from quarantine into the vault and locks. Again on the same vault key: only prolongs the lock. The source stays. */
  abstract promote(promotion: Promotion): Promise<StoredObject>;

  /** Removes from quarantine; an object that is gone already is no error. */
  abstract remove(key: string): Promise<void>;

  /** Keys in quarantine that were stored before the moment: uploads that nobody finished. */
  abstract abandoned(before: Date): AsyncIterable<string>;
}
