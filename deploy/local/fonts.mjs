// The typefaces of the generated papers: free ones that have all Kazakh letters.
import { debFiles } from './debian.mjs';
import { cacheFolder, step } from './steps.mjs';

const PACKAGES = [
  'fonts-liberation', 'fonts-paratype', 'fonts-dejavu-core', 'fonts-dejavu-extra', 'fonts-crosextra-carlito', 'fonts-roboto-unhinted',
  'fonts-sil-gentiumplus', 'fonts-freefont-ttf', 'fonts-sil-charis', 'fonts-sil-doulos', 'fonts-open-sans', 'fonts-linuxlibertine',
  'fonts-sil-andika', 'fonts-play',
];

/** The folder under which the font files lie as the packages lay them out. @returns {Promise<string>} */
export async function install() {
  const folder = await cacheFolder('fonts', '1', (into) => step('Typefaces with the Kazakh letters', () => debFiles(into, PACKAGES)));
  return `${folder}/usr/share/fonts`;
}
