import { DomainError, errorTable } from '@aigaq/kernel';

export const uploadErrors = errorTable('upload', {
  too_large: ['invalid', 'The file is larger than allowed.'],
  empty: ['invalid', 'The file is empty.'],
  wrong_type: ['invalid', 'The file was announced with another type.'],
  wrong_hash: ['invalid', 'The file differs from what was announced: its SHA-256 is another.'],
  malformed: ['invalid', 'The form is not complete multipart/form-data with a file at its end.'],
  bad_signature: ['forbidden', 'The upload form was altered or was not made here.'],
  expired: ['forbidden', 'The upload form has expired.'],
  replayed: ['conflict', 'The upload form was used already.'],
});

export const storeErrors = errorTable('store', {
  no_object: ['not_found', 'There is no such object in the store.'],
  changed: ['conflict', 'The object was replaced in the meantime.'],
  bad_key: ['invalid', 'The object key has a forbidden form.'],
  unavailable: ['unavailable', 'The object store cannot be reached.'],
  full: ['unavailable', 'The object store is full.'],
  unlocked: ['unavailable', 'The vault lets locked objects be removed or replaced; Aigaq refuses to run on it.'],
});

const FULL = new Set(['ENOSPC', 'EDQUOT', 'XMinioStorageFull', 'InsufficientStorage', 'QuotaExceeded']);
const ABSENT = new Set(['ENOENT', 'NoSuchKey', 'NotFound']);
const BAD_KEY = new Set(['ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ObjectParentIsFile', 'XMinioInvalidObjectName']);

/** A failure of a disk or of an S3 server in our own words; the original stays as `cause` for the log. */
export function storeFailure(error: unknown): DomainError {
  if (error instanceof DomainError) {
    return error;
  }
  return Object.assign(rowOf(codeOf(error))(), { cause: error });
}

export function isAbsent(error: unknown): boolean {
  return ABSENT.has(codeOf(error)) || (error instanceof DomainError && error.code === 'store.no_object');
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function rowOf(code: string): () => DomainError {
  if (FULL.has(code)) {
    return storeErrors.full;
  }
  if (ABSENT.has(code)) {
    return storeErrors.no_object;
  }
  if (code === 'PreconditionFailed') {
    return storeErrors.changed;
  }
  return BAD_KEY.has(code) ? storeErrors.bad_key : storeErrors.unavailable;
}
