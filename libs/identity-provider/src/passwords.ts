import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** A password as it is kept. */
export interface KeptPassword {
  salt: string;
  hash: string;
}

const HASH_BYTES = 32;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

export async function hashed(password: string): Promise<KeptPassword> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64url'), hash: (await derive(password, salt, HASH_BYTES)).toString('base64url') };
}

/** Takes the same time for every answer. */
export async function isSame(given: string, { salt, hash }: KeptPassword): Promise<boolean> {
  return timingSafeEqual(await derive(given, Buffer.from(salt, 'base64url'), HASH_BYTES), Buffer.from(hash, 'base64url'));
}

/** The password policy of our Keycloak realm. */
export function satisfiesPolicy(password: string, { username, email }: { username: string; email: string }): boolean {
  const rules = [/^.{10,255}$/su, /\p{Lu}/u, /\p{Ll}/u, /\d/];
  return rules.every((rule) => rule.test(password)) && ![username, email].includes(password.toLowerCase());
}
