import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifiedSignatures } from '../src/reading/checked-paper.js';
import { isOpen } from '../src/rechecks/recheck-time.js';

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const trusted = project('data/trust/demonstration');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigaq-trust-'));
  ['signing', 'intermediates', 'time-stamps'].forEach((part) => cpSync(join(trusted, part), join(folder, part), { recursive: true }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a signed PDF, before and after the lists of revoked certificates come', () => {
  const verify = () =>
    verifiedSignatures({
      files: [{ bytes: readFileSync(project('libs/signatures/test/vectors/signed.pdf')), type: 'pdf' as const }],
      ...{ trustFolders: [folder], now: new Date('2026-11-21T00:00:00Z') },
    });

  it('is open first and valid then, in one and the same reading process', async () => {
    const [first] = await verify();
    expect(first).toMatchObject({ validity: 'undetermined' });
    expect(isOpen(first!)).toBe(true);
    cpSync(join(trusted, 'lists'), join(folder, 'lists'), { recursive: true });
    const [then] = await verify();
    expect(then).toMatchObject({ validity: 'valid', reason: 'valid_at_time_stamp', signer: { iinEnd: '0123' } });
  });
});
