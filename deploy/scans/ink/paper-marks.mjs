import { layInk, MM } from './pen.mjs';
import { smooth } from './strokes.mjs';

/** @typedef {import('./pen.mjs').Context} Context */
/** @typedef {import('./pen.mjs').Box} Box */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * Pale large text across the page.
 * @param {Context} context
 * @param {string} text
 * @param {string} font
 * @param {Random} random
 */
export function drawWatermark(context, text, font, random) {
  const { width, height } = context.canvas;
  const tone = random.integer(212, 240);
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.translate(width / 2, height * random.real(0.35, 0.6));
  context.rotate(random.pick([-0.9, -0.6, -0.35, 0]) + random.normal(0, 0.03));
  context.font = `bold 100px "${font}"`;
  context.font = `bold ${(100 * width * random.real(0.6, 0.95)) / Math.max(1, context.measureText(text).width)}px "${font}"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = `rgb(${tone},${tone},${Math.min(255, tone + random.integer(0, 18))})`;
  context.fillText(text, 0, 0);
  context.restore();
}

/**
 * White fluid over what was there, its edge a little grey.
 * @param {Context} context
 * @param {{ x: number, y: number, width: number, height: number }} area
 * @param {Random} random
 * @returns {Box}
 */
export function drawCorrectionFluid(context, { x, y, width, height }, random) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const edge = Array.from({ length: 18 }, (_, i) => {
    const [angle, reach] = [(i / 18) * 2 * Math.PI, random.real(0.92, 1.12)];
    const [u, v] = [Math.cos(angle), Math.sin(angle)].map((side) => Math.sign(side) * Math.abs(side) ** 0.5 * reach);
    return /** @type {[number, number]} */ ([cx + ((u ?? 0) * width) / 2, cy + ((v ?? 0) * height) / 2]);
  });
  const tone = random.integer(246, 255);
  context.save();
  context.beginPath();
  for (const [u, v] of smooth([...edge, edge[0] ?? [x, y]], 5)) context.lineTo(u, v);
  context.closePath();
  context.shadowColor = 'rgba(90,90,90,0.5)';
  context.shadowBlur = random.real(1, 4);
  context.fillStyle = `rgb(${tone},${tone},${tone - random.integer(0, 6)})`;
  context.fill();
  context.restore();
  return [
    Math.floor(x - width * 0.1),
    Math.floor(y - height * 0.1),
    Math.ceil(x + width * 1.1),
    Math.ceil(y + height * 1.1),
  ];
}

/**
 * Lines of exercise-book paper over the whole page.
 * @param {Context} context
 * @param {Random} random
 */
export function drawRuledPaper(context, random) {
  const { width, height } = context.canvas;
  drawGrid(context, random.real(7.5, 9) * MM, random, { across: false });
  if (!random.chance(0.6)) return;
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = 'rgb(235,150,150)';
  context.fillRect(width - random.real(18, 26) * MM, 0, 2, height);
  context.restore();
}

/**
 * @param {Context} context
 * @param {Random} random
 */
export function drawSquaredPaper(context, random) {
  drawGrid(context, random.real(4.8, 5.2) * MM, random, { across: true });
}

/**
 * @param {Context} context
 * @param {number} step
 * @param {Random} random
 * @param {{ across: boolean }} kind
 */
function drawGrid(context, step, random, { across }) {
  const { width, height } = context.canvas;
  const thick = random.real(0.8, 1.6);
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = random.pick(['rgb(176,196,226)', 'rgb(196,206,216)', 'rgb(190,180,220)', 'rgb(150,180,220)']);
  for (let y = random.real(0, step); y < height; y += step) context.fillRect(0, y, width, thick);
  if (across) for (let x = random.real(0, step); x < width; x += step) context.fillRect(x, 0, thick, height);
  context.restore();
}

/**
 * A staple at a corner, with its shadow.
 * @param {Context} context
 * @param {Random} random
 * @returns {Box | null}
 */
export function drawStaple(context, random) {
  const [x, y] = [random.real(8, 18) * MM, random.real(7, 16) * MM];
  const [angle, long] = [random.real(-0.9, 0.9), random.real(9, 12) * MM];
  const area = { x: x - long, y: y - long, width: 2 * long, height: 2 * long };
  /** @type {import('./pen.mjs').Ink} */
  const metal = { colour: [110, 110, 114], strength: 0.9, unevenness: 0.6, patch: 10, grain: 0.2 };
  return layInk(context, area, metal, random, (sheet) => {
    sheet.translate(x, y);
    sheet.rotate(angle);
    sheet.lineWidth = random.real(0.4, 0.7) * MM;
    sheet.beginPath();
    sheet.moveTo(-long / 2, 0);
    sheet.lineTo(long / 2, 0);
    sheet.stroke();
  });
}

/**
 * Two or four holes at the left edge, as a scanner's lid shows them.
 * @param {Context} context
 * @param {Random} random
 */
export function drawHolePunches(context, random) {
  const { height } = context.canvas;
  const x = random.real(10, 13) * MM;
  const tone = random.pick([30, 90, 150, 215]);
  const rows = random.chance(0.75) ? [-40, 40] : [-120, -40, 40, 120];
  for (const row of rows) {
    context.beginPath();
    context.arc(x + random.real(-2, 2), height / 2 + row * MM, random.real(2.5, 3) * MM, 0, 2 * Math.PI);
    context.fillStyle = `rgb(${tone},${tone},${tone})`;
    context.fill();
    context.strokeStyle = 'rgba(120,120,120,0.6)';
    context.lineWidth = 1;
    context.stroke();
  }
}
