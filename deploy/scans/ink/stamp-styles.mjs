/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./hand.mjs').Family} Family */
/** @typedef {import('./pen.mjs').Ink} Ink */
/** @typedef {import('./pen.mjs').Colour} Colour */
/** @typedef {{ text: string, radius: number, size: number, foot: boolean }} RingText radius and size in shares of the stamp's radius; foot: read from below */
/** @typedef {'round' | 'oval' | 'triangle' | 'rectangle' | 'incoming' | 'date'} Shape */
/**
 * @typedef {object} StampStyle how one body's stamp looks and how it is pressed
 * @property {Family} family
 * @property {Shape} shape
 * @property {string} font family of letters
 * @property {boolean} bold
 * @property {Ink} ink
 * @property {string} manner fresh, faint, grey-copy, half-inked ...
 * @property {{ radius: number, width: number }[]} rings width in millimetres
 * @property {RingText[]} ringTexts
 * @property {'emblem' | 'star' | 'dome' | 'lines' | 'number' | 'wings'} centre
 * @property {string[]} lines in the middle, or of a rectangle
 * @property {number} ratio height of a rectangle by its width
 */

/** @type {Record<Family, { name: string, weight: number, colour: Colour }[]>} */
const COLOURS = {
  tune: [
    { name: 'blue', weight: 46, colour: [52, 92, 190] },
    { name: 'violet', weight: 18, colour: [96, 66, 160] },
    { name: 'dark', weight: 10, colour: [48, 48, 76] },
    { name: 'grey-copy', weight: 26, colour: [92, 92, 92] },
  ],
  report: [
    { name: 'bright-blue', weight: 44, colour: [30, 84, 220] },
    { name: 'lilac', weight: 18, colour: [124, 88, 186] },
    { name: 'blue-black', weight: 10, colour: [26, 40, 70] },
    { name: 'pale-copy', weight: 28, colour: [126, 126, 124] },
  ],
};

/** @type {Record<Family, { name: string, weight: number, strength: [number, number], unevenness: [number, number], grain: [number, number], half: boolean }[]>} */
const PRESSINGS = {
  tune: [
    { name: 'fresh', weight: 38, strength: [0.8, 1], unevenness: [0.05, 0.35], grain: [0.05, 0.3], half: false },
    { name: 'uneven', weight: 28, strength: [0.7, 0.95], unevenness: [0.6, 1], grain: [0.2, 0.5], half: false },
    { name: 'faint', weight: 20, strength: [0.25, 0.42], unevenness: [0.2, 0.6], grain: [0.2, 0.6], half: false },
    { name: 'half-inked', weight: 14, strength: [0.7, 0.95], unevenness: [0.3, 0.7], grain: [0.2, 0.5], half: true },
  ],
  report: [
    { name: 'clear', weight: 38, strength: [0.7, 0.92], unevenness: [0.1, 0.4], grain: [0.1, 0.4], half: false },
    { name: 'patchy', weight: 28, strength: [0.65, 0.95], unevenness: [0.55, 0.95], grain: [0.3, 0.7], half: false },
    { name: 'pale', weight: 20, strength: [0.3, 0.5], unevenness: [0.3, 0.7], grain: [0.3, 0.7], half: false },
    { name: 'one-sided', weight: 14, strength: [0.75, 1], unevenness: [0.2, 0.6], grain: [0.1, 0.4], half: true },
  ],
};

/** @type {Record<Family, { fonts: string[], rings: number[][], centres: StampStyle['centre'][] }>} */
const DESIGNS = {
  tune: {
    fonts: ['DejaVu Sans', 'DejaVu Serif'],
    rings: [
      [0.995, 0.94, 0.58],
      [0.995, 0.62],
      [0.99, 0.93, 0.7, 0.54],
    ],
    centres: ['emblem', 'star', 'lines'],
  },
  report: {
    fonts: ['Noto Sans', 'Noto Serif'],
    rings: [
      [0.99, 0.66, 0.62],
      [0.985, 0.95, 0.9, 0.56],
      [0.99, 0.6],
    ],
    centres: ['dome', 'number', 'wings', 'lines'],
  },
};

const TOP = { ru: 'РЕСПУБЛИКА КАЗАХСТАН', kk: 'ҚАЗАҚСТАН РЕСПУБЛИКАСЫ' };
const BODIES = [
  { ru: 'Аппарат акима области', kk: 'Облыс әкімінің аппараты' },
  { ru: 'Управление образования', kk: 'Білім басқармасы' },
  { ru: 'Акционерное общество «Келешек»', kk: '«Келешек» акционерлік қоғамы' },
  { ru: 'Отдел финансов района', kk: 'Ауданның қаржы бөлімі' },
];

/**
 * A body's stamp and how it is pressed today.
 * @param {Family} family
 * @param {Random} random
 * @param {{ shape?: Shape, ru?: string, kk?: string, fonts?: string[], lines?: string[] }} [wish]
 * @returns {StampStyle}
 */
