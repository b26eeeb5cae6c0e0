import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClamdScanner, ClamdUnavailable, StructureScanner } from '@aigaq/documents';
import { PDFDocument } from 'pdf-lib';
import { startClamd } from './clamd.mjs';

const PORT = 29790;
/** The test string that all scanners agree to take for malware; in two halves, so that this file is not taken for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** Name, any kind of file, anywhere in it, these bytes. */
const database = { 'own.ndb': `Aigaq.Test.Eicar:0:*:${Buffer.from(EICAR).toString('hex')}\n` };

async function paper(subject: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  document.setSubject(subject);
  const bytes = await document.save({ useObjectStreams: false });
  return Buffer.concat([bytes, Buffer.from(`\n% ${subject}\n`)]);
}

describe('a real clamd', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-clamd-'));
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  beforeAll(async () => {
    clamd = await startClamd({ dataFolder: folder, port: PORT, database, log: () => undefined });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const scannerAt = (address: string): ClamdScanner => new ClamdScanner(new StructureScanner(), { address, timeoutSeconds: 10 });

  it.each(['address', 'socket'] as const)('by its %s finds the EICAR string in a paper that is otherwise in order, and lets others through', async (where) => {
    const scanner = scannerAt(clamd[where]);
    expect(await scanner.scan(await paper(EICAR), 'pdf')).toEqual({ ok: false, code: 'file.malware' });
    expect(await scanner.scan(await paper('an order'), 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
  });

  it('takes papers as large as they may be', async () => {
    const large = Buffer.concat([await paper('large'), Buffer.alloc(45 * 1024 * 1024)]);
    expect(await scannerAt(clamd.address).scan(large, 'pdf')).toEqual({ ok: true, type: 'pdf', pages: 1 });
    expect(await scannerAt(clamd.address).scan(Buffer.concat([large, Buffer.from(EICAR)]), 'pdf')).toEqual({ ok: false, code: 'file.malware' });
  }, 60_000);

  it('that has gone lets nothing through', async () => {
    await clamd.stop();
    await expect(scannerAt(clamd.address).scan(await paper('an order'), 'pdf')).rejects.toThrow(ClamdUnavailable);
  });
});
