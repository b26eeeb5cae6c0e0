import { appendFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeadLetter, type DeadLetterFilter, type DeadLetters, matches } from '../dead-letter.js';

/** Dead letters of the local shape: one JSON line each. Only the process that owns the folder changes the file. */
export class DeadLetterFile {
  private readonly path: string;
  private readonly requests: string;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {
    this.path = join(folder, 'dead-letters.jsonl');
    this.requests = join(folder, 'replay-requests.jsonl');
  }

  /** Resolves when the letter is on the disk. */
  append(letter: DeadLetter): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(this.folder, { recursive: true });
      const file = await open(this.path, 'a');
      try {
        await file.appendFile(`${JSON.stringify(letter)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  list(): Promise<DeadLetter[]> {
    return this.inTurn(() => readLines<DeadLetter>(this.path));
  }

  remove(ids: ReadonlySet<string>): Promise<void> {
    return this.inTurn(async () => {
      const kept = (await readLines<DeadLetter>(this.path)).filter(({ id }) => !ids.has(id));
      await writeFile(`${this.path}.new`, kept.map((letter) => `${JSON.stringify(letter)}\n`).join(''), { flush: true });
      await rename(`${this.path}.new`, this.path);
    });
  }

  /** What another process (`npm run dead`) wants to have replayed; each request is given out once. */
  async takeRequests(): Promise<DeadLetterFilter[]> {
    const taken = `${this.requests}.taken`;
    try {
      await rename(this.requests, taken);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return [];
      }
      throw error;
    }
    const requests = await readLines<DeadLetterFilter>(taken);
    await rm(taken);
    return requests;
  }

  async request(which: DeadLetterFilter): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await appendFile(this.requests, `${JSON.stringify(which)}\n`);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

/** The same letters, looked at from outside the process that owns them: a replay is a request. */
export class RemoteDeadLetters implements DeadLetters {
  private readonly file: DeadLetterFile;

  constructor(folder: string) {
    this.file = new DeadLetterFile(folder);
  }

  list(): Promise<DeadLetter[]> {
    return this.file.list();
  }

  async replay(which: DeadLetterFilter): Promise<number> {
    const found = (await this.file.list()).filter((letter) => matches(letter, which));
    if (found.length > 0) {
      await this.file.request(which);
    }
    return found.length;
  }
}

async function readLines<T>(path: string): Promise<T[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
  // A process killed in the middle of an append leaves half a line; its event is still in the outbox.
  return text.split('\n').flatMap((line) => parsed<T>(line));
}

function parsed<T>(line: string): T[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as T];
  } catch {
    return [];
  }
}
