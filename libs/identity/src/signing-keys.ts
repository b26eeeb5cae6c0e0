import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { identityErrors } from './identity.errors.js';

const COOLDOWN_MS = 10_000;
const ANSWER_MS = 5_000;

type Jwk = JsonWebKey & { kid?: string };

/**
 * The identity server's public keys. keycloak-connect fetches them itself, but without a time limit, and an answer that is
 * not JSON ends the process; hence our own. Asked again for an unknown key, at most once in ten seconds.
 */
export class SigningKeys {
  private keys = new Map<string, string>();
  private fetchedAt = -Infinity;
  private fetching: Promise<void> | undefined;

  constructor(private readonly url: string) {}

  /** The key as PEM; undefined when the server does not know it. Throws `identity.unavailable`. */
  async find(kid: string): Promise<string | undefined> {
    if (!this.keys.has(kid) && performance.now() - this.fetchedAt > COOLDOWN_MS) {
      this.fetching ??= this.fetch().finally(() => (this.fetching = undefined));
      await this.fetching;
    }
    return this.keys.get(kid);
  }

  private async fetch(): Promise<void> {
    try {
      const answer = await fetch(this.url, { signal: AbortSignal.timeout(ANSWER_MS) });
      const { keys } = (await answer.json()) as { keys: Jwk[] };
      const signing = keys.filter((key) => key.kty === 'RSA' && key['use'] !== 'enc');
      this.keys = new Map(signing.map((key) => [String(key.kid), pem(key)]));
      this.fetchedAt = performance.now();
    } catch (error) {
      throw Object.assign(identityErrors.unavailable(), { cause: error });
    }
  }
}

const pem = (key: Jwk): string => createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
