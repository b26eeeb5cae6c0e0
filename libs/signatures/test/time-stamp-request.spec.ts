import { MalformedError, stampedTime, timeStampRequest, tokenOf, trustStore } from '../src/index.js';
import { made, stampBy } from './fixtures/signing.js';
import { type Mood, StampAuthority } from './fixtures/stamp-authority.js';

const bytes = Buffer.from('root of a day');
const nonce = new Uint8Array([0xff, 2, 3, 4, 5, 6, 7, 8]);
const at = new Date('2025-06-02T09:30:00Z');
const trust = trustStore({ timeStamps: [made.stampRoot.der] });

describe('asking a time-stamp authority', () => {
  const authority = new StampAuthority(made.stamper, () => at);
  let url = '';
  beforeAll(async () => {
    url = await authority.open();
  });
  afterAll(() => authority.close());

  async function ask(mood: Mood): Promise<Uint8Array> {
    authority.mood = mood;
    const body = Buffer.from(timeStampRequest(bytes, nonce));
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body });
    return tokenOf(new Uint8Array(await answer.arrayBuffer()), bytes, nonce);
  }

  it('gets a token that proves the time of the bytes to whoever trusts it', async () => {
    const token = await ask('stamps');
    expect(stampedTime(token, bytes, trust)).toEqual({ time: at.toISOString(), authority: expect.any(String) });
  });

  it.each(['refuses', 'other-bytes', 'other-nonce', 'broken'] as const)('takes nothing from one that %s', async (mood) => {
    await expect(ask(mood)).rejects.toBeInstanceOf(MalformedError);
  });

  it.each<[string, () => Uint8Array, Uint8Array, typeof trust]>([
    ['other bytes', () => stampBy(made.stamper, at)(bytes), Buffer.from('another root'), trust],
    ['an authority that is not trusted', () => stampBy(made.stamper, at)(bytes), bytes, trustStore({})],
    ['a signer that may not stamp', () => stampBy(made.head, at)(bytes), bytes, trust],
    ['a time before the certificate was in force', () => stampBy(made.stamper, new Date('2001-01-01'))(bytes), bytes, trust],
    ['what is no token', () => Buffer.from('x'), bytes, trust],
  ])('proves nothing about %s', (_, token, stamped, store) => expect(stampedTime(token(), stamped, store)).toBeNull());
});