export function stampOf(family, random, wish = {}) {
  const design = DESIGNS[family];
  const names = { ...random.pick(BODIES), ...(wish.ru && { ru: wish.ru }), ...(wish.kk && { kk: wish.kk }) };
  const shape = wish.shape ?? 'round';
  const rings = random.pick(design.rings);
  const { ink, manner } = pressed(family, random);
  const centre = random.pick(design.centres);
  return {
    family,
    shape,
    font: random.pick(wish.fonts ?? design.fonts),
    bold: random.chance(0.6),
    ink,
    manner,
    rings: rings.map((radius, i) => ({ radius, width: i === 0 ? random.real(0.3, 0.95) : random.real(0.12, 0.4) })),
    ringTexts: ringTexts(names, random, rings.at(-1) ?? 0.6),
    centre,
    lines: wish.lines ?? linesOf(shape, names, random),
    ratio: random.real(0.32, 0.55),
  };
}

/**
 * @param {Family} family
 * @param {Random} random
 * @returns {{ ink: Ink, manner: string }}
 */
function pressed(family, random) {
  const { name, colour } = random.weighted(COLOURS[family].map((one) => [one, one.weight]));
  const pressing = random.weighted(PRESSINGS[family].map((one) => [one, one.weight]));
  const shift = random.real(-14, 22);
  const [red, green, blue] = colour;
  const angle = random.real(0, 6.28);
  return {
    manner: `${name}, ${pressing.name}`,
    ink: {
      colour: [red + shift, green + shift, Math.min(240, blue + shift)],
      strength: random.real(...pressing.strength),
      unevenness: random.real(...pressing.unevenness),
      patch: random.real(8, 30),
      grain: random.real(...pressing.grain),
      ...(pressing.half && {
        light: /** @type {[number, number, number]} */ ([Math.cos(angle), Math.sin(angle), random.real(0.7, 1)]),
      }),
    },
  };
}

/**
 * @param {{ ru: string, kk: string }} names
 * @param {Random} random
 * @param {number} inner radius of the innermost ring
 * @returns {RingText[]}
 */
function ringTexts(names, random, inner) {
  const [kk, ru] = [names.kk.toUpperCase(), names.ru.toUpperCase()];
  const wide = 0.94 - inner;
  const mark = random.pick(['*', '•', '★', '◆']);
  const kind = random.integer(0, 2);
  if (kind === 0)
    return [
      {
        text: `${kk} ${mark} ${ru} ${mark} `,
        radius: inner + wide * 0.5,
        size: Math.min(0.19, wide * 0.55),
        foot: false,
      },
    ];
  const outer = { radius: inner + wide * 0.72, size: Math.min(0.15, wide * 0.36), foot: false };
  const within = { radius: inner + wide * 0.26, size: Math.min(0.13, wide * 0.32), foot: false };
  if (kind === 1)
    return [
      { ...outer, text: `${TOP.kk} ${mark} ${TOP.ru} ${mark} ` },
      { ...within, text: `${kk} ${mark} ${ru} ${mark} ` },
    ];
  return [
    { ...outer, text: kk },
    { ...outer, text: ru, foot: true },
    {
      ...within,
      text: `${TOP.kk} ${mark} БСН ${random.integer(100000, 999999)}${random.integer(100000, 999999)} ${mark} `,
    },
  ];
}

/**
 * @param {Shape} shape
 * @param {{ ru: string, kk: string }} names
 * @param {Random} random
 * @returns {string[]}
 */
function linesOf(shape, names, random) {
  if (shape === 'incoming')
    return [
      random.pick([names.ru, names.kk]),
      random.pick(['КІРІС', 'КІРІС / ВХОДЯЩИЙ', 'Вх.', 'ПОЛУЧЕНО']),
      '№ ____________',
      '«___» __________ 20__ ж./г.',
    ];
  if (shape === 'date') return [random.pick(['ПОЛУЧЕНО', 'КІРІС', 'ИСПОЛНЕНО', 'КЕҢСЕ'])];
  if (shape === 'triangle') return [random.pick(['ДЛЯ СПРАВОК', 'КЕҢСЕ', 'ДЛЯ ПАКЕТОВ']), `№ ${random.integer(1, 9)}`];
  if (shape === 'rectangle')
    return random.pick([
      ['Для документов'],
      ['КОПИЯ ВЕРНА', 'КӨШІРМЕСІ ДҰРЫС'],
      ['Құжаттар үшін', 'Для документов'],
      [names.kk, names.ru, 'Кеңсе / Канцелярия'],
      ['ТІРКЕЛДІ', 'ЗАРЕГИСТРИРОВАНО'],
    ]);
  return random.pick([
    [`№ ${random.integer(1, 9)}`],
    ['Құжаттар үшін', 'Для документов'],
    [`БСН ${random.integer(100000, 999999)}`, `${random.integer(100000, 999999)}`],
    ['Кеңсе', 'Канцелярия'],
  ]);
}
