import { storeErrors } from './store.errors.js';

const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Keys become paths: only plain segments, nothing that could climb out of a bucket. */
export function checkKey(key: string): string {
  if (key.length > 512 || !key.split('/').every((segment) => segment.length <= 200 && SEGMENT.test(segment))) {
    throw storeErrors.bad_key();
  }
  return key;
}
