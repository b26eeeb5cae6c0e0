import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readTrustFolder, stampedTime } from '@aigaq/signatures';
import { readRootFile } from '../roots/root-file.js';
import { stampedBytes } from '../roots/root.js';
import { readLine } from './line-schema.js';
import type { Line } from './lines.js';
import type { OwnEvidence } from './root-chain.js';

/** Line by line, so that an export may be larger than the memory. */
export async function* linesOf(file: string): AsyncGenerator<Line | undefined> {
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    yield readLine(text);
  }
}

/** @throws Error naming a file of the folder that is no root, or a changed one */
export function publishedRoots(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    names.map((name) => {
      const root = readRootFile(readFileSync(join(folder, name), 'utf8'));
      if (!root) {
        throw new Error(`${join(folder, name)} is not a root of the record, or was changed.`);
      }
      return [root.day, root.hash];
    }),
  );
}

/** @param trust a folder in the form of data/trust: roots of time-stamp authorities in `time-stamps` */
export function stampsBy(trust: string): NonNullable<OwnEvidence['provesStamp']> {
  const store = readTrustFolder(trust);
  return (token, rootHash) => Promise.resolve(stampedTime(token, stampedBytes(rootHash), store) !== null);
}
