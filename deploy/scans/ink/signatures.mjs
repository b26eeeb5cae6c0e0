import { mannerOf } from './hand.mjs';
import { drawStrokes, strokesOf } from './handwriting.mjs';
import { REPORT_MODELS } from './signature-models-report.mjs';
import { TUNE_MODELS } from './signature-models-tune.mjs';
import { boundsOf, fitted, leaning, moved, repeated } from './strokes.mjs';

export { darkEnough } from './darkness.mjs';

/** @typedef {import('./pen.mjs').Context} Context */
/** @typedef {import('./pen.mjs').Box} Box */
/** @typedef {import('./strokes.mjs').Stroke} Stroke */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./hand.mjs').Hand} Hand */
/** @typedef {import('./hand.mjs').Family} Family */
/** @typedef {Omit<Hand, 'model' | 'strokes'>} Manner */

const SURNAMES = [
  'Ахметов',
  'Нұрлан',
  'Сейтқали',
  'Петренко',
  'Омаров',
  'Жұмабай',
  'Ким',
  'Иванов',
  'Тлеуов',
  'Байжан',
  'Сәрсен',
  'Волков',
  'Есенов',
  'Дүйсен',
  'Абай',
  'Литвин',
];
const INITIALS = 'АБВГДЕЖЗИКЛМНОПРСТФӘҚЕЮЯ';

/** @type {Record<string, (manner: Manner, random: Random, surname: string) => Stroke[]>} */
const WRITTEN_TUNE = { surname: readable, initials: initialsAndFlourish };
/** @type {Record<string, (manner: Manner, random: Random, surname: string) => Stroke[]>} */
const WRITTEN_REPORT = { stretchedName: stretched, boxedInitials: initialsInRing };

/**
 * A person's way to sign and to write.
 * @param {Family} family
 * @param {Random} random
 * @param {string} [surname] for hands that write it; any other name else
 * @returns {Hand}
 */
export function handOf(family, random, surname = random.pick(SURNAMES)) {
  const manner = mannerOf(family, random);
  const shapes = family === 'tune' ? TUNE_MODELS : REPORT_MODELS;
  const written = family === 'tune' ? WRITTEN_TUNE : WRITTEN_REPORT;
  const model = random.pick([...Object.keys(shapes), ...Object.keys(written)]);
  const strokes = shapes[model]?.(random) ?? written[model]?.(manner, random, surname) ?? [];
  const [x0, y0, x1, y1] = boundsOf(strokes);
  const flat = Math.max(0.9, Math.min(6, ((x1 - x0) / Math.max(y1 - y0, 1e-6)) * random.real(0.8, 1.35)));
  return { ...manner, model, strokes: fitted(strokes, flat, 1) };
}

/**
 * @param {Manner} manner
 * @param {Random} random
 * @param {string} surname
 */
function readable({ writing }, random, surname) {
  return strokesOf(surname.slice(0, random.integer(4, 9)), { ...writing, join: true, wobble: 0.3 }, random);
}

/**
 * @param {Manner} manner
 * @param {Random} random
 * @param {string} surname
 * @returns {Stroke[]}
 */
function initialsAndFlourish({ writing }, random, surname) {
  const letters = strokesOf(random.pick([...INITIALS]) + surname.slice(0, 1), { ...writing, spread: 0.7 }, random);
  const [, , x, y] = boundsOf(letters);
  const tail = Array.from(
    { length: random.integer(4, 9) },
    (_, i) =>
      /** @type {[number, number]} */ ([
        x - 0.5 + i * random.real(0.6, 1.4),
        y - 1.6 + (i % 2 ? -1 : 1) * random.real(0.2, 1.4),
      ]),
  );
  return [...letters, [...tail, [x + random.real(6, 14), y + random.real(-3, 1)]]];
}

/**
 * @param {Manner} manner
 * @param {Random} random
 * @param {string} surname
 * @returns {Stroke[]}
 */
function stretched({ writing }, random, surname) {
  const letters = strokesOf(
    surname.slice(0, random.integer(3, 6)),
    { ...writing, script: 'cursive', join: true, spread: random.real(1.3, 1.9), wobble: 0.45 },
    random,
  );
  const [, , x, y] = boundsOf(letters);
  const end = letters.at(-1) ?? [];
  return [
    ...letters.slice(0, -1),
    [
      ...end,
      [x + random.real(1, 3), y - random.real(1, 3)],
      [x - random.real(6, 12), y + random.real(1, 2)],
      [x + random.real(1, 5), y + random.real(0, 1)],
    ],
  ];
}

/**
 * @param {Manner} manner
 * @param {Random} random
 * @param {string} surname
 * @returns {Stroke[]}
 */
function initialsInRing({ writing }, random, surname) {
  const letters = strokesOf(surname.slice(0, 1) + random.pick([...INITIALS]), { ...writing, spread: 0.8 }, random);
  const [x0, y0, x1, y1] = boundsOf(letters);
  const [cx, cy, rx, ry] = [
    (x0 + x1) / 2,
    (y0 + y1) / 2,
    (x1 - x0) * random.real(0.6, 0.9),
    (y1 - y0) * random.real(0.4, 0.7),
  ];
  const ring = Array.from(
    { length: random.integer(12, 18) },
    (_, i) =>
      /** @type {[number, number]} */ ([cx + rx * Math.cos(2.4 + i * 0.45), cy + ry * Math.sin(2.4 + i * 0.45)]),
  );
  return [...letters, [...ring, [cx + rx * random.real(1.1, 2.4), cy + ry * random.real(-0.4, 0.8)]]];
}

/** @type {Record<Hand['pressure'], (share: number) => number>} */
const PRESSURE = {
  even: () => 1,
  taper: (share) => 1.25 - 0.85 * share,
  'heavy-start': (share) => (share < 0.2 ? 1.4 : 0.9),
  swell: (share) => 0.6 + 0.75 * Math.sin(Math.PI * share),
};

/**
 * Signs once; the next signing of the same hand differs a little.
 * @param {Context} context without a transform of its own
 * @param {{ x: number, y: number, width: number, height: number }} place in pixels; long signatures leave it a little
 * @param {Hand} hand
 * @param {Random} random
 * @returns {Box | null} the box of the ink, null when nothing of it is on the page
 */
export function drawSignature(context, place, hand, random) {
  const shaken = repeated(hand.strokes, random, hand.steadiness * 1.6);
  const strokes = leaning(shaken, hand.slant + random.normal(0, 0.04), hand.angle + random.normal(0, 0.03));
  const [x0, y0, x1, y1] = boundsOf(strokes);
  const scale = Math.min(place.width / (x1 - x0), place.height / (y1 - y0)) * hand.reach * random.real(0.92, 1.08);
  const [cx, cy] = [place.x + place.width * random.real(0.44, 0.56), place.y + place.height * random.real(0.42, 0.58)];
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const placed = moved(strokes, ([x, y]) => [cx + (x - mx) * scale, cy + (y - my) * scale]);
  const along = PRESSURE[hand.pressure];
  return drawStrokes(
    context,
    placed,
    hand,
    random,
    (share, speed) => along(share) * Math.max(0.45, Math.min(1.5, 1 + hand.contrast * (1 - speed) * 0.8)),
  );
}
