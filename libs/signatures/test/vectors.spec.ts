import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  joinTrust,
  MalformedError,
  readTrustFolder,
  RevocationFolder,
  trustStore,
  verifyDetached,
  verifyPdf,
  type RevocationEvidence,
  type SignatureVerdict,
  type VerifyOptions,
} from '../src/index.js';
import { Down } from './fixtures/sources.js';
import type { Vector } from './fixtures/vector.js';

const folder = new URL('vectors/', import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const vectors = JSON.parse(readFileSync(new URL('vectors.json', folder), 'utf8')) as Vector[];
const trust = trustStore({
  signing: [bytesOf('root.pem')],
  timeStamps: [bytesOf('stampRoot.pem')],
  intermediates: [bytesOf('issuing.pem')],
});

async function verify({ file, now, evidence, isResponderDown }: Vector): Promise<SignatureVerdict> {
  const kept = evidence.map((name): RevocationEvidence => ({
    type: name.endsWith('.ocsp') ? 'ocsp' : 'crl',
    der: bytesOf(name),
  }));
  const options: VerifyOptions = {
    trust,
    now: new Date(now),
    evidence: kept,
    ...(isResponderDown === true ? { revocation: new Down() } : {}),
  };
  const found = file.endsWith('.pdf')
    ? await verifyPdf(bytesOf(file), options)
    : await verifyDetached(bytesOf(file), bytesOf('content.txt'), options);
  return found!.signatures[0]!;
}

describe('golden signatures', () => {
  it.each(vectors)('$name: $validity, $reason', async (vector) => {
    const found = await verify(vector);
    expect([found.validity, found.reason]).toEqual([vector.validity, vector.reason]);
    expect(found.signer).toMatchObject({ name: 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ', kind: 'head', bin: '960340000123' });
    // The same input gives the same verdict, and the evidence it kept is enough to give it again.
    expect(await verify(vector)).toEqual(found);
  });

  it('are small', () => {
    const sizes = readdirSync(folder).map((name) => statSync(new URL(name, folder)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });
});

describe('lists in a folder of the administrator', () => {
  const demonstration = new URL('../../../data/trust/demonstration/lists', import.meta.url).pathname;
  const now = new Date('2025-06-03T00:00:00Z');

  it('are enough to verify without a network', async () => {
    const revocation = new RevocationFolder([demonstration]);
    const found = await verifyPdf(bytesOf('signed.pdf'), { trust, now, revocation });
    expect(found.signatures[0]).toMatchObject({ validity: 'valid', reason: 'valid_at_time_stamp' });
  });

  it('may be none', async () => {
    const revocation = new RevocationFolder(['/nowhere/lists']);
    const found = await verifyPdf(bytesOf('signed.pdf'), { trust, now, revocation });
    expect(found.signatures[0]).toMatchObject({ validity: 'undetermined', reason: 'revocation_unknown' });
  });

  it('are read again when they change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lists-'));
    try {
      const revocation = new RevocationFolder([folder]);
      expect(await revocation.evidenceFor()).toEqual([]);
      writeFileSync(join(folder, 'a.crl'), 'one');
      const [first] = await revocation.evidenceFor();
      expect(await revocation.evidenceFor()).toEqual([first]);
      expect((await revocation.evidenceFor())[0]).toBe(first);
      writeFileSync(join(folder, 'a.crl'), 'another');
      expect((await revocation.evidenceFor())[0]!.der).toEqual(Buffer.from('another'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('whom the administrator trusts', () => {
  const data = new URL('../../../data/trust/', import.meta.url).pathname;

  it('is nobody, until he says so', () => {
    expect(readTrustFolder(data)).toEqual({ signing: [], timeStamps: [], intermediates: [] });
  });

  it('is the test root in the demonstration', () => {
    const demonstration = readTrustFolder(`${data}demonstration`);
    expect(demonstration.signing.map(({ fingerprint }) => fingerprint)).toEqual(
      trust.signing.map(({ fingerprint }) => fingerprint),
    );
    expect(joinTrust(demonstration, trustStore({})).timeStamps).toHaveLength(1);
  });

  it('is never a file that cannot be read', () => {
    expect(() => trustStore({ signing: [Buffer.from('no certificate')] })).toThrow(MalformedError);
    expect(() => readTrustFolder(new URL('fixtures/trust', import.meta.url).pathname)).toThrow(
      /broken\.pem is not a certificate/u,
    );
  });
});
