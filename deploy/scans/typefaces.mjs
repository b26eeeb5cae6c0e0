import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { install } from '../local/fonts.mjs';

/** @typedef {'tune' | 'report'} Family */
/** @typedef {{ name: string, serif: boolean, regular: string, bold: string, weight: number }} Typeface `weight`: how often it is met */

/** @type {Record<Family, Typeface[]>} */
export const TYPEFACES = {
  tune: [
    face('Liberation Serif', true, 'truetype/liberation/LiberationSerif', 6),
    face('Liberation Sans', false, 'truetype/liberation/LiberationSans', 3),
    { name: 'PT Serif', serif: true, regular: 'truetype/paratype/PTF55F.ttf', bold: 'truetype/paratype/PTF75F.ttf', weight: 2 },
    face('Carlito', false, 'truetype/crosextra/Carlito', 2),
    face('Roboto', false, 'truetype/roboto/unhinted/RobotoTTF/Roboto', 1),
    face('Gentium Plus', true, 'truetype/gentiumplus/GentiumPlus', 1),
    { name: 'Libertine', serif: true, regular: 'opentype/linux-libertine/LinLibertine_R.otf', bold: 'opentype/linux-libertine/LinLibertine_RB.otf', weight: 1 },
    { name: 'DejaVu Serif Condensed', serif: true, regular: 'truetype/dejavu/DejaVuSerifCondensed.ttf', bold: 'truetype/dejavu/DejaVuSerifCondensed-Bold.ttf', weight: 1 },
  ],
  report: [
    { name: 'Free Serif', serif: true, regular: 'truetype/freefont/FreeSerif.ttf', bold: 'truetype/freefont/FreeSerifBold.ttf', weight: 5 },
    { name: 'Doulos', serif: true, regular: 'truetype/doulos/DoulosSIL-Regular.ttf', bold: 'truetype/charis/CharisSIL-Bold.ttf', weight: 3 },
    { name: 'Free Sans', serif: false, regular: 'truetype/freefont/FreeSans.ttf', bold: 'truetype/freefont/FreeSansBold.ttf', weight: 3 },
    face('Charis', true, 'truetype/charis/CharisSIL', 1),
    { name: 'PT Sans', serif: false, regular: 'truetype/paratype/PTS55F.ttf', bold: 'truetype/paratype/PTS75F.ttf', weight: 2 },
    face('Open Sans', false, 'truetype/open-sans/OpenSans', 2),
    { name: 'DejaVu Sans Condensed', serif: false, regular: 'truetype/dejavu/DejaVuSansCondensed.ttf', bold: 'truetype/dejavu/DejaVuSansCondensed-Bold.ttf', weight: 1 },
    face('Play', false, 'truetype/play/Play', 1),
    face('Andika', false, 'truetype/andika/Andika', 1),
  ],
};

/** @param {string} name @param {boolean} serif @param {string} stem @param {number} weight @returns {Typeface} */
function face(name, serif, stem, weight) {
  return { name, serif, regular: `${stem}-Regular.ttf`, bold: `${stem}-Bold.ttf`, weight };
}

/** @type {Promise<void> | undefined} */
let registered;

/** Makes the typefaces known to the canvas. */
export function registerTypefaces() {
  registered ??= install().then((folder) => {
    for (const { name, regular, bold } of Object.values(TYPEFACES).flat()) {
      for (const [alias, file] of [[`Paper ${name}`, regular], [`Paper ${name} Bold`, bold]]) {
        if (!GlobalFonts.registerFromPath(join(folder, file ?? ''), alias)) throw new Error(`The font ${file} does not load`);
      }
    }
  });
  return registered;
}

/** @param {Typeface} typeface @param {number} points @param {boolean} bold */
export function fontOf(typeface, points, bold) {
  return `${((points * 200) / 72).toFixed(2)}px "Paper ${typeface.name}${bold ? ' Bold' : ''}"`;
}
