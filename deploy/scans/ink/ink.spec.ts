import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from '@jest/globals';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { randomOf } from '../random.mjs';
import { darknessOf } from './darkness.mjs';
import { glyphOf } from './glyphs.mjs';
import { drawTick, writeByHand } from './handwriting.mjs';
import {
  drawCorrectionFluid,
  drawEmblem,
  drawHolePunches,
  drawMarginStamp,
  drawQr,
  drawRuledPaper,
  drawSquaredPaper,
  drawStaple,
  drawWatermark,
} from './marks.mjs';
import { darkEnough, drawSignature, handOf } from './signatures.mjs';
import { drawIncomingStamp, drawStamp, stampDarkEnough, stampOf } from './stamps.mjs';

const FAMILIES = ['tune', 'report'] as const;
const SHAPES = ['round', 'oval', 'triangle', 'rectangle', 'incoming', 'date'] as const;
const FONT = 'sans-serif';
type Box = [number, number, number, number];

function paper(): SKRSContext2D {
  const context = createCanvas(500, 420).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 500, 420);
  return context;
}

/** The box of everything that a person could see. */
function seenBox(context: SKRSContext2D): Box {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const box: Box = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((data[at] ?? 0) > 240 && (data[at + 1] ?? 0) > 240 && (data[at + 2] ?? 0) > 240) continue;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x >= box[2]) box[2] = x + 1;
      if (y >= box[3]) box[3] = y + 1;
    }
  }
  return box;
}

function expectTouching(box: readonly number[] | null, context: SKRSContext2D): void {
  const seen = seenBox(context);
  expect(box).not.toBeNull();
  box?.forEach((side, i) => {
    const outside = i < 2 ? (seen[i] ?? 0) - side : side - (seen[i] ?? 0);
    expect(outside).toBeGreaterThanOrEqual(0);
    expect(outside).toBeLessThan(20);
  });
}

describe.each(FAMILIES)('ink of the family %s', (family) => {
  it('signs inside the box it tells, a little differently each time', () => {
    for (let seed = 0; seed < 15; seed += 1) {
      const random = randomOf(`${family} ${seed}`);
      const hand = darkEnough(handOf(family, random), 60);
      const [first, second] = [paper(), paper()];
      const place = { x: 150, y: 130, width: 200, height: 120 };
      expectTouching(drawSignature(first, place, hand, random), first);
      drawSignature(second, place, hand, random);
      expect(first.canvas.data().equals(second.canvas.data())).toBe(false);
    }
  });

  it.each(SHAPES)('presses a stamp: %s', (shape) => {
    for (let seed = 0; seed < 2; seed += 1) {
      const random = randomOf(`${family} ${seed}`);
      const context = paper();
      const style = stampDarkEnough(stampOf(family, random, { shape, fonts: [FONT] }), 80);
      expectTouching(
        drawStamp(
          context,
          { x: 250, y: 210, diameter: 300 },
          { ...style, ink: { ...style.ink, unevenness: 0.2 } },
          random,
        ),
        context,
      );
    }
  });

  it('writes every letter and digit', () => {
    const letters = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
    for (const letter of `${letters}${letters.toUpperCase()}0123456789.,-–/№:()«»`) {
      expect(
        glyphOf(letter, { script: family === 'tune' ? 'cursive' : 'print', crossedSeven: false })?.strokes.length,
      ).toBeGreaterThan(0);
    }
    const [random, context] = [randomOf(family), paper()];
    expectTouching(
      writeByHand(
        context,
        'Исх. № 125-ө',
        { x: 60, y: 200, height: 40 },
        darkEnough(handOf(family, random), 60),
        random,
      ),
      context,
    );
  });

  it('draws the same for the same seed', () => {
    const drawn = () => {
      const [random, context] = [randomOf(`${family} all`), paper()];
      const hand = handOf(family, random, 'Серіков');
      drawSquaredPaper(context, random);
      drawRuledPaper(context, random);
      drawWatermark(context, 'КОПИЯ', FONT, random);
      drawEmblem(context, { x: 100, y: 60, size: 90, family }, random);
      drawMarginStamp(context, { side: 'left', number: '12-5', date: '12.03.2024', font: FONT, family }, random);
      drawIncomingStamp(
        context,
        { x: 250, y: 200, diameter: 240, number: '1250', date: '12 03 24' },
        stampOf(family, random, { shape: 'incoming' }),
        hand,
        random,
      );
      drawSignature(context, { x: 200, y: 300, width: 150, height: 60 }, hand, random);
      drawTick(context, { x: 50, y: 300, height: 30 }, hand, random);
      drawCorrectionFluid(context, { x: 300, y: 300, width: 90, height: 20 }, random);
      drawStaple(context, random);
      drawHolePunches(context, random);
      return context.canvas.data();
    };
    expect(drawn().equals(drawn())).toBe(true);
  });

  it('makes pale ink dark enough for a hard capture', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const hand = darkEnough(handOf(family, randomOf(seed)), 122);
      expect(darknessOf(hand.ink, hand.thickness)).toBeGreaterThanOrEqual(122);
    }
  });
});

it('has at least eight ways to sign in each family, none in both', () => {
  const [tune, report] = FAMILIES.map(
    (family) => new Set(Array.from({ length: 300 }, (_, seed) => handOf(family, randomOf(seed)).model)),
  );
  expect(tune?.size).toBeGreaterThanOrEqual(8);
  expect(report?.size).toBeGreaterThanOrEqual(8);
  expect([...(tune ?? [])].filter((model) => report?.has(model))).toEqual([]);
});

it('draws QR codes that can be read', async () => {
  const { buffer } = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: buffer }, fireImmediately: true });
  for (const text of ['A', 'Бұйрық № 125-ө', 'x7'.repeat(120), 'Ab9/'.repeat(230)]) {
    const context = paper();
    const box = drawQr(context, { x: 40, y: 40, size: 330 }, text, randomOf(text));
    const { data, width, height } = context.getImageData(0, 0, 500, 420);
    const found = await readBarcodes({ data, width, height } as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode'],
    });
    expect(found.map((code) => code.text)).toEqual([text]);
    expect(box).toEqual([40, 40, 370, 370]);
  }
});
