// The browser of the tests, and a font that has the Kazakh letters for its screenshots.
import { existsSync } from 'node:fs';
import { aptInstall, program } from './debian.mjs';
import { findProgram, step } from './steps.mjs';

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

/** The path of the browser. @returns {Promise<string>} */
export async function install() {
  if (!findProgram('chromium')) {
    await step('Chromium, the browser of the tests', () => program('chromium', ['chromium']));
  }
  if (!existsSync(FONT)) {
    await step('A font with the Kazakh letters', () => aptInstall(['fonts-dejavu-core']));
  }
  return program('chromium', ['chromium']);
}
