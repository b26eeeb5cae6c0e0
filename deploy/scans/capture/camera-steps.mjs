import { after, towards, warped } from './geometry.mjs';
import { blurred } from './picture.mjs';
import { toned } from './steps.mjs';
import { cloudyLight, lit } from './tones.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./steps.mjs').Range} Range */
/** @typedef {import('./picture.mjs').Picture} Picture */
/** @typedef {import('./geometry.mjs').Point} Point */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {[number, number, number]} Colour */

/**
 * A sheet on a desk seen by a telephone.
 * @param {{ margin: Range, tilt: Range, turn: Range, desks: Colour[], share: Range }} ranges tilt: share by which the far side is narrower; share: pixels against the page's
 * @returns {Step}
 */
export function onDesk({ margin, tilt, turn, desks, share }) {
  return async ({ picture, matrix }, random) => {
    const scale = random.real(...share);
    const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const corners = cornersOf(
      width,
      height,
      { edge: random.real(...margin), far: random.real(...tilt), angle: (random.real(...turn) * Math.PI) / 180 },
      random,
    );
    const move = towards(picture.width, picture.height, corners);
    const ground = await deskOf(width, height, random.pick(desks), corners, random);
    return { picture: warped(picture, move, { width, height, ground }), matrix: after(move, matrix) };
  };
}

/**
 * @param {number} width
 * @param {number} height
 * @param {{ edge: number, far: number, angle: number }} view
 * @param {Random} random
 * @returns {[Point, Point, Point, Point]}
 */
function cornersOf(width, height, { edge, far, angle }, random) {
  const [side, top] = [width * edge, height * edge];
  const narrow = (/** @type {number} */ share) => width * far * share;
  const [upper, lower] = random.chance(0.7) ? [narrow(1), 0] : [0, narrow(1)];
  const shake = () => random.real(-0.008, 0.008) * width;
  const flat = /** @type {Point[]} */ ([
    [side + upper, top],
    [width - side - upper, top],
    [width - side - lower, height - top],
    [side + lower, height - top],
  ]);
  const [cos, sin, cx, cy] = [Math.cos(angle), Math.sin(angle), width / 2, height / 2];
  const placed = flat.map(
    ([x, y]) =>
      /** @type {Point} */ ([
        cx + (x - cx) * cos - (y - cy) * sin + shake(),
        cy + (x - cx) * sin + (y - cy) * cos + shake(),
      ]),
  );
  return /** @type {[Point, Point, Point, Point]} */ (placed);
}

/**
 * A desk with grain and the shadow of the sheet.
 * @param {number} width
 * @param {number} height
 * @param {Colour} colour under 240
 * @param {[Point, Point, Point, Point]} corners
 * @param {Random} random
 * @returns {Promise<Picture>}
 */
async function deskOf(width, height, [red, green, blue], corners, random) {
  const data = new Uint8Array(width * height * 3);
  const grain = Float32Array.from({ length: 512 }, () => random.real(0.88, 1.06));
  const bend = random.real(0.002, 0.02);
  for (let y = 0, at = 0; y < height; y += 1) {
    const wave = (Math.sin(y * bend) * 9 + (y >> 3)) | 0;
    for (let x = 0; x < width; x += 1, at += 3) {
      const shade = grain[(wave + (x >> 6)) & 511] ?? 1;
      data[at] = red * shade;
      data[at + 1] = green * shade;
      data[at + 2] = blue * shade;
    }
  }
  const [dx, dy] = [random.real(-0.02, 0.03) * width, random.real(0.004, 0.02) * height];
  shadeInside(
    { width, height, channels: 3, data },
    corners.map(([x, y]) => /** @type {Point} */ ([x + dx, y + dy])),
  );
  return blurred({ width, height, channels: 3, data }, 2.5);
}

/**
 * @param {Picture} picture changed
 * @param {Point[]} corners
 */
function shadeInside({ width, height, data }, corners) {
  const [top, bottom] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(height, bottom); y += 1) {
    const crossings = corners.flatMap(([x0, y0], i) => {
      const [x1, y1] = corners[(i + 1) % corners.length] ?? [0, 0];
      return y0 <= y !== y1 <= y ? [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)] : [];
    });
    const [from, to] = [
      Math.max(0, Math.ceil(Math.min(...crossings))),
      Math.min(width, Math.floor(Math.max(...crossings))),
    ];
    for (let at = (y * width + from) * 3; at < (y * width + to) * 3; at += 1) data[at] = (data[at] ?? 0) * 0.55;
  }
}

/**
 * Lamp light from one side, dark corners, and sometimes the shadow of a head or hand.
 * @param {{ side: Range, corners: Range, shadow: Range, shadowChance: number }} ranges
 * @returns {Step}
 */
export function lampLight({ side, corners, shadow, shadowChance }) {
  return toned((picture, random) => {
    const [dim, dark, angle] = [random.real(...side), random.real(...corners), random.real(0, 6.28)];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const cast = random.chance(shadowChance) ? castShadow(random, random.real(...shadow)) : () => 1;
    return lit(picture, (x, y) => {
      const [u, v] = [x - 0.5, y - 0.5];
      return (1 - dim * (u * cos + v * sin + 0.5)) * (1 - dark * (u * u + v * v) * 2) * cast(x, y);
    });
  });
}

/**
 * @param {Random} random
 * @param {number} deep
 * @returns {(x: number, y: number) => number}
 */
function castShadow(random, deep) {
  const [cx, cy, rx, ry] = [random.real(0.1, 0.9), random.real(0.6, 1.1), random.real(0.2, 0.5), random.real(0.2, 0.6)];
  const bumps = cloudyLight(random, 0.8, 4);
  return (x, y) => {
    const away = Math.hypot((x - cx) / rx, (y - cy) / ry) * bumps(x, y);
    return 1 - deep / (1 + Math.exp((away - 0.9) * 14));
  };
}

/**
 * A page on a screen: its pixels, its colours in stripes and the waves between its grid and the sensor's.
 * @param {{ pitch: Range, depth: Range, waves: Range }} ranges
 * @returns {Step}
 */
export function screenGrid({ pitch, depth, waves }) {
  return toned((picture, random) => {
    const { width, height, channels, data } = picture;
    const [step, deep, beat] = [random.real(...pitch), random.real(...depth), random.real(...waves)];
    const [turn, bow, across, down] = [
      random.real(-0.06, 0.06),
      random.real(0.5, 4),
      random.real(30, 160),
      random.real(40, 260),
    ];
    const table = Float32Array.from({ length: 1024 }, (_, i) => Math.cos((i / 1024) * 2 * Math.PI));
    const wave = (/** @type {number} */ phase) => table[(phase * 1024) & 1023] ?? 0;
    const result = new Uint8Array(data.length);
    for (let y = 0, at = 0; y < height; y += 1) {
      const sway = bow * wave(y / height);
      for (let x = 0; x < width; x += 1) {
        const [u, v] = [x + turn * y, y - turn * x];
        const moire = beat * wave(u / across + sway + v / 700) * wave(v / down + u / 950 - sway);
        for (let k = 0; k < channels; k += 1, at += 1) {
          const grid = 1 - deep * (0.5 + 0.25 * wave(u / step + k / 3) + 0.25 * wave(v / step));
          const value = (data[at] ?? 0) * (grid + moire * (k - 1 ? 1 : 0.3));
          result[at] = value < 0 ? 0 : value > 255 ? 255 : value;
        }
      }
    }
    return { ...picture, data: result };
  });
}
