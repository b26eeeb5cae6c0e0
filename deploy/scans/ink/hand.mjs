/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./strokes.mjs').Stroke} Stroke */
/** @typedef {import('./pen.mjs').Ink} Ink */
/** @typedef {'tune' | 'report'} Family hands, stamps and scanners that share nothing with the other family */
/**
 * @typedef {object} Hand how a person signs and writes
 * @property {Family} family
 * @property {string} model
 * @property {Stroke[]} strokes of the signature, in units of their own
 * @property {number} reach share of the given place that a signature fills
 * @property {number} thickness millimetres
 * @property {number} contrast 0..1, how much the pen thins with speed
 * @property {'even' | 'taper' | 'heavy-start' | 'swell'} pressure
 * @property {number} slant
 * @property {number} angle radians
 * @property {number} steadiness how little two signings differ: displacement in shares of the height
 * @property {Ink} ink
 * @property {{ script: 'cursive' | 'print', slant: number, spread: number, wobble: number, join: boolean, crossedSeven: boolean }} writing
 */

/** @type {Record<Family, { name: string, weight: number, colour: [number, number, number], strength: [number, number] }[]>} */
const PENS = {
  tune: [
    { name: 'blue', weight: 40, colour: [48, 78, 176], strength: [0.72, 1] },
    { name: 'dark-blue', weight: 15, colour: [24, 36, 104], strength: [0.8, 1] },
    { name: 'black', weight: 20, colour: [36, 36, 40], strength: [0.7, 1] },
    { name: 'violet', weight: 8, colour: [86, 52, 150], strength: [0.7, 0.95] },
    { name: 'pale-grey', weight: 9, colour: [96, 98, 104], strength: [0.5, 0.7] },
    { name: 'pale-blue', weight: 8, colour: [84, 112, 200], strength: [0.45, 0.65] },
  ],
  report: [
    { name: 'royal-blue', weight: 38, colour: [30, 62, 206], strength: [0.7, 1] },
    { name: 'ink-blue', weight: 15, colour: [38, 44, 80], strength: [0.8, 1] },
    { name: 'gel-black', weight: 20, colour: [18, 16, 18], strength: [0.74, 1] },
    { name: 'purple', weight: 8, colour: [112, 40, 132], strength: [0.7, 0.95] },
    { name: 'graphite', weight: 9, colour: [118, 114, 112], strength: [0.62, 0.85] },
    { name: 'worn-blue', weight: 10, colour: [104, 124, 214], strength: [0.55, 0.75] },
  ],
};

/** @type {Record<Family, [from: number, to: number, weight: number][]>} millimetres */
const THICKNESS = {
  tune: [
    [0.12, 0.2, 30],
    [0.27, 0.38, 38],
    [0.48, 0.58, 18],
    [0.7, 0.78, 8],
  ],
  report: [
    [0.2, 0.27, 40],
    [0.38, 0.48, 38],
    [0.58, 0.7, 14],
    [0.78, 0.9, 8],
  ],
};

/** @type {Record<Family, { slant: [number, number][], angle: [number, number][], contrast: [number, number], steadiness: [number, number] }>} */
const MANNERS = {
  tune: {
    slant: [
      [-0.12, 0.1],
      [0.3, 0.5],
    ],
    angle: [
      [-0.1, 0.06],
      [-0.38, -0.25],
    ],
    contrast: [0.15, 0.6],
    steadiness: [0.01, 0.035],
  },
  report: {
    slant: [
      [0.1, 0.3],
      [0.5, 0.72],
      [-0.3, -0.12],
    ],
    angle: [
      [-0.25, -0.1],
      [0.06, 0.14],
    ],
    contrast: [0.4, 0.85],
    steadiness: [0.02, 0.05],
  },
};

/**
 * The pen and the manner of a person; the strokes are put in by the model.
 * @param {Family} family
 * @param {Random} random
 * @returns {Omit<Hand, 'model' | 'strokes'>}
 */
export function mannerOf(family, random) {
  const manners = MANNERS[family];
  const [thin, thick] = random.weighted(THICKNESS[family].map((range) => [range, range[2]]));
  const [leastSlant, mostSlant] = random.pick(manners.slant);
  const [leastAngle, mostAngle] = random.pick(manners.angle);
  return {
    family,
    reach: random.real(0.75, 1.25),
    thickness: random.real(thin, thick),
    contrast: random.real(...manners.contrast),
    pressure: random.pick(['even', 'taper', 'heavy-start', 'swell']),
    slant: random.real(leastSlant, mostSlant),
    angle: random.real(leastAngle, mostAngle),
    steadiness: random.real(...manners.steadiness),
    ink: inkOf(family, random),
    writing: {
      script: family === 'tune' ? 'cursive' : 'print',
      slant: family === 'tune' ? random.real(0, 0.22) : random.real(-0.15, 0.45),
      spread: family === 'tune' ? random.real(0.85, 1.05) : random.real(1, 1.3),
      wobble: family === 'tune' ? random.real(0.08, 0.25) : random.real(0.15, 0.4),
      join: random.chance(family === 'tune' ? 0.7 : 0.1),
      crossedSeven: random.chance(0.5),
    },
  };
}

/**
 * @param {Family} family
 * @param {Random} random
 * @returns {Ink}
 */
function inkOf(family, random) {
  const pen = random.weighted(PENS[family].map((one) => [one, one.weight]));
  const [shift, dry] = [random.real(-14, 14), random.chance(0.12)];
  const [red, green, blue] = pen.colour;
  return {
    colour: [tone(red + shift), tone(green + shift), tone(blue + shift)],
    strength: random.real(...pen.strength),
    unevenness: dry ? random.real(0.6, 0.9) : random.real(0.08, 0.45),
    patch: dry ? random.real(2, 5) : random.real(4, 14),
    grain: random.real(0.05, 0.35),
  };
}

/** @param {number} value */
function tone(value) {
  return Math.max(0, Math.min(235, Math.round(value)));
}
