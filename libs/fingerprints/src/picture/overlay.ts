import { REGION_BYTES, distance, turnedOver } from './cosine-hash.js';

/** How much of one paper is seen on another. */
export interface Overlay {
  /** Share of the regions of the smaller paper that the other shows at the same place of the same page. */
  readonly share: number;
  /** Regions of the smaller paper. */
  readonly regions: number;
  /** Bits (0 - 256) in which such regions differ, the median: 25 to 51 in a paper scanned again, 55 and more in a form with other figures. */
  readonly bits: number;
  readonly isTurned: boolean;
}

/** Bits of 256 in which a region may differ from itself scanned again; strange ones differ in 100 to 150. */
const SAME = 72;
/** A region may be so many lines off its place: a line may be lost under a stamp. */
const OFF = 3;

/** Lays the pages of the smaller paper on those of the other, each on the one that fits best, also turned over. */
export function overlayOf(pages: readonly Uint8Array[], others: readonly Uint8Array[]): Overlay {
  const [small, large] = sizeOf(pages) <= sizeOf(others) ? [pages, others] : [others, pages];
  const regions = sizeOf(small);
  const upright = matched(small, large);
  const turned = upright.length < 0.5 * regions ? matched(small.map(turnedOver), large) : [];
  const isTurned = turned.length > upright.length;
  const best = (isTurned ? turned : upright).sort((a, b) => a - b);
  return { share: regions === 0 ? 0 : best.length / regions, regions, bits: best[best.length >> 1] ?? 256, isTurned };
}

function sizeOf(pages: readonly Uint8Array[]): number {
  return pages.reduce((sum, page) => sum + page.length / REGION_BYTES, 0);
}

/** Bits in which each region that is found differs. */
function matched(small: readonly Uint8Array[], large: readonly Uint8Array[]): number[] {
  return small.flatMap((page) =>
    large.reduce<number[]>((best, other) => {
      const found = matchedOn(page, other);
      return found.length > best.length ? found : best;
    }, []),
  );
}

/** Regions of a page that are on another page, in the same order and without jumps. */
function matchedOn(page: Uint8Array, other: Uint8Array): number[] {
  const found: { offset: number; bits: number }[] = [];
  const [count, others] = [page.length / REGION_BYTES, other.length / REGION_BYTES];
  for (let a = 0; a < count; a += 1) {
    let best = { at: -1, bits: SAME + 1 };
    for (let b = 0; b < others; b += 1) {
      const bits = distance(page, a, other, b);
      if (bits < best.bits) best = { at: b, bits };
    }
    if (best.at >= 0) found.push({ offset: best.at - a, bits: best.bits });
  }
  const middle = found.map(({ offset }) => offset).sort((one, another) => one - another)[found.length >> 1] ?? 0;
  return found.filter(({ offset }) => Math.abs(offset - middle) <= OFF).map(({ bits }) => bits);
}
