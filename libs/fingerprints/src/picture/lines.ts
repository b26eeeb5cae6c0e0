import { picture as limits } from '../limits.js';
import type { InkPicture } from './raster.js';

/** Middles of the lines of print, from top to bottom, in rows of the picture (fractions). */
export function linesOf(image: InkPicture): number[] {
  const profile = rowProfile(image);
  const pitch = pitchOf(profile);
  const smooth = smoothed(profile, limits.smoothing * pitch);
  const peaks: { at: number; height: number }[] = [];
  for (let y = 1; y < smooth.length - 1; y += 1) {
    const here = smooth[y]!;
    if (here > 0 && here >= smooth[y - 1]! && here > smooth[y + 1]!) peaks.push({ at: y + vertex(smooth, y), height: here });
  }
  const usual = peaks.map(({ height }) => height).sort((a, b) => a - b)[Math.floor(0.7 * peaks.length)] ?? 0;
  return peaks.filter(({ height }) => height > limits.weakestLine * usual).map(({ at }) => at);
}

/** Dark pixels per row; runs longer than a word are rules and frames and count as one letter. */
function rowProfile({ width, height, data }: InkPicture): Float64Array {
  const profile = new Float64Array(height);
  for (let y = 0; y < height; y += 1) {
    let run = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && data[y * width + x]! > 90) {
        run += 1;
        continue;
      }
      profile[y]! += Math.min(run, 12);
      run = 0;
    }
  }
  return profile;
}

/** Distance of two lines: the first strong maximum of the profile's autocorrelation, in rows. */
function pitchOf(profile: Float64Array): number {
  const mean = profile.reduce((sum, value) => sum + value, 0) / Math.max(1, profile.length);
  const centred = profile.map((value) => value - mean);
  const likeness = (lag: number): number => {
    let sum = 0;
    for (let y = lag; y < centred.length; y += 1) sum += centred[y]! * centred[y - lag]!;
    return sum;
  };
  const [shortest, longest] = [7, 40];
  let best = { lag: 14, value: 0 };
  for (let lag = shortest; lag <= longest; lag += 1) {
    const value = likeness(lag);
    // Twice the distance is nearly as good as the distance itself.
    if (value > likeness(lag - 1) && value >= likeness(lag + 1) && value > 1.15 * best.value) best = { lag, value };
  }
  return best.lag;
}

function smoothed(profile: Float64Array, sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return profile.map((_, y) => {
    let sum = 0;
    for (let i = -reach; i <= reach; i += 1) sum += (profile[y + i] ?? 0) * weights[i + reach]!;
    return sum / whole;
  });
}

/** Where between the rows the parabola through three values is highest. */
function vertex(values: Float64Array, y: number): number {
  const [before, here, after] = [values[y - 1]!, values[y]!, values[y + 1]!];
  const bend = before - 2 * here + after;
  return bend === 0 ? 0 : (before - after) / (2 * bend);
}
