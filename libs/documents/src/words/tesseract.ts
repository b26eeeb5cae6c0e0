import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The `tesseract` program, 5.3 or newer, and the folder with `rus.traineddata` and `kaz.traineddata`. */
export interface Tesseract {
  readonly program: string;
  readonly languageFolder: string;
}

/** TESSERACT_PROGRAM and TESSDATA_FOLDER, or what `deploy/local` has installed in the cache. Throws when neither is there. */
export function installedTesseract(environment: Readonly<Record<string, string | undefined>>): Tesseract {
  const { TESSERACT_PROGRAM: program, TESSDATA_FOLDER: languageFolder } = environment;
  return { program: program || join(newest('tesseract', environment), 'tesseract'), languageFolder: languageFolder || newest('tessdata', environment) };
}

function newest(name: string, { XDG_CACHE_HOME: cacheHome }: Readonly<Record<string, string | undefined>>): string {
  const cache = join(cacheHome || join(homedir(), '.cache'), 'aigaq');
  const installed = existsSync(cache) ? readdirSync(cache).filter((entry) => new RegExp(`^${name}-[\\d.]+$`).test(entry)).sort() : [];
  const last = installed.at(-1);
  if (last === undefined) throw new Error(`no ${name}: set TESSERACT_PROGRAM and TESSDATA_FOLDER or run the installation (looked in ${cache})`);
  return join(cache, last);
}
