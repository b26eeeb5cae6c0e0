import { algorithm, picture } from './limits.js';
import type { GreyPicture } from './picture/raster.js';
import { regionHashes } from './picture/regions.js';
import { type Tokens, tokensOf } from './text/tokens.js';

/** One page of a paper as it was read. */
export interface PaperPage {
  /** Grey, any size and way up; 1240 pixels of short side (150 dpi) are more than enough. */
  readonly picture: GreyPicture;
  /** Words in reading order; empty when none were read. */
  readonly words: readonly string[];
}

/** What is kept of a paper to know it again; about 2 KB for two pages. */
export interface Fingerprint {
  /** Fingerprints of different algorithm numbers cannot be compared but by their SHA-256. */
  readonly algorithm: number;
  /** Hex. */
  readonly sha256: string;
  /** Hashes of the regions of each page, 40 bytes each, from top to bottom. */
  readonly pages: readonly Uint8Array[];
  readonly text: Tokens;
}

/** The fingerprint of a paper: same pages, same bytes. A paper that could not be opened has no pages and is known by its SHA-256 alone. */
export function fingerprintOf(sha256: string, pages: readonly PaperPage[]): Fingerprint {
  return {
    algorithm,
    sha256,
    pages: pages.slice(0, picture.pages).map((page) => regionHashes(page.picture)),
    text: tokensOf(pages.flatMap(({ words }) => words)),
  };
}
