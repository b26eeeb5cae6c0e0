import { createHash } from 'node:crypto';
import { MAX_FILE_BYTES } from '@aigaq/api';
import { MalwareScanner } from '@aigaq/documents';
import { Clock, DomainError } from '@aigaq/kernel';
import { ObjectStore, type StoredObject, type UploadForm } from '@aigaq/storage';
import { Injectable } from '@nestjs/common';
import { Turns } from '../reading/turns.js';
import { finalRefusal, uploadErrors } from './upload.errors.js';
import { refusalOfSet } from './upload-set.js';
import { announcedFiles, type AnnouncedFile, differenceOf, type ReceivedFile, type Upload } from './upload.js';

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
  formFor({ key, mediaType, size, sha256 }: AnnouncedFile): Promise<UploadForm> {
    const request = { key, contentType: mediaType, maxBytes: size, expiresInSeconds: FORM_SECONDS };
    return this.store.uploadForm(sha256 === null ? request : { ...request, sha256 });
  }

  /** Nothing of the upload stays in quarantine; that somebody else clears it at the same moment is as good. */
  async clear(upload: Upload): Promise<void> {
    for (const { key } of announcedFiles(upload)) {
      try {
        await this.store.remove(key);
      } catch (error) {
        if (!isAbsence(error)) {
          throw error;
        }
      }
    }
  }

  /**
   * Looks at all files and, when they are in order, locks each away in the vault under its hash. Again: the same.
   * @throws a final refusal (file.*, upload.wrong_*, upload.mixed_files), upload.not_received, store.changed, or that something is away
   */
  async takeIn(upload: Upload): Promise<ReceivedFile[]> {
    try {
      return await this.turns.take(() => this.lockAway(upload));
    } catch (error) {
      // Somebody completed the same upload a moment ago and cleared it away.
      throw isAbsence(error) ? uploadErrors.not_received({ uploadId: upload.id }) : error;
    }
  }

  /** One file after the other, so that no more than one is held; nothing is locked before all of them are known to be in order. */
  private async lockAway(upload: Upload): Promise<ReceivedFile[]> {
    const announced = announcedFiles(upload);
    const files: (ReceivedFile & { key: string; revision: string })[] = [];
    for (const each of announced) {
      const object = await this.store.stat('quarantine', each.key);
      if (!object) {
        throw uploadErrors.not_received({ uploadId: upload.id });
      }
      const file = await this.examine(each, object, announced.length > 1 ? each.fileName : null);
      files.push({ ...file, key: each.key, revision: object.revision });
    }
    const code = refusalOfSet(files.map(({ pages }, place) => ({ pages, mediaType: announced[place]!.mediaType })));
    if (code !== undefined) {
      throw refusal(code, null);
    }
    for (const { key, sha256, revision } of files) {
      await this.store.promote({ key, vaultKey: sha256, retainUntil: this.retainUntil(), revision });
    }
    return files.map(({ size, sha256, pages }) => ({ size, sha256, pages }));
  }

  private async examine(announced: AnnouncedFile, { bytes: size }: StoredObject, fileName: string | null): Promise<ReceivedFile> {
    if (size > MAX_FILE_BYTES) {
      throw refusal('file.too_large', fileName);
    }
    const { bytes, sha256 } = await this.read(announced, fileName);
    const found = await this.scanner.scan(bytes, announced.mediaType);
    if (!found.ok) {
      throw refusal(found.code, fileName);
    }
    const file = { size: bytes.length, sha256, pages: found.pages ?? 1 };
    const difference = differenceOf(announced, file);
    if (difference) {
      throw refusal(`upload.${difference}`, fileName);
    }
    return file;
  }

  private async read({ key }: AnnouncedFile, fileName: string | null): Promise<{ bytes: Buffer; sha256: string }> {
    const hash = createHash('sha256');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of (await this.store.read('quarantine', key)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) {
        throw refusal('file.too_large', fileName);
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

function refusal(code: string, fileName: string | null): Error {
  return finalRefusal(code, fileName) ?? new Error(`unknown refusal ${code}`);
}
