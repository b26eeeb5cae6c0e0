import { TokenVerifier, Unauthenticated, type VerifiedToken } from '@aigaq/identity';
import { errors, generateKeyPair, jwtVerify, SignJWT } from 'jose';

const ISSUER = 'https://test.example/auth/realms/aigaq';
const AUDIENCE = 'aigaq-api';
const ALGORITHM = 'ES256';

/** Made per test process; nothing but its own tests trusts it. */
const keys = generateKeyPair(ALGORITHM);

export interface TokenOptions {
  audience?: string;
  expiresInSeconds?: number;
  /** '2' after a fresh login (the default), '1' without. */
  acr?: '1' | '2';
  /** When the person last proved who he is; now. */
  authTime?: Date;
}

/** A signed access token of this person. */
export async function tokenFor(
  person: { id: string; name: string; username?: string },
  { audience = AUDIENCE, expiresInSeconds = 300, acr = '2', authTime = new Date() }: TokenOptions = {},
): Promise<string> {
  const { privateKey } = await keys;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ name: person.name, preferred_username: person.username ?? person.id, acr, auth_time: Math.floor(authTime.getTime() / 1000) })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setSubject(person.id)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(privateKey);
}

/** Trusts the test key only. */
export class TestVerifier extends TokenVerifier {
  async verify(bearer: string | undefined): Promise<VerifiedToken> {
    const token = bearer?.replace(/^Bearer /i, '');
    if (!token) {
      throw new Unauthenticated('token.missing');
    }
    const { publicKey } = await keys;
    const { payload } = await jwtVerify(token, publicKey, { issuer: ISSUER, audience: AUDIENCE }).catch((error: unknown) => {
      throw new Unauthenticated(error instanceof errors.JWTExpired ? 'token.expired' : 'token.invalid');
    });
    return {
      subject: payload.sub ?? '',
      username: String(payload['preferred_username']),
      name: String(payload['name']),
      expiresAt: new Date((payload.exp ?? 0) * 1000),
      acr: String(payload['acr']),
      authTime: new Date(Number(payload['auth_time']) * 1000),
    };
  }
}
