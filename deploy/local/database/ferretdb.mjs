// Builds FerretDB 2.7.0 from source, with two corrections of the error codes that it gives its clients.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGo, install as installGo } from '../go.mjs';
import { run, SetupError } from '../steps.mjs';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), 'ferretdb');
const MODULE = 'github.com/FerretDB/FerretDB/v2';
const ERRORS = 'internal/mongoerrors/mongoerrors.go';

/**
 * Of many writers of one new key FerretDB tells some "internal error". MongoDB tells them 11000 (somebody was first) or, when they
 * waited for each other, 112 (write conflict: do it again): https://github.com/FerretDB/FerretDB/tree/v2.7.0/internal/mongoerrors
 * @type {ReadonlyArray<readonly [before: string, after: string]>}
 */
const CORRECTIONS = [
  ['\tcase pgerrcode.QueryCanceled:\n', `\tcase pgerrcode.UniqueViolation, pgerrcode.ExclusionViolation:
		code = ErrDuplicateKey

	case pgerrcode.DeadlockDetected, pgerrcode.SerializationFailure:
		code = Code(112)

	case pgerrcode.QueryCanceled:\n`],
  // PostgreSQL's 40P01, deadlock detected, as DocumentDB packs it into a number.
  ['\tcase 16777245:\n', '\tcase 16908292:\n\t\treturn Code(112)\n\tcase 16777245:\n'],
];

/** @param {string} folder gets the program `ferretdb` */
export async function buildFerretdb(folder) {
  const work = join(folder, 'source');
  cpSync(SOURCE, work, { recursive: true });
  const go = await installGo();
  await run(go, ['mod', 'download'], { cwd: work });
  const original = (await run(go, ['list', '-m', '-f', '{{.Dir}}', MODULE], { cwd: work })).trim();
  await run('cp', ['-r', original, join(work, 'module')]);
  await run('chmod', ['-R', 'u+w', work]);
  correct(join(work, 'module', ERRORS));
  await run(go, ['mod', 'edit', `-replace=${MODULE}=./module`], { cwd: work });
  await buildGo(work, join(folder, 'ferretdb'));
  await rm(work, { recursive: true });
}

/** @param {string} file */
function correct(file) {
  const text = CORRECTIONS.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) {
      throw new SetupError(`FerretDB's ${ERRORS} is not the one that deploy/local/database/ferretdb.mjs corrects.`);
    }
    return before.replace(from, () => to);
  }, readFileSync(file, 'utf8'));
  writeFileSync(file, text);
}
