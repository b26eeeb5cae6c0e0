import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `rus.traineddata` and `kaz.traineddata` are: TESSDATA_FOLDER, or what `deploy/local` has installed in the cache. */
export function languageFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { TESSDATA_FOLDER: given, XDG_CACHE_HOME: cacheHome } = environment;
  if (given !== undefined && given !== '') return given;
  const cache = join(cacheHome ?? join(homedir(), '.cache'), 'aigaq');
  const installed = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('tessdata-')).sort() : [];
  const newest = installed.at(-1);
  if (newest === undefined) throw new Error(`no language data: set TESSDATA_FOLDER or run the installation (looked in ${cache})`);
  return join(cache, newest);
}
