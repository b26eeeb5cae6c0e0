// An identity server reduced to its keys: a benchmark needs thousands of valid tokens, and services that check each of them.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const ISSUER = 'https://bench.aigaq.example/auth/realms/aigaq';
const AUDIENCE = 'aigaq-api';

/**
 * @returns {Promise<{ settings: { issuer: string, keysUrl: string, audience: string }, tokenOf(personId: string): Promise<string>, stop(): void }>}
 */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256' }] });
  const server = createServer((_request, response) => response.end(keys));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const tokenOf = (/** @type {string} */ personId) =>
    new SignJWT({ typ: 'Bearer', azp: 'bench', preferred_username: personId, name: personId, acr: '1' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'bench' })
      .setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(personId).setIssuedAt().setExpirationTime('1h')
      .sign(privateKey);
  return { settings: { issuer: ISSUER, keysUrl: `http://127.0.0.1:${port}`, audience: AUDIENCE }, tokenOf, stop: () => void server.close() };
}
