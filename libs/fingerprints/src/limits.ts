/** Every number the likeness rests on. A change of any of them that moves a hash needs a new algorithm number. */
export const algorithm = 2;

export const picture = {
  /** Short side of the picture the hashes are made from: 75 dpi of A4, lines of 12 pt are 14 pixels apart. */
  shortSide: 620,
  /** Cells in which the brightness of the paper is taken, and the share of pixels that are darker than paper. */
  paperCell: 20,
  paperShare: 0.8,
  /** Darkness below which a pixel is paper: noise of scanners and JPEG stays under it. */
  leastInk: 40,
  /** Edge left out: shadows and desk of a scan. Share of the side. */
  edge: 0.02,
  /** Skew that is looked for, degrees. */
  skewReach: 7,
  skewCoarse: 0.5,
  skewFine: 0.1,
  skewPoints: 12_000,
  /** Lines of print in one region, and the smoothing of the profile in shares of the distance of two lines. */
  linesPerRegion: 4,
  smoothing: 0.22,
  /** A line has at least this share of the ink of a usual line. */
  weakestLine: 0.12,
  /** Regions kept of one page: an A4 page of small print has 60 lines. */
  regionsPerPage: 72,
  pages: 60,
  /** Part of the ink that may lie outside of the frame of a region on each side: specks and ends of strokes do not move it. */
  outside: 0.015,
  /** Sampling of a region before its cosine transform. */
  gridWidth: 96,
  gridHeight: 24,
};

export const text = {
  /** Words of a shingle, and the sketch: 40 bands of 3 give 66 % at a likeness of 0.3 and 93 % at 0.4 (Broder 1997; Leskovec, Rajaraman, Ullman, ch. 3). */
  shingle: 2,
  bands: 40,
  rows: 3,
  tokens: 6_000,
  /** Fewer words say nothing: a stamp, a title. */
  leastTokens: 30,
};
