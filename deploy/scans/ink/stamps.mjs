import { writeByHand } from './handwriting.mjs';
import { layInk, MM } from './pen.mjs';
import { drawDome, drawRayedSun, drawStar, drawWings } from './emblems.mjs';

export { stampDarkEnough } from './darkness.mjs';
export { stampOf } from './stamp-styles.mjs';

/** @typedef {import('./pen.mjs').Context} Context */
/** @typedef {import('./pen.mjs').Box} Box */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('./hand.mjs').Hand} Hand */
/** @typedef {import('./stamp-styles.mjs').StampStyle} StampStyle */

/** @typedef {(sheet: Context, style: StampStyle, radius: number, random: Random) => void} Drawing around (0, 0) */

/** @type {Record<StampStyle['shape'], Drawing>} */
const SHAPES = {
  round: (sheet, style, radius) => drawRound(sheet, style, radius),
  oval: (sheet, style, radius) => {
    sheet.scale(1, 0.66);
    drawRound(sheet, style, radius);
  },
  triangle: drawTriangle,
  rectangle: drawRectangle,
  incoming: drawRectangle,
  date: drawDate,
};

/**
 * @param {Context} context without a transform of its own
 * @param {{ x: number, y: number, diameter: number }} place centre and diameter (of a rectangle: its width) in pixels
 * @param {StampStyle} style
 * @param {Random} random
 * @returns {Box | null} the box of the ink
 */
export function drawStamp(context, { x, y, diameter }, style, random) {
  const radius = diameter / 2;
  const angle = style.shape === 'round' ? random.real(-0.7, 0.7) : random.normal(0, 0.05);
  const reach = radius * 1.15 + 4;
  const area = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  const ink = { ...style.ink, strength: Math.min(1, style.ink.strength * random.real(0.9, 1.1)) };
  return layInk(context, area, ink, random, (sheet) => {
    sheet.translate(x, y);
    sheet.rotate(angle);
    sheet.fillStyle = '#000';
    sheet.strokeStyle = '#000';
    sheet.textAlign = 'center';
    sheet.textBaseline = 'middle';
    SHAPES[style.shape](sheet, style, radius, random);
  });
}

/**
 * An incoming stamp with its number and date written in by hand.
 * @param {Context} context
 * @param {{ x: number, y: number, diameter: number, number: string, date: string }} place
 * @param {StampStyle} style of the shape incoming
 * @param {Hand} hand
 * @param {Random} random
 * @returns {Box | null}
 */
export function drawIncomingStamp(context, { x, y, diameter, number, date }, style, hand, random) {
  const box = drawStamp(context, { x, y, diameter }, style, random);
  const row = (diameter * style.ratio) / 4.6;
  const height = row * random.real(0.6, 0.85);
  writeByHand(
    context,
    number,
    { x: x - diameter * random.real(0.12, 0.2), y: y + row * random.real(0.7, 0.95), height },
    hand,
    random,
  );
  writeByHand(
    context,
    date,
    { x: x - diameter * random.real(0.36, 0.42), y: y + row * random.real(1.75, 2), height: height * 0.9 },
    hand,
    random,
  );
  return box;
}

/**
 * @param {Context} sheet
 * @param {StampStyle} style
 * @param {number} radius
 */
function drawRound(sheet, style, radius) {
  for (const ring of style.rings) {
    sheet.lineWidth = Math.max(0.8, ring.width * MM);
    sheet.beginPath();
    sheet.arc(0, 0, radius * ring.radius - sheet.lineWidth / 2, 0, 2 * Math.PI);
    sheet.stroke();
  }
  const shared = style.ringTexts.some((text) => text.foot);
  for (const text of style.ringTexts)
    drawRingText(sheet, style, radius, text, shared && text.radius === style.ringTexts[0]?.radius ? 0.44 : 1);
  drawCentre(sheet, style, radius);
}

/**
 * @param {Context} sheet
 * @param {StampStyle} style
 * @param {number} radius
 * @param {StampStyle['ringTexts'][number]} ring
 * @param {number} share of the circle it may take
 */
