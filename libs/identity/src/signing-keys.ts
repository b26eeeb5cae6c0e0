import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { identityErrors } from './identity.errors.js';

const COOLDOWN_MS = 10_000;
/** After this the keys are fetched anew though they suffice: one that was switched off must not be taken for ever. */
const STALE_MS = 300_000;
const ANSWER_MS = 5_000;

type Jwk = JsonWebKey & { kid?: string };

/**
 * The identity server's public keys. keycloak-connect fetches them itself, but without a time limit, and an answer that is
 * not JSON ends the process; hence our own. Asked again for an unknown key, at most once in ten seconds, and for all every five minutes.
 */
export class SigningKeys {
  private keys = new Map<string, string>();
  private fetchedAt = -Infinity;
  private fetching: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key as PEM; undefined when the server does not know it. Throws `identity.unavailable`. */
  async find(kid: string): Promise<string | undefined> {
    const age = this.now() - this.fetchedAt;
    if (!this.keys.has(kid) && age > COOLDOWN_MS) {
      await this.refresh();
    } else if (age > STALE_MS) {
      // Nobody waits for it, and during an outage the known keys go on.
      this.refresh().catch(() => undefined);
    }
    return this.keys.get(kid);
  }

  private refresh(): Promise<void> {
    this.fetching ??= this.fetch().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetch(): Promise<void> {
    try {
      const answer = await fetch(this.url, { signal: AbortSignal.timeout(ANSWER_MS) });
      const { keys } = (await answer.json()) as { keys: Jwk[] };
      const signing = keys.filter((key) => key.kty === 'RSA' && key['use'] !== 'enc');
      this.keys = new Map(signing.map((key) => [String(key.kid), pem(key)]));
      this.fetchedAt = this.now();
    } catch (error) {
      throw Object.assign(identityErrors.unavailable(), { cause: error });
    }
  }
}

const pem = (key: Jwk): string => createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
