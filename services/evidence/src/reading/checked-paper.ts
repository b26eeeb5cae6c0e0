import { createHash } from 'node:crypto';
import { join } from 'node:path';
// eslint-disable-next-line no-restricted-imports -- runs in the process in which papers are opened
import { checkPaper, type ElectronicSignature, electronicSignaturesOf, type ElectronicTrust, type PageReader, type PaperFile, readPaperPages, type ReadPage } from '@aigaq/documents';
import { fingerprintOf, packFingerprint, type PaperPage } from '@aigaq/fingerprints';
import { joinTrust, readTrustFolder, RevocationFolder, trustStore } from '@aigaq/signatures';
import { hashOfPaper } from '../documents/paper-files.js';
import { newsOfCheck } from './check-news.js';
import type { CheckedPaper, CheckNews, ReadingJobs } from './reading-job.dto.js';

type CheckAsk = ReadingJobs['check']['ask'];

/** The check of a paper and, of the same pages, its fingerprint. */
export async function checkedPaper(ask: CheckAsk, reader: PageReader, tell: (news: CheckNews) => void = () => undefined): Promise<CheckedPaper> {
  const { files, expectation } = ask;
  let fingerprint: Uint8Array | undefined;
  const onRead = (pages: readonly ReadPage[]): void => {
    fingerprint = packedFingerprint(files, pages);
  };
  const options = { onRead, electronic: electronicOf(ask), ...newsOfCheck(tell) };
  const check = await checkPaper(files, expectation, reader, options);
  return { ...check, ...(fingerprint && { fingerprint }) };
}

/** The fingerprint alone, of a paper that was checked before: the same that its check makes. */
export async function paperFingerprint({ files }: ReadingJobs['fingerprint']['ask'], reader: PageReader): Promise<Uint8Array> {
  return packedFingerprint(files, await readPaperPages(files, reader));
}

function packedFingerprint(files: readonly PaperFile[], pages: readonly ReadPage[]): Uint8Array {
  const sha256 = hashOfPaper(files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')));
  return packFingerprint(fingerprintOf(sha256, pages.map(pageOf)));
}

/** The electronic signatures of a paper alone. */
export function verifiedSignatures(ask: ReadingJobs['verify']['ask']): Promise<ElectronicSignature[]> {
  return electronicSignaturesOf(ask.files, electronicOf(ask));
}

/** Of a page of which only strips were read no text counts: the same paper scanned again gives other strips. */
function pageOf({ view, lines, isWhole }: ReadPage): PaperPage {
  return { picture: view.grey, words: isWhole ? lines.flatMap(({ cells }) => cells.flatMap(({ words }) => words.map(({ text }) => text))) : [] };
}

let known: Pick<ElectronicTrust, 'trust' | 'revocation'> | undefined;

/** The folders are the same for the life of this process; the lists in them are looked at again each time. */
function electronicOf({ trustFolders, now }: Pick<CheckAsk, 'trustFolders' | 'now'>): ElectronicTrust {
  known ??= {
    trust: trustFolders.map(readTrustFolder).reduce(joinTrust, trustStore({})),
    revocation: new RevocationFolder(trustFolders.map((folder) => join(folder, 'lists'))),
  };
  return { ...known, now };
}
