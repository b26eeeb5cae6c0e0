// The language data of tesseract: Russian and Kazakh.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { debFiles } from './debian.mjs';
import { cacheFolder, step } from './steps.mjs';

const LANGUAGES = ['rus', 'kaz'];

/** The folder with `rus.traineddata` and `kaz.traineddata`. @returns {Promise<string>} */
export function install() {
  return cacheFolder('tessdata', '4.1', (folder) => step('Language data (Russian, Kazakh)', async () => {
    const unpacked = `${folder}/unpacked`;
    await debFiles(unpacked, LANGUAGES.map((language) => `tesseract-ocr-${language}`));
    for (const language of LANGUAGES) {
      await rename(join(unpacked, 'usr/share/tesseract-ocr/5/tessdata', `${language}.traineddata`), join(folder, `${language}.traineddata`));
    }
    await rm(unpacked, { recursive: true });
  }));
}
