import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What oidc-provider keeps: sessions, grants, codes, refresh tokens. Its own fields do not concern us. */
export interface Payload {
  uid?: string;
  accountId?: string;
  grantId?: string;
  consumed?: number;
}

interface Kept<P> {
  payload: P;
  /** Milliseconds since 1970. */
  expiresAt?: number;
}

/**
 * Records of one kind in one JSON file, replaced as a whole by a rename: a process killed at any moment leaves the state
 * before or after a change, and nobody is logged out. Enough for the people of one installation, in one process.
 */
export class KeptRecords<P extends object = Payload> {
  private readonly file: string;
  private records = new Map<string, Kept<P>>();
  private writing: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  private constructor(folder: string, kind: string) {
    this.file = join(folder, `${kind}.json`);
  }

  static async open<P extends object = Payload>(folder: string, kind: string): Promise<KeptRecords<P>> {
    const kept = new KeptRecords<P>(folder, kind);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await forgetTorn(folder, `${kind}.json.`);
    kept.records = new Map(Object.entries(await readRecords<P>(kept.file)));
    return kept;
  }

  ids(): string[] {
    return [...this.records.keys()];
  }

  get(id: string): P | undefined {
    return this.alive(this.records.get(id))?.payload;
  }

  find(matches: (payload: P) => boolean): P | undefined {
    return [...this.records.values()].find((kept) => this.alive(kept) !== undefined && matches(kept.payload))?.payload;
  }

  set(id: string, payload: P, expiresInSeconds?: number): Promise<void> {
    const expiry = expiresInSeconds === undefined ? {} : { expiresAt: Date.now() + expiresInSeconds * 1000 };
    this.records.set(id, { payload, ...expiry });
    return this.save();
  }

  async delete(matches: (id: string, payload: P) => boolean): Promise<void> {
    const gone = [...this.records].filter(([id, { payload }]) => matches(id, payload));
    gone.forEach(([id]) => this.records.delete(id));
    if (gone.length > 0) {
      await this.save();
    }
  }

  /** Resolves when the present state is on the disk; changes that come while a write runs share the next one. */
  save(): Promise<void> {
    if (this.writing === undefined) {
      this.writing = this.write().finally(() => (this.writing = undefined));
      return this.writing;
    }
    const after = (): Promise<void> => {
      this.next = undefined;
      return this.save();
    };
    this.next ??= this.writing.then(after, after);
    return this.next;
  }

  private async write(): Promise<void> {
    for (const [id, kept] of this.records) {
      if (this.alive(kept) === undefined) {
        this.records.delete(id);
      }
    }
    await replaceFile(this.file, JSON.stringify(Object.fromEntries(this.records)));
  }

  private alive(kept: Kept<P> | undefined): Kept<P> | undefined {
    return kept?.expiresAt !== undefined && kept.expiresAt < Date.now() ? undefined : kept;
  }
}

/** Writes beside, syncs, renames: the file is always whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

/** Files that were being written when the process was killed. */
async function forgetTorn(folder: string, prefix: string): Promise<void> {
  const torn = (await readdir(folder)).filter((name) => name.startsWith(prefix));
  await Promise.all(torn.map((name) => rm(join(folder, name), { force: true })));
}

/** The text of a file, or undefined when there is none yet. */
export async function readIfAny(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

async function readRecords<P>(file: string): Promise<Record<string, Kept<P>>> {
  return JSON.parse((await readIfAny(file)) ?? '{}') as Record<string, Kept<P>>;
}
