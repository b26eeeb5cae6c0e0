import { setImmediate as turn } from 'node:timers/promises';
import { SigningKeys } from '../src/signing-keys.js';
import { type TestIssuer, testIssuer } from './test-issuer.js';

describe('keys that were changed', () => {
  let server: TestIssuer;
  beforeEach(async () => {
    server = await testIssuer();
  });
  afterEach(() => server.stop());

  it('are forgotten after five minutes, without anybody waiting for it', async () => {
    let now = 0;
    const keys = new SigningKeys(server.keysUrl, () => now);
    expect(await keys.find('first')).toContain('PUBLIC KEY');
    await server.rotate('second');
    now = 290_000;
    expect(await keys.find('first')).toContain('PUBLIC KEY');
    now = 301_000;
    expect(await keys.find('first')).toContain('PUBLIC KEY');
    while (server.fetches() < 2 || (await keys.find('first')) !== undefined) {
      await turn();
    }
    expect(await keys.find('second')).toContain('PUBLIC KEY');
    expect(server.fetches()).toBe(2);
  });

  it('are kept while the identity server does not answer', async () => {
    let now = 0;
    const keys = new SigningKeys(server.keysUrl, () => now);
    await keys.find('first');
    server.answerWith(503, '');
    now = 301_000;
    await keys.find('first');
    while (server.fetches() < 2) {
      await turn();
    }
    expect(await keys.find('first')).toContain('PUBLIC KEY');
  });
});
