// PostgreSQL refuses to run as root. Containers often have nobody but root: it then runs as `nobody`.
import { mkdirSync, chownSync } from 'node:fs';
import { run, SetupError } from '../steps.mjs';

const NOBODY = 65534;
const AS_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/**
 * How to run the server's programs: the words to put before each command, and how to make a folder that belongs to that account.
 * As root the first choice is a user namespace in which root is called `nobody`: it needs no change of owner and reaches folders
 * that only root may enter. Where the kernel refuses that, the real `nobody`, which must be able to reach the folders.
 * @param {readonly string[]} mustReach @returns {Promise<{ prefix: readonly string[], makeFolder(path: string): void }>}
 */
export async function serverAccount(mustReach) {
  const makeFolder = (/** @type {string} */ path) => { mkdirSync(path, { recursive: true, mode: 0o700 }); };
  if (process.getuid?.() !== 0) {
    return { prefix: [], makeFolder };
  }
  if (await succeeds([...AS_NAMESPACE, 'true'])) {
    return { prefix: AS_NAMESPACE, makeFolder };
  }
  for (const folder of mustReach) {
    if (!(await succeeds([...AS_NOBODY, 'test', '-x', folder]))) {
      throw new SetupError(`The database may not run as root and the account nobody cannot enter ${folder}: start as an ordinary user.`);
    }
  }
  return { prefix: AS_NOBODY, makeFolder: (path) => { makeFolder(path); chownSync(path, NOBODY, NOBODY); } };
}

/** @param {readonly string[]} command */
function succeeds([program = '', ...args]) {
  return run(program, args).then(() => true, () => false);
}
