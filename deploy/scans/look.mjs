import { TYPEFACES } from './typefaces.mjs';

/**
 * How a paper is set: typeface, margins, page numbers.
 * @param {import('./typefaces.mjs').Family} family @param {import('./random.mjs').Random} random
 * @returns {import('./page/flow.mjs').Look}
 */
export function lookOf(family, random) {
  const face = random.weighted(TYPEFACES[family].map((one) => /** @type {const} */ ([one, one.weight])));
  const tune = family === 'tune';
  return {
    face,
    points: random.weighted([[12, 3], [13, 1], [14, 4]]),
    leading: random.pick([1.12, 1.15, 1.2, 1.35]),
    margins: { left: random.real(22, 32), right: random.real(10, 20), top: random.real(17, 24), bottom: random.real(19, 26) },
    indent: random.pick([12.5, 10, 12.5, 7.5]),
    justified: random.chance(0.8),
    numbering: random.pick(tune ? ['top', 'foot', 'dashes'] : ['top', 'foot', 'foot-right', 'top-right', 'words']),
    boldTitles: random.chance(0.5),
  };
}
