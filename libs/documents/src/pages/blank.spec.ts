import { isBlank } from './blank.js';
import type { Raster } from './raster.js';

const [width, height] = [1240, 1754];

function sheet(value: (x: number, y: number) => number): Raster {
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at += 1) data[at] = value(at % width, Math.floor(at / width));
  return { width, height, channels: 1, data };
}

const isInLines = (x: number, y: number): boolean => x > 200 && x < 1000 && y > 300 && y < 900 && y % 40 < 20 && x % 12 < 3;

describe('an empty page', () => {
  it.each([
    ['paper', () => 250, true],
    ['paper with two punched holes at its edge', (x: number, y: number) => (Math.hypot(x - 60, (y % 600) - 300) < 20 ? 60 : 250), true],
    ['the shadow of a spine', (x: number) => Math.min(250, 150 + x / 4), true],
    ['print', (x: number, y: number) => (isInLines(x, y) ? 30 : 250), false],
    ['pale print', (x: number, y: number) => (isInLines(x, y) ? 205 : 250), false],
  ])('%s', (_, value, expected) => {
    expect(isBlank(sheet(value))).toBe(expected);
  });
});
