/** @typedef {import('./pen.mjs').Context} Context */

/**
 * A sun with rays over an arc, around (0, 0).
 * @param {Context} sheet
 * @param {number} radius
 * @param {number} [rays]
 */
export function drawRayedSun(sheet, radius, rays = 24) {
  sheet.lineWidth = Math.max(0.8, radius * 0.05);
  sheet.beginPath();
  sheet.arc(0, 0, radius * 0.34, 0, 2 * Math.PI);
  for (let i = 0; i < rays; i += 1) {
    const angle = (i / rays) * 2 * Math.PI;
    sheet.moveTo(Math.cos(angle) * radius * 0.42, Math.sin(angle) * radius * 0.42);
    sheet.lineTo(Math.cos(angle) * radius * (i % 2 ? 0.62 : 0.74), Math.sin(angle) * radius * (i % 2 ? 0.62 : 0.74));
  }
  sheet.stroke();
  sheet.lineWidth = Math.max(1, radius * 0.1);
  sheet.beginPath();
  sheet.arc(0, -radius * 0.1, radius * 0.9, 0.35, Math.PI - 0.35);
  sheet.stroke();
}

/**
 * @param {Context} sheet
 * @param {number} radius
 */
export function drawStar(sheet, radius) {
  sheet.beginPath();
  for (let i = 0; i < 10; i += 1) {
    const [angle, reach] = [(i / 10) * 2 * Math.PI, i % 2 ? radius * 0.4 : radius];
    sheet.lineTo(Math.sin(angle) * reach, -Math.cos(angle) * reach);
  }
  sheet.closePath();
  sheet.lineWidth = Math.max(1, radius * 0.06);
  sheet.stroke();
}

/**
 * The crown of a yurt: a ring with crossed bars.
 * @param {Context} sheet
 * @param {number} radius
 */
export function drawDome(sheet, radius) {
  sheet.lineWidth = Math.max(0.8, radius * 0.05);
  sheet.beginPath();
  sheet.arc(0, 0, radius * 0.6, 0, 2 * Math.PI);
  for (const offset of [-0.16, 0, 0.16]) {
    for (const angle of [0.785, -0.785]) {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      sheet.moveTo(-dx * radius * 0.58 - dy * radius * offset, -dy * radius * 0.58 + dx * radius * offset);
      sheet.lineTo(dx * radius * 0.58 - dy * radius * offset, dy * radius * 0.58 + dx * radius * offset);
    }
  }
  sheet.stroke();
  sheet.beginPath();
  sheet.arc(0, 0, radius * 0.85, 0, 2 * Math.PI);
  sheet.setLineDash([radius * 0.12, radius * 0.1]);
  sheet.stroke();
  sheet.setLineDash([]);
}

/**
 * @param {Context} sheet
 * @param {number} radius
 */
export function drawWings(sheet, radius) {
  drawStarAt(sheet, -radius * 0.55, radius * 0.22);
  sheet.lineWidth = Math.max(0.8, radius * 0.06);
  sheet.beginPath();
  for (const side of [-1, 1]) {
    for (const drop of [0, 0.2, 0.4]) {
      sheet.moveTo(0, radius * (0.1 + drop));
      sheet.quadraticCurveTo(
        side * radius * 0.5,
        radius * (drop + 0.35),
        side * radius * (0.9 - drop * 0.4),
        radius * (drop - 0.35),
      );
    }
  }
  sheet.arc(0, 0, radius * 0.28, 0, 2 * Math.PI);
  sheet.stroke();
}

/**
 * @param {Context} sheet
 * @param {number} y
 * @param {number} radius
 */
function drawStarAt(sheet, y, radius) {
  sheet.save();
  sheet.translate(0, y);
  drawStar(sheet, radius);
  sheet.restore();
}
