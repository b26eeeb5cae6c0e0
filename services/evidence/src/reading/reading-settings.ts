import { readTrustFolder } from '@aigaq/signatures';
import type { Tesseract } from './reading-job.dto.js';

export interface ReadingOptions {
  tesseract?: Tesseract;
  timeoutSeconds?: number;
  command?: ReadingSettings['command'];
  clamd?: ReadingSettings['clamd'];
  trustFolders?: readonly string[];
}

/** How papers are read in this process; given by DoorsModule. */
export class ReadingSettings {
  /** The page reader's program and language data; without them nothing can be checked here, only inspected and drawn. */
  readonly tesseract: Tesseract | undefined;
  /** After so long a paper counts as unreadable. */
  readonly timeoutSeconds: number;
  /** What the reading process runs: the script and the options of node; tests give their own. */
  readonly command: { script: URL; execArgv: readonly string[] };

  /** Where uploads are scanned for malware besides; without it the rules of structure are all. */
  readonly clamd: { readonly address: string; readonly timeoutSeconds: number } | undefined;

  /** Whose electronic signatures are trusted (data/trust); none: nobody's. */
  readonly trustFolders: readonly string[];

  /** @throws MalformedError when a trusted certificate cannot be read: better no start than a root that is missing in silence */
  constructor({ tesseract, timeoutSeconds = 120, command, clamd, trustFolders = [] }: ReadingOptions) {
    this.tesseract = tesseract;
    this.timeoutSeconds = timeoutSeconds;
    this.clamd = clamd;
    trustFolders.forEach(readTrustFolder);
    this.trustFolders = trustFolders;
    this.command = command ?? { script: new URL('./reading-process.js', import.meta.url), execArgv: [] };
  }
}
