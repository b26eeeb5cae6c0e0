import { readFileSync } from 'node:fs';
import { trustStore, type RevocationEvidence, RevocationSource } from '@aigaq/signatures';
import { checkDocument } from '../check-document.js';
import type { Expectation, PaperFile } from '../document.js';
import { inspectFile } from '../inspect/inspect-file.js';
import { PageReader } from '../words/page-reader.js';
import { electronicSignaturesOf, type ElectronicTrust } from './electronic-signatures.js';

const vector = (name: string): Uint8Array => readFileSync(new URL(`../../../signatures/test/vectors/${name}`, import.meta.url));
const file = (name: string): PaperFile => ({ bytes: vector(name), type: 'pdf' });
const lists = ['root', 'issuing', 'stamps'].map((name): RevocationEvidence => ({ type: 'crl', der: vector(`clear-${name}.crl`) }));

class Lists extends RevocationSource {
  evidenceFor(): Promise<readonly RevocationEvidence[]> {
    return Promise.resolve(lists);
  }
}

const electronic: ElectronicTrust = {
  trust: trustStore({ signing: [vector('root.pem')], timeStamps: [vector('stampRoot.pem')], intermediates: [vector('issuing.pem')] }),
  now: new Date('2025-06-03T00:00:00Z'),
  revocation: new Lists(),
};

class NoReader extends PageReader {
  readonly read = (): Promise<never[]> => Promise.resolve([]);
  readonly close = (): Promise<void> => Promise.resolve();
}

const expectation: Expectation = {
  kinds: [],
  approval: 'none',
  stamp: 'optional',
  signatories: [{ name: 'Н.Б. Сейтқалиев', position: 'Аким района', role: 'head' }],
};

describe('electronic signatures of a paper', () => {
  it('are those of a PDF, as its certificates tell', async () => {
    expect(await electronicSignaturesOf([file('signed.pdf')], electronic)).toEqual([
      {
        validity: 'valid',
        reason: 'valid_at_time_stamp',
        reasons: ['valid_at_time_stamp'],
        signer: {
          name: 'СЕЙТҚАЛИЕВ НҰРЛАН БОЛАТОВИЧ',
          iinEnd: '0123',
          organisation: 'ГУ "АППАРАТ АКИМА АУЛИЕКОЛЬСКОГО РАЙОНА"',
          bin: '960340000123',
          kind: 'head',
          roles: ['legal_entity', 'head'],
        },
        claimedTime: '2025-06-02T09:30:00.000Z',
        trustedTime: '2025-06-02T09:30:00.000Z',
        timeAuthority: 'TIME-STAMPING AUTHORITY (TEST)',
        nextCheck: '2025-06-09T00:00:00.000Z',
        laterBytes: 0,
        laterChanges: [],
        changedPages: [],
      },
    ]);
  });

  it('show later changes with their page', async () => {
    const [found] = await electronicSignaturesOf([file('changed.pdf')], electronic);
    expect(found).toMatchObject({ validity: 'invalid', reason: 'changed_later', laterChanges: ['content'], changedPages: [1], laterBytes: expect.any(Number) });
    expect(found?.laterBytes).toBeGreaterThan(0);
    // Personal data: nothing but the last digits leaves the certificate.
    expect(JSON.stringify(found)).not.toContain('750412300123');
  });

  it('are never valid while nobody is trusted', async () => {
    const [found] = await electronicSignaturesOf([file('signed.pdf')]);
    expect(found).toMatchObject({ validity: 'undetermined', reason: 'unknown_issuer' });
  });

  it('are not in a picture', async () => {
    expect(await electronicSignaturesOf([{ bytes: Buffer.from([0xff, 0xd8, 0xff]), type: 'jpeg' }], electronic)).toEqual([]);
  });

  it('come through quarantine and into the check', async () => {
    const bytes = vector('signed.pdf');
    expect(await inspectFile(bytes, 'application/pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
    const check = await checkDocument(bytes, 'pdf', expectation, new NoReader(), { electronic });
    expect(check.electronicSignatures).toHaveLength(1);
    expect(check.findings.map(({ code, outcome }) => `${code}.${outcome}`)).toContain('electronic_signature.passed');
    const changed = await checkDocument(vector('changed.pdf'), 'pdf', expectation, new NoReader(), { electronic });
    expect(changed.verdict).toBe('failed');
  });
});
