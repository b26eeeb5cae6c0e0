/** How papers are read in this process; given by DoorsModule. */
export class ReadingSettings {
  /** Folder with the language data of the page reader; without it nothing can be checked here, only inspected and drawn. */
  readonly languageFolder: string | undefined;
  /** After so long a paper counts as unreadable. */
  readonly timeoutSeconds: number;
  /** What the reading process runs: the script and the options of node; tests give their own. */
  readonly command: { script: URL; execArgv: readonly string[] };

  constructor({ languageFolder, timeoutSeconds = 120, command }: { languageFolder?: string; timeoutSeconds?: number; command?: ReadingSettings['command'] }) {
    this.languageFolder = languageFolder;
    this.timeoutSeconds = timeoutSeconds;
    this.command = command ?? { script: new URL('./reading-process.js', import.meta.url), execArgv: [] };
  }
}
