import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** An identity server reduced to its keys, whose tokens say whatever a test wants. */
export interface TestIssuer {
  /** As tokens name it; nothing listens there. */
  issuer: string;
  /** Where its keys are. */
  keysUrl: string;
  /** An access token as our realm makes it, with claims replaced. */
  sign(claims?: Record<string, unknown>, header?: { kid?: string }): Promise<string>;
  answerWith(status: number, body?: string): void;
  rotate(kid: string): Promise<void>;
  fetches(): number;
  stop(): Promise<void>;
}

export async function testIssuer(): Promise<TestIssuer> {
  const issuer = 'https://aigaq.example/auth/realms/aigaq';
  let [kid, pair, fetches] = ['first', await generateKeyPair('RS256', { extractable: true }), 0];
  let answer: { status: number; body?: string | undefined } = { status: 200 };
  const server: Server = createServer((_request, response) => {
    fetches += 1;
    void exportJWK(pair.publicKey).then((key) => {
      const keys = JSON.stringify({ keys: [{ ...key, kid, use: 'sig', alg: 'RS256' }] });
      response.writeHead(answer.status).end(answer.body ?? keys);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    issuer,
    keysUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/auth/realms/aigaq/protocol/openid-connect/certs`,
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...claimsOf(issuer), ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(pair.privateKey),
    answerWith: (status, body) => {
      answer = { status, body };
    },
    rotate: async (next) => {
      [kid, pair] = [next, await generateKeyPair('RS256', { extractable: true })];
    },
    fetches: () => fetches,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function claimsOf(issuer: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: ['aigaq-api', 'account'],
    azp: 'aigaq-portal',
    typ: 'Bearer',
    sub: '6f1c1a3e-0000-4000-8000-000000000001',
    preferred_username: 'akim',
    name: 'Айгүл Серікова',
    locale: 'kk',
    acr: '1',
    iat: now,
    exp: now + 300,
  };
}
