import { generateKeyPair, type JsonWebKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfAny, replaceFile } from './kept-records.js';

export interface Keys {
  signing: JsonWebKey;
  /** Secrets that sign cookies. */
  cookies: string[];
}

/** The installation's keys, made at the first start; kept, so that tokens and cookies outlive a restart. */
export async function openKeys(folder: string): Promise<Keys> {
  const file = join(folder, 'keys.json');
  const kept = await readIfAny(file);
  if (kept !== undefined) {
    return JSON.parse(kept) as Keys;
  }
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const signing = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  const keys = { signing, cookies: [randomBytes(32).toString('base64url')] };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(file, JSON.stringify(keys));
  return keys;
}
