import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { UploadRequest } from './object-store.js';
import { uploadErrors } from './store.errors.js';

/** What was promised when the form was made; signed, so that a browser carries it but cannot alter it. */
export interface FormPolicy {
  id: string;
  key: string;
  contentType: string;
  maxBytes: number;
  sha256?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const signatureOf = (policy: string, secret: Buffer): string => createHmac('sha256', secret).update(policy).digest('hex');

/** The fields of a form for the file store, named as an S3 server names its own. */
export function sealForm(request: UploadRequest, now: Date, secret: Buffer): { fields: Record<string, string>; expiresAt: Date } {
  const { key, contentType, maxBytes, sha256, expiresInSeconds } = request;
  const expiresAt = new Date(now.getTime() + expiresInSeconds * 1000);
  const content: FormPolicy = { id: randomUUID(), key, contentType, maxBytes, expiresAt: expiresAt.getTime(), ...(sha256 && { sha256 }) };
  const policy = Buffer.from(JSON.stringify(content)).toString('base64');
  const fields = { key, 'Content-Type': contentType, policy, 'x-signature': signatureOf(policy, secret) };
  return { fields, expiresAt };
}

/** The promise behind posted fields; refuses what was altered, has another type, or comes too late. */
export function openForm(fields: Readonly<Record<string, string>>, now: Date, secret: Buffer): FormPolicy {
  const { policy = '', 'x-signature': signature = '' } = fields;
  const expected = Buffer.from(signatureOf(policy, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw uploadErrors.bad_signature();
  }
  const content = JSON.parse(Buffer.from(policy, 'base64').toString()) as FormPolicy;
  if (fields['key'] !== content.key) {
    throw uploadErrors.bad_signature();
  }
  if (fields['Content-Type'] !== content.contentType) {
    throw uploadErrors.wrong_type({ expected: content.contentType });
  }
  if (now.getTime() > content.expiresAt) {
    throw uploadErrors.expired();
  }
  return content;
}
