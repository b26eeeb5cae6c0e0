// Tesseract as plain files of Debian packages: the same version on every machine, and no root needed.
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLibraries, debFiles, LIBRARIES, LOADER, packageWithDependencies } from './debian.mjs';
import { cacheFolder, step } from './steps.mjs';
import { install as installTessdata } from './tessdata.mjs';

const PROGRAM = 'usr/bin/tesseract';
/** Serves the installation of a package, or other languages. */
const UNUSED_PACKAGES = /^(debconf|fonts-|fontconfig|tesseract-ocr-|gcc-)/;
const UNUSED = ['etc', 'var', 'usr/share', 'usr/sbin'];
/** Runs the program with the libraries that came with it, wherever this folder lies. */
const SCRIPT = `#!/bin/sh\nhere=\${0%/*}\nexec "$here/${LOADER}" --library-path "$here/${LIBRARIES}" "$here/${PROGRAM}" "$@"\n`;

/** The folder with the program `tesseract`. @returns {Promise<string>} */
export function install() {
  return cacheFolder('tesseract', '5', (folder) => step('Tesseract (40 MB)', async () => {
    const all = await packageWithDependencies('tesseract-ocr');
    await debFiles(folder, all.filter((name) => !UNUSED_PACKAGES.test(name)));
    await Promise.all(UNUSED.map((name) => rm(join(folder, name), { recursive: true, force: true })));
    await checkLibraries(folder, [PROGRAM]);
    await writeFile(join(folder, 'tesseract'), SCRIPT);
    await chmod(join(folder, 'tesseract'), 0o755);
  }));
}

/** What a process that reads papers has to know. */
export async function tesseractVariables() {
  return { TESSERACT_PROGRAM: join(await install(), 'tesseract'), TESSDATA_FOLDER: await installTessdata() };
}
