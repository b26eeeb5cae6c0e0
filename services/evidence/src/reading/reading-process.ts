import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line no-restricted-imports -- the entry point of the process in which papers are opened
import { inspectFile, readWholePaper, renderPages, searchableCopy, type Tesseract, TesseractReader } from '@aigaq/documents';
import { checkedPaper, paperFingerprint, verifiedSignatures } from './checked-paper.js';
import type { ReadingReply, ReadingRequest } from './reading-job.dto.js';

// Papers come from outside and are opened here, apart from the service: whatever one of them does to this process, the service goes on.

let reader: TesseractReader | undefined;

async function readerWith({ program, languageFolder }: Tesseract): Promise<TesseractReader> {
  for (const file of [program, ...['rus', 'kaz'].map((language) => join(languageFolder, `${language}.traineddata`))]) {
    await access(file);
  }
  return new TesseractReader({ program, languageFolder, engines: Math.min(2, availableParallelism()) });
}

async function answer(request: ReadingRequest): Promise<ReadingReply> {
  const { id, job, ask } = request;
  if ((job === 'check' || job === 'read' || job === 'fingerprint') && !reader) {
    try {
      reader = await readerWith(ask.tesseract);
    } catch (error) {
      return { id, unable: String(error) };
    }
  }
  try {
    return { id, answer: await work(request) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}

function work({ id, job, ask }: ReadingRequest): Promise<unknown> {
  switch (job) {
    case 'inspect':
      return inspectFile(ask.bytes, ask.declaredType);
    case 'draw':
      return renderPages(ask.files, { longSide: ask.longSide, pages: ask.pages });
    case 'check':
      return checkedPaper(ask, reader!, (news) => send({ id, news }));
    case 'verify':
      return verifiedSignatures(ask);
    case 'read':
      return readWholePaper(ask.files, reader!, { pages: ask.pages });
    case 'fingerprint':
      return paperFingerprint(ask, reader!);
    case 'copy':
      return searchableCopy(ask.files, ask.pages);
  }
}

function send(reply: ReadingReply): void {
  process.send?.(reply);
}

process.on('message', (request: ReadingRequest) => void answer(request).then(send));
// Ctrl-C reaches every process of the terminal; this one ends with the one that it works for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => undefined);
}
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
