import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RevocationSource, type RevocationEvidence } from './evidence.js';

/** Lists of revoked certificates (`.crl`) in folders that somebody keeps filled: for places without a network. */
export class RevocationFolder extends RevocationSource {
  private readonly known = new Map<string, { readonly changed: string; readonly evidence: RevocationEvidence }>();

  /** A folder that is not there is empty. */
  constructor(private readonly folders: readonly string[]) {
    super();
  }

  /** Every list: whose it is shows when it is verified. Rejects when a folder or file cannot be read. */
  async evidenceFor(): Promise<readonly RevocationEvidence[]> {
    const files = (await Promise.all(this.folders.map(listsIn))).flat();
    return Promise.all(files.map((file) => this.listIn(file)));
  }

  private async listIn(file: string): Promise<RevocationEvidence> {
    const { mtimeMs, size } = await stat(file);
    const changed = `${mtimeMs} ${size}`;
    const known = this.known.get(file);
    if (known?.changed === changed) return known.evidence;
    const evidence: RevocationEvidence = { type: 'crl', der: await readFile(file) };
    this.known.set(file, { changed, evidence });
    return evidence;
  }
}

async function listsIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.toLowerCase().endsWith('.crl'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
