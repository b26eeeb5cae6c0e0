// A drawn page through a scanner: light, angle, crop, blur, noise, JPEG.
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';

sharp.concurrency(1);

/** @typedef {import('../../scans/random.mjs').Random} Random */
/**
 * @typedef {object} Handling
 * @property {number} [angle] degrees
 * @property {0 | 90 | 180 | 270} [turn]
 * @property {[number, number, number, number]} [crop] shares cut off left, top, right, bottom
 */

/** Pixels of the drawing at 88 dpi; blur goes with the resolution. */
const COARSE = 728;
/** One scanner in ten is out of focus, pale and saves space. */
const POOR = 0.1;

/** @param {import('./draw.mjs').DrawnPage} page @param {Handling} handling @param {Random} random of the scanner */
export async function capture({ canvas }, { angle = 0, turn = 0, crop = [0, 0, 0, 0] }, random) {
  const scale = random.real(0.88, 1.06);
  const [cutWidth, cutHeight] = [(1 - crop[0] - crop[2]) * canvas.width * scale, (1 - crop[1] - crop[3]) * canvas.height * scale];
  const [width, height] = (turn % 180 === 0 ? [cutWidth, cutHeight] : [cutHeight, cutWidth]).map(Math.round);
  const glass = createCanvas(width ?? 0, height ?? 0);
  const light = glass.getContext('2d');
  light.fillStyle = '#fff';
  light.fillRect(0, 0, glass.width, glass.height);
  light.translate(glass.width / 2, glass.height / 2);
  light.rotate(((turn + angle + random.normal(0, 0.3)) * Math.PI) / 180);
  light.scale(scale, scale);
  light.drawImage(canvas, (-canvas.width * (1 + crop[0] - crop[2])) / 2, (-canvas.height * (1 + crop[1] - crop[3])) / 2);
  const isPoor = random.chance(POOR);
  const grey = exposed(glass.data(), glass.width, random, isPoor);
  const blur = (random.real(0.4, 0.9) * (isPoor ? 1.6 : 1) * canvas.width) / COARSE;
  const raw = { width: glass.width, height: glass.height, channels: /** @type {1} */ (1) };
  const jpeg = await sharp(grey, { raw }).blur(blur).jpeg({ quality: isPoor ? random.integer(25, 45) : random.integer(45, 88) }).toBuffer();
  const { data, info } = await sharp(jpeg).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data), jpeg };
}

/** Brightness, contrast, a shadow on one side, noise; some scanners know only black and white. @param {Buffer} colour @param {number} width @param {Random} random @param {boolean} isPoor */
function exposed(colour, width, random, isPoor) {
  const [bright, contrast, shadow, noise] = [random.real(-12, 18), random.real(0.7, 1.1) * (isPoor ? 0.7 : 1), random.real(0, 35), random.real(1, 14)];
  const isBlackAndWhite = random.chance(0.08);
  const seed = random.integer(1, 1e9);
  const grey = Buffer.alloc(colour.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const luma = ((colour[at * 4] ?? 0) * 77 + (colour[at * 4 + 1] ?? 0) * 150 + (colour[at * 4 + 2] ?? 0) * 29) >> 8;
    const wave = Math.imul(Math.imul(at ^ seed, 0x9e3779b1) ^ (at + seed), 0x85ebca6b);
    const speck = (((wave >>> 16) & 0xff) / 0xff + ((wave >>> 8) & 0xff) / 0xff - 1) * 2 * noise;
    const value = 255 - (255 - luma) * contrast + bright - (shadow * (at % width)) / width + speck;
    grey[at] = Math.max(0, Math.min(255, isBlackAndWhite ? (value > 195 - shadow ? 255 : 0) : value));
  }
  return grey;
}
