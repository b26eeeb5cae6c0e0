import { drawDome, drawRayedSun, drawStar, drawWings } from './emblems.mjs';
import { layInk, MM } from './pen.mjs';
import { qrMatrix } from './qr-matrix.mjs';

export {
  drawCorrectionFluid,
  drawHolePunches,
  drawRuledPaper,
  drawSquaredPaper,
  drawStaple,
  drawWatermark,
} from './paper-marks.mjs';

/** @typedef {import('./pen.mjs').Context} Context */
/** @typedef {import('./pen.mjs').Box} Box */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./hand.mjs').Family} Family */

/**
 * A real QR code of the text on white ground.
 * @param {Context} context
 * @param {{ x: number, y: number, size: number }} place top left corner and side in pixels
 * @param {string} text at most 1269 bytes
 * @param {Random} random
 * @returns {Box} of the code without its white edge
 */
export function drawQr(context, { x, y, size }, text, random) {
  const rows = qrMatrix(text, Buffer.byteLength(text) > 900 || random.chance(0.5) ? 'L' : 'M', random.integer(0, 7));
  const unit = size / rows.length;
  const edge = Math.min(4 * unit, 2 * MM);
  const tone = random.integer(0, 60);
  context.fillStyle = '#fff';
  context.fillRect(x - edge, y - edge, size + 2 * edge, size + 2 * edge);
  context.fillStyle = `rgb(${tone},${tone},${tone})`;
  const at = (/** @type {number} */ i) => Math.round(i * unit);
  rows.forEach((row, j) =>
    row.forEach((dark, i) => dark && context.fillRect(x + at(i), y + at(j), at(i + 1) - at(i), at(j + 1) - at(j))),
  );
  return [Math.floor(x), Math.floor(y), Math.ceil(x + size), Math.ceil(y + size)];
}

const SYSTEMS = {
  tune: ['Documentolog', 'ЕСЭДО', 'Директум'],
  report: ['Salem Office', 'e-Otinish', 'Қазақстан СЭД', 'Thesis'],
};

/** @type {Record<Family, ((system: string, number: string, date: string) => string)[]>} */
const MARGIN_TEXTS = {
  tune: [
    (system, number, date) =>
      `Копия электронного документа. Версия СЭД: ${system} 7.21.3. Положительный результат проверки ЭЦП. Рег. № ${number} от ${date}`,
    (system, number, date) =>
      `Тірк. № ${number} ${date}. Электрондық құжаттың көшірмесі. ${system} нұсқасы 7.21.3. ЭЦҚ тексерудің оң нәтижесі`,
    (system, number, date) => `Исх. № ${number} от ${date}. Копия электронного документа. ${system}. ЭЦП: проверена`,
  ],
  report: [
    (system, number, date) =>
      `${date} № ${number}. Осы құжат ${system} жүйесіндегі электрондық құжаттың көшірмесі болып табылады, ЭЦҚ қойылған`,
    (system, number, date) =>
      `Данный документ является копией электронного документа из ${system} № ${number} от ${date}, подписан ЭЦП`,
    (system, number, date) =>
      `${system} | Копия электронного документа | электрондық құжаттың көшірмесі | ${number} | ${date} | результат проверки ЭЦП положительный`,
  ],
};

/**
 * The strip of text along the side of a printed electronic document.
 * @param {Context} context
 * @param {{ side: 'left' | 'right', number: string, date: string, font: string, family: Family }} mark
 * @param {Random} random
 * @returns {Box}
 */
export function drawMarginStamp(context, { side, number, date, font, family }, random) {
  const { width, height } = context.canvas;
  const text = random.pick(MARGIN_TEXTS[family])(random.pick(SYSTEMS[family]), number, date);
  const tone = random.integer(30, 120);
  const up = side === 'left' || random.chance(0.4);
  context.save();
  context.font = `${random.real(1.9, 2.7) * MM}px "${font}"`;
  const long = context.measureText(text).width;
  const squeeze = Math.min(1, (height * 0.86) / long);
  const x = side === 'left' ? random.real(5, 10) * MM : width - random.real(5, 10) * MM;
  const y = random.real(0.06 * height, Math.max(0.07 * height, 0.94 * height - long * squeeze)) + (long * squeeze) / 2;
  context.translate(x, y);
  context.rotate(up ? -Math.PI / 2 : Math.PI / 2);
  context.scale(squeeze, squeeze);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = `rgb(${tone},${tone},${tone})`;
  context.fillText(text, 0, 0);
  const half = context.measureText('Щy').actualBoundingBoxAscent * squeeze + 3;
  context.restore();
  return [
    Math.floor(x - half),
    Math.floor(y - (long * squeeze) / 2 - 1),
    Math.ceil(x + half),
    Math.ceil(y + (long * squeeze) / 2 + 1),
  ];
}

const EMBLEMS = { tune: [drawRayedSun, drawStar], report: [drawDome, drawWings] };

/**
 * The emblem of a letterhead; it is print, not a stamp.
 * @param {Context} context
 * @param {{ x: number, y: number, size: number, family: Family }} place centre and diameter in pixels
 * @param {Random} random
 * @returns {Box | null}
 */
export function drawEmblem(context, { x, y, size, family }, random) {
  const draw = random.pick(EMBLEMS[family]);
  const ringed = random.chance(0.5);
  /** @type {[number, number, number]} */
  const colour = random.pick([
    [30, 90, 160],
    [20, 20, 20],
    [0, 130, 170],
    [150, 120, 40],
  ]);
  const area = { x: x - size * 0.6, y: y - size * 0.6, width: size * 1.2, height: size * 1.2 };
  return layInk(context, area, { colour, strength: 1, unevenness: 0, patch: 20, grain: 0.05 }, random, (sheet) => {
    sheet.translate(x, y);
    draw(sheet, size * (ringed ? 0.4 : 0.5));
    if (!ringed) return;
    sheet.lineWidth = Math.max(1, size * 0.02);
    sheet.beginPath();
    sheet.arc(0, 0, size * 0.49, 0, 2 * Math.PI);
    sheet.stroke();
  });
}
