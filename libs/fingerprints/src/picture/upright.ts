import { picture as limits } from '../limits.js';
import { quarterTurn, turnBack, type InkPicture } from './raster.js';

interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays the lines of print across the page and straightens them, by the sharpness of the profile of rows (Postl 1986). Which of the
 * two ways is up stays open: hashes of a page that stands on its head are found by `turnedOver`.
 */
export function layUpright(image: InkPicture): InkPicture {
  const points = darkPoints(image);
  const across = bestAngle(points);
  const down = bestAngle({ xs: points.ys, ys: points.xs.map((x) => image.width - 1 - x), width: image.height, height: image.width });
  const isSideways = banding(down.rows) > 1.2 * banding(across.rows);
  return isSideways ? turnBack(quarterTurn(image), down.angle) : turnBack(image, across.angle);
}

/** Longer runs are rules, frames and seals, not letters. */
const LONGEST_RUN = 14;

/** Dark pixels of letters, thinned to a bounded number. */
function darkPoints({ width, height, data }: InkPicture): Points {
  const places: number[] = [];
  for (let at = 0, run = 0; at < data.length; at += 1) {
    run = data[at]! > 100 ? run + 1 : 0;
    if (run > 0 && run <= LONGEST_RUN) places.push(at);
    if (run === LONGEST_RUN + 1) places.length -= LONGEST_RUN;
  }
  const every = Math.max(1, places.length / limits.skewPoints);
  const count = Math.floor(places.length / every);
  const [xs, ys] = [new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < count; i += 1) {
    const place = places[Math.floor(i * every)]!;
    xs[i] = place % width;
    ys[i] = Math.floor(place / width);
  }
  return { xs, ys, width, height };
}

interface Read {
  readonly angle: number;
  readonly rows: Int32Array;
  readonly sharpness: number;
}

function bestAngle(points: Points): Read {
  let best = readAlong(points, 0);
  const seek = (from: number, to: number, step: number): void => {
    for (let angle = from; angle <= to + 1e-6; angle += step) {
      const read = readAlong(points, angle);
      if (read.sharpness > best.sharpness) best = read;
    }
  };
  seek(-limits.skewReach, limits.skewReach, limits.skewCoarse);
  seek(best.angle - limits.skewCoarse, best.angle + limits.skewCoarse, limits.skewFine);
  return best;
}

function readAlong({ xs, ys, width, height }: Points, angle: number): Read {
  const slope = Math.tan((angle * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * width) + 2;
  const rows = new Int32Array(height + 2 * reach);
  for (let i = 0; i < xs.length; i += 1) rows[(ys[i]! - xs[i]! * slope + reach + 0.5) | 0]! += 1;
  let sharpness = 0;
  for (let i = 1; i < rows.length; i += 1) sharpness += (rows[i]! - rows[i - 1]!) ** 2;
  return { angle, rows, sharpness };
}

/** Rows that make a band: the height of small letters. Single strokes, which stand as sharp across the lines as along them, vanish in it. */
const BAND = 5;

/** How strongly the profile goes up and down at the distance of lines of print. */
function banding(rows: Int32Array): number {
  let [sum, upper] = [0, 0];
  let lower = rows.subarray(0, BAND).reduce((whole, count) => whole + count, 0);
  for (let i = 0; i + BAND < rows.length; i += 1) {
    upper += rows[i]! - (rows[i - BAND] ?? 0);
    lower += rows[i + BAND]! - rows[i]!;
    sum += (upper - lower) ** 2;
  }
  return sum;
}
