import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PageReader } from '@aigaq/documents';
import { checkedPaper } from '../src/reading/checked-paper.js';
import { ReadingSettings } from '../src/reading/reading-settings.js';
import { NOWHERE } from './house.js';

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

class NoReader extends PageReader {
  readonly read = (): Promise<never[]> => Promise.resolve([]);
  readonly close = (): Promise<void> => Promise.resolve();
}

describe('a PDF signed electronically', () => {
  it('is verified against the folders that the administrator filled', async () => {
    const check = await checkedPaper(
      {
        files: [{ bytes: readFileSync(project('libs/signatures/test/vectors/signed.pdf')), type: 'pdf' }],
        expectation: { kinds: [], approval: 'none', stamp: 'optional', signatories: [{ name: 'Н.Б. Сейтқалиев', position: 'Аким', role: 'head' }] },
        tesseract: NOWHERE,
        trustFolders: [project('data/trust'), project('data/trust/demonstration')],
        now: new Date('2026-11-21T00:00:00Z'),
      },
      new NoReader(),
    );
    expect(check.electronicSignatures).toMatchObject([{ validity: 'valid', reason: 'valid_at_time_stamp', signer: { bin: '960340000123' } }]);
    expect(check.findings).toContainEqual(expect.objectContaining({ code: 'electronic_signature', outcome: 'passed' }));
  });

  it('stops the service at its start when a trusted certificate cannot be read', () => {
    const broken = project('libs/signatures/test/fixtures/trust');
    expect(() => new ReadingSettings({ trustFolders: [broken] })).toThrow(/broken\.pem/u);
  });
});