function drawRingText(sheet, style, radius, { text, radius: at, size, foot }, share) {
  const letters = [...text];
  const room = 2 * Math.PI * radius * at * share;
  setFont(sheet, style, radius * size);
  const long = sheet.measureText(text).width;
  const height = long > room ? (radius * size * room) / long : radius * size;
  setFont(sheet, style, height);
  const natural = letters.map((letter) => sheet.measureText(letter).width);
  const total = natural.reduce((sum, width) => sum + width, 0);
  const gap = share === 1 ? (room - total) / letters.length : Math.min(height * 0.25, (room - total) / letters.length);
  let along = share === 1 ? 0 : -(total + gap * letters.length) / 2;
  letters.forEach((letter, i) => {
    const angle = (along + (natural[i] ?? 0) / 2) / (radius * at);
    along += (natural[i] ?? 0) + gap;
    sheet.save();
    sheet.rotate(foot ? Math.PI - angle : angle);
    sheet.translate(0, -radius * at);
    if (foot) sheet.rotate(Math.PI);
    sheet.fillText(letter, 0, 0);
    sheet.restore();
  });
}

/**
 * @param {Context} sheet
 * @param {StampStyle} style
 * @param {number} size pixels
 */
function setFont(sheet, { font, bold }, size) {
  sheet.font = `${bold ? 'bold ' : ''}${Math.max(3, size)}px "${font}"`;
}

/**
 * @param {Context} sheet
 * @param {StampStyle} style
 * @param {number} radius
 */
function drawCentre(sheet, style, radius) {
  const room = radius * (style.rings.at(-1)?.radius ?? 0.6) * 0.86;
  if (style.centre === 'emblem') return drawRayedSun(sheet, room * 0.85);
  if (style.centre === 'star') return drawStar(sheet, room * 0.8);
  if (style.centre === 'dome') return drawDome(sheet, room * 0.85);
  if (style.centre === 'wings') return drawWings(sheet, room * 0.85);
  drawLines(sheet, style, { width: room * 1.7, height: room * (style.lines.length > 1 ? 0.9 : 0.5) });
}

/**
 * Lines of text in the middle, as large as the room allows.
 * @param {Context} sheet
 * @param {StampStyle} style
 * @param {{ width: number, height: number }} room
 */
function drawLines(sheet, style, { width, height }) {
  const row = height / style.lines.length;
  setFont(sheet, style, row * 0.72);
  const widest = Math.max(...style.lines.map((line) => sheet.measureText(line).width));
  setFont(sheet, style, row * 0.72 * Math.min(1, width / widest));
  style.lines.forEach((line, i) => sheet.fillText(line, 0, (i + 0.5) * row - height / 2));
}

/** @type {Drawing} */
function drawRectangle(sheet, style, radius) {
  const [width, height] = [radius * 2 - 4, radius * 2 * style.ratio];
  sheet.lineWidth = Math.max(1, (style.rings[0]?.width ?? 0.4) * MM);
  sheet.strokeRect(-width / 2, -height / 2, width, height);
  if (style.rings.length > 3) {
    sheet.lineWidth = 1;
    sheet.strokeRect(-width / 2 + 5, -height / 2 + 5, width - 10, height - 10);
  }
  drawLines(sheet, style, { width: width * 0.9, height: height * 0.88 });
}

/** @type {Drawing} */
function drawTriangle(sheet, style, radius) {
  for (const share of [1, 0.78]) {
    sheet.lineWidth = share === 1 ? Math.max(1, (style.rings[0]?.width ?? 0.5) * MM) : 1.2;
    sheet.beginPath();
    for (const angle of [0, 2.094, 4.189])
      sheet.lineTo(Math.sin(angle) * radius * share, -Math.cos(angle) * radius * share + radius * 0.15);
    sheet.closePath();
    sheet.stroke();
  }
  sheet.translate(0, radius * 0.34);
  drawLines(sheet, style, { width: radius * 0.85, height: radius * 0.4 });
}

/** @type {Drawing} */
function drawDate(sheet, style, radius, random) {
  const months = ['ЯНВ', 'ФЕВ', 'НАУ', 'АПР', 'МАЙ', 'МАУ', 'ИЮЛ', 'АВГ', 'ҚЫР', 'ОКТ', 'НОЯ', 'ЖЕЛ'];
  const date = `${String(random.integer(1, 28)).padStart(2, '0')} ${random.pick(months)} ${random.integer(2021, 2025)}`;
  const framed = random.chance(0.6);
  if (framed) drawRectangle(sheet, { ...style, lines: [] }, radius, random);
  drawLines(
    sheet,
    { ...style, lines: [...style.lines, date] },
    { width: radius * 1.8, height: radius * 2 * style.ratio * 0.85 },
  );
}
