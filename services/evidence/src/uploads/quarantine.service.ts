import { createHash } from 'node:crypto';
import { MAX_FILE_BYTES } from '@aigaq/api';
import { MalwareScanner } from '@aigaq/documents';
import { Clock, DomainError } from '@aigaq/kernel';
import { ObjectStore, type StoredObject, type UploadForm } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { Turns } from '../reading/turns.js';
import { finalRefusal, uploadErrors } from './upload.errors.js';
import { differenceOf, type ReceivedFile, type Upload } from './upload.js';

/** Files of up to 50 MB that are held in memory at the same time. */
const HELD_FILES = 3;
const FORM_SECONDS = 3_600;
/** The nomenclature of cases keeps evidence for five years; the lock of the vault only grows. */
const RETENTION_YEARS = 5;

/** Takes files out of quarantine: what they are is found out here, never believed. */
@Injectable()
export class QuarantineService {
  private readonly turns = new Turns(HELD_FILES);

  constructor(
    private readonly store: ObjectStore,
    private readonly scanner: MalwareScanner,
    private readonly clock: Clock,
  ) {}

  /** A form by which this very file can be posted, and nothing larger. */
  formFor({ key, mediaType, size, sha256 }: Pick<Upload, 'key' | 'mediaType' | 'size' | 'sha256'>): Promise<UploadForm> {
    const request = { key, contentType: mediaType, maxBytes: size, expiresInSeconds: FORM_SECONDS };
    return this.store.uploadForm(sha256 === null ? request : { ...request, sha256 });
  }

  /** Nothing of the upload stays in quarantine; that somebody else clears it at the same moment is as good. */
  async clear({ key }: Upload): Promise<void> {
    try {
      await this.store.remove(key);
    } catch (error) {
      if (!isAbsence(error)) {
        throw error;
      }
    }
  }

  /**
   * Looks at the file and, when it is in order, locks it away in the vault under its hash. Again: the same.
   * @throws a final refusal (file.*, upload.wrong_*), upload.not_received, store.changed, or that something is away
   */
  async takeIn(upload: Upload): Promise<ReceivedFile> {
    try {
      return await this.turns.take(() => this.lockAway(upload));
    } catch (error) {
      // Somebody completed the same upload a moment ago and cleared it away.
      throw isAbsence(error) ? uploadErrors.not_received({ uploadId: upload.id }) : error;
    }
  }

  private async lockAway(upload: Upload): Promise<ReceivedFile> {
    const { id, key } = upload;
    const object = await this.store.stat('quarantine', key);
    if (!object) {
      throw uploadErrors.not_received({ uploadId: id });
    }
    const file = await this.examine(upload, object);
    await this.store.promote({ key, vaultKey: file.sha256, retainUntil: this.retainUntil(), revision: object.revision });
    return file;
  }

  private async examine(upload: Upload, { bytes: size }: StoredObject): Promise<ReceivedFile> {
    if (size > MAX_FILE_BYTES) {
      throw refusal('file.too_large');
    }
    const { bytes, sha256 } = await this.read(upload);
    const found = await this.scanner.scan(bytes, upload.mediaType);
    if (!found.ok) {
      throw refusal(found.code);
    }
    const file = { size: bytes.length, sha256, pages: found.pages ?? 1 };
    const difference = differenceOf(upload, file);
    if (difference) {
      throw uploadErrors[difference]();
    }
    return file;
  }

  private async read({ key }: Upload): Promise<{ bytes: Buffer; sha256: string }> {
    const hash = createHash('sha256');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of (await this.store.read('quarantine', key)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) {
        throw refusal('file.too_large');
      }
      hash.update(chunk);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
  }

  private retainUntil(): Date {
    const until = this.clock.now();
    until.setUTCFullYear(until.getUTCFullYear() + RETENTION_YEARS);
    return until;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'store.no_object';
}

function refusal(code: string): Error {
  return finalRefusal(code) ?? new Error(`unknown refusal ${code}`);
}
