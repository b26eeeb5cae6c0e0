import { randomBytes } from 'node:crypto';
import { timeStampRequest, tokenOf } from '@aigaq/signatures';
import { TimeStamper } from './time-stamper.js';

const PATIENCE_MS = 15_000;
const NONCE_BYTES = 8;

/** An authority behind an address, as RFC 3161 (3.4) has it. Whom to trust is decided by those who verify. */
export class HttpTimeStamper extends TimeStamper {
  constructor(private readonly url: string) {
    super();
  }

  async stamp(bytes: Uint8Array): Promise<Uint8Array> {
    const nonce = randomBytes(NONCE_BYTES);
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(timeStampRequest(bytes, nonce)),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) {
      throw new Error(`the time-stamp authority answers ${answer.status}`);
    }
    return tokenOf(new Uint8Array(await answer.arrayBuffer()), bytes, nonce);
  }
}
