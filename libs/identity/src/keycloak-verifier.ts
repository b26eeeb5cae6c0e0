import { DomainError } from '@aigaq/kernel';
import { GrantManager, KeycloakToken } from './keycloak-connect.js';
import { SigningKeys } from './signing-keys.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';
import { Unauthenticated } from './unauthenticated.js';

export interface KeycloakVerifierOptions {
  /** The realm's public address, as tokens name it in `iss`. */
  issuer: string;
  /** Full address of the keys, when the public one does not work from inside: `http://keycloak:8080/auth/realms/aigaq/protocol/openid-connect/certs`. */
  keysUrl?: string;
  /** The name under which we are meant by a token's `aud`. */
  audience: string;
}

const CERTIFICATES = '/protocol/openid-connect/certs';
const SKEW_SECONDS = 30;
/** How long a checked token is known again: a key that the realm withdraws is trusted for that much longer. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 20_000;
const CODES = [
  [/expired/, 'token.expired'],
  [/wrong audience/, 'token.wrong_audience'],
] as const;

/** Access tokens of Keycloak, or of the embedded identity server, which is shaped like it. */
export class KeycloakVerifier extends TokenVerifier {
  private readonly keys: SigningKeys;
  private readonly grants: GrantManager;
  /** Oldest first. */
  private readonly checked = new Map<string, { identity: VerifiedToken; until: number }>();

  constructor(private readonly options: KeycloakVerifierOptions) {
    super();
    const { issuer, audience, keysUrl = withoutSlash(issuer) + CERTIFICATES } = options;
    this.keys = new SigningKeys(keysUrl);
    this.grants = new GrantManager({
      realmUrl: withoutSlash(issuer),
      clientId: audience,
      verifyTokenAudience: true,
      bearerOnly: true,
      minTimeBetweenJwksRequests: 10,
    });
    this.grants.rotation = { getJWK: (kid) => this.knownKey(kid) };
  }

  async verify(bearer: string | undefined): Promise<VerifiedToken> {
    const jwt = (bearer ?? '').replace(/^bearer(\s+|$)/i, '').trim();
    if (jwt === '') {
      throw new Unauthenticated('token.missing');
    }
    try {
      return this.remembered(jwt) ?? (await this.check(jwt));
    } catch (error) {
      throw refusal(error);
    }
  }

  private async check(jwt: string): Promise<VerifiedToken> {
    const token = new KeycloakToken(jwt, this.options.audience);
    const { kid, alg } = token.header ?? {};
    if (alg !== 'RS256' || typeof kid !== 'string' || jwt.split('.').length !== 3) {
      throw new Unauthenticated('token.invalid');
    }
    const { content } = token;
    if (content['iss'] === withoutSlash(this.options.issuer)) {
      // Here, not inside the grant manager, which would make an outage look like a bad token.
      await this.keys.find(kid);
    }
    await this.grants.validateToken(token, 'Bearer');
    mustHaveBegun(content);
    const identity = identityIn(content);
    this.remember(jwt, identity);
    return identity;
  }

  /** Checking a signature is the dearest part of a request, and a person's page makes many with the same token. */
  private remembered(jwt: string): VerifiedToken | undefined {
    const known = this.checked.get(jwt);
    return known && Date.now() < known.until ? known.identity : undefined;
  }

  private remember(jwt: string, identity: VerifiedToken): void {
    this.checked.delete(jwt);
    this.checked.set(jwt, { identity, until: Math.min(Date.now() + REMEMBERED_MS, identity.expiresAt.getTime()) });
    const [oldest] = this.checked.keys();
    if (this.checked.size > MOST_REMEMBERED && oldest !== undefined) {
      this.checked.delete(oldest);
    }
  }

  private async knownKey(kid: string): Promise<string> {
    const key = await this.keys.find(kid);
    if (key === undefined) {
      throw new Unauthenticated('token.invalid');
    }
    return key;
  }
}

/** keycloak-connect does not look at these. A clock a little behind the identity server's must not refuse a token that was made this moment. */
function mustHaveBegun({ iat, nbf }: Readonly<Record<string, unknown>>): void {
  const latest = Date.now() / 1000 + SKEW_SECONDS;
  if ([iat, nbf].some((time) => time !== undefined && !(typeof time === 'number' && time <= latest))) {
    throw new Unauthenticated('token.invalid');
  }
}

function identityIn(content: Readonly<Record<string, unknown>>): VerifiedToken {
  const { sub, exp, preferred_username: username, name, locale, acr, auth_time: authTime } = content;
  if (typeof sub !== 'string' || sub === '' || typeof exp !== 'number') {
    throw new Unauthenticated('token.invalid');
  }
  return {
    subject: sub,
    username: typeof username === 'string' ? username : sub,
    name: typeof name === 'string' ? name : sub,
    expiresAt: new Date(exp * 1000),
    ...(typeof locale === 'string' && { locale }),
    ...(typeof acr === 'string' && { acr }),
    ...(typeof authTime === 'number' && { authTime: new Date(authTime * 1000) }),
  };
}

/** Whatever the library throws, a bare TypeError included, means "refused", never a failure of ours; only an outage is passed on. */
function refusal(error: unknown): Error {
  if (error instanceof Unauthenticated || error instanceof DomainError) {
    return error;
  }
  const message = error instanceof Error ? error.message : '';
  return new Unauthenticated(CODES.find(([pattern]) => pattern.test(message))?.[1] ?? 'token.invalid');
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
