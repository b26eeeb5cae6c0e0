import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { randomOf } from '../random.mjs';
import { capture, captureStyles } from './capture.mjs';

/** Marks at two corners, so that turning and mirroring are told apart. */
const MARKS = [
  [50, 40, 110, 90],
  [330, 480, 370, 550],
] as const;

function page(): Canvas {
  const canvas = createCanvas(440, 622);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 440, 622);
  context.fillStyle = '#111';
  for (const [x0, y0, x1, y1] of MARKS) context.fillRect(x0, y0, x1 - x0, y1 - y0);
  return canvas;
}

async function greyOf(image: Buffer): Promise<{ data: Buffer; width: number }> {
  const { data, info } = await sharp(image)
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width };
}

function mean(
  { data, width }: { data: Buffer; width: number },
  [x0, y0, x1, y1]: readonly number[],
  height: number,
): number {
  let [sum, count] = [0, 0];
  for (let y = Math.round((y0 ?? 0) * height); y < Math.round((y1 ?? 0) * height); y += 1) {
    for (let x = Math.round((x0 ?? 0) * width); x < Math.round((x1 ?? 0) * width); x += 1, count += 1)
      sum += data[y * width + x] ?? 0;
  }
  return sum / count;
}

async function expectMarksFound(style: string): Promise<void> {
  const canvas = page();
  const shot = await capture(canvas, style, randomOf(style));
  const { width, height } = await sharp(shot.image).metadata();
  expect({ width: shot.width, height: shot.height }).toEqual({ width, height });
  const grey = await greyOf(shot.image);
  for (const [x0, y0, x1, y1] of MARKS) {
    const inside = mean(grey, shot.toCaptured([x0 + 8, y0 + 8, x1 - 8, y1 - 8]), shot.height);
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const) {
      const [wide, tall] = [(x1 - x0) * dx * 0.6, (y1 - y0) * dy * 0.6];
      const middle = [(x0 + x1) / 2 + wide, (y0 + y1) / 2 + tall];
      const beside = shot.toCaptured([
        (middle[0] ?? 0) + dx * 6 - 3,
        (middle[1] ?? 0) + dy * 6 - 3,
        (middle[0] ?? 0) + dx * 6 + 3,
        (middle[1] ?? 0) + dy * 6 + 3,
      ]);
      expect(mean(grey, beside, shot.height)).toBeGreaterThan(inside * 1.1 + 8);
    }
  }
}

describe.each(['tune', 'report'] as const)('captures of the family %s', (family) => {
  it.each(captureStyles(family).map(({ name }) => name))('keeps places: %s', expectMarksFound, 20_000);

  it('has good, usual and unreadable ones', () => {
    expect(new Set(captureStyles(family).map(({ quality }) => quality))).toEqual(new Set(['good', 'usual', 'bad']));
  });
});

it.each(['flatbed-colour-150@90', 'phone-desk@180', 'fax-coarse@270'])(
  'keeps places of a turned page: %s',
  expectMarksFound,
  20_000,
);

it.each(['copier-grey', 'phone-dim', 'fax-broken', 'handset-table', 'diffused-240'])(
  'is the same for the same seed: %s',
  async (style) => {
    const [first, second, third] = await Promise.all([1, 1, 2].map((seed) => capture(page(), style, randomOf(seed))));
    expect(first?.image.equals(second?.image ?? Buffer.alloc(0))).toBe(true);
    expect(first?.image.equals(third?.image ?? Buffer.alloc(0))).toBe(false);
  },
  20_000,
);

it('has no style in both families', () => {
  const names = (['tune', 'report'] as const).flatMap((family) => captureStyles(family).map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

it('refuses a style it does not know', async () => {
  await expect(capture(page(), 'lightbox', randomOf(1))).rejects.toThrow('No such style');
});
