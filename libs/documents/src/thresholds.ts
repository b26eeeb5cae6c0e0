/**
 * Every number the reading rests on, in one place. Lengths are millimetres of a page whose short side is 210 mm: scans often
 * carry a wrong physical size, so the page's own width is the only ruler. Origin: tuned on the 44 generated training papers
 * unless a line says otherwise; to be checked again on real scans.
 */
export const limits = {
  bytes: 50 * 1024 * 1024,
  pages: 300,
  pixels: 100_000_000,
  /** One stream of a PDF, unpacked: a little more than an A4 page in colour at 600 dpi. */
  unfoldedBytes: 160 * 1024 * 1024,
};

export const page = {
  /** 150 dpi of A4: character error as low as at 300 dpi, a little over half of the time. */
  shortSidePixels: 1240,
  shortSideMm: 210,
  lightCell: 12,
  lightPercentile: 0.8,
  lightReach: 3,
  blankDark: 128,
  blankShare: 0.0012,
  /** A pale page has many cells a little darker than paper; bleed-through stays above. */
  paleDark: 222,
  paleShare: 0.01,
  skewLimit: 5,
  skewStep: 0.1,
  /** Below, straightening would blur more than it mends. */
  skewIgnored: 0.12,
  poorContrast: 75,
  poorConfidentShare: 0.8,
  poorWords: 25,
  confidentWord: 60,
};

export const words = {
  /** Confidence under which a word is noise. */
  least: 8,
  cellGapMm: 6,
  /** A text layer is used only when it is Russian or Kazakh: letters and common short words. */
  layerLetterShare: 0.6,
  layerCommonShare: 0.02,
  layerWords: 20,
  /** A page covered by one picture is a scan, whatever text was put behind it. */
  scanCover: 0.6,
};

export const ink = {
  dark: 176,
  colour: 17,
  ruleMm: 8,
  ruleThickMm: 0.9,
  sureWord: 62,
  tallWord: 1.75,
  gapMm: 0.34,
  fill: 0.55,
  colourSpan: [4, 1.8] as const,
  colourArea: 3.2,
  blackSpan: [5.5, 2.4] as const,
  blackArea: 4.2,
  insideSpan: [5, 2] as const,
  insideArea: 3.5,
  insideDarker: 0.17,
  ringPercentile: 0.15,
  /**
   * Scores between `doubtful` and `signed` go to a person. Black ink alone needs much more than coloured ink: print that was not
   * read reached 2.0, real signatures in black 8 to 24.
   */
  doubtful: 0.55,
  signed: 1,
  signedBlack: 3,
};

export const stamp = {
  radiusMm: [16.5, 23.5] as const,
  sectors: 120,
  colourAccept: 0.42,
  blackAccept: 0.58,
  weak: 0.36,
  points: 7000,
  outsideWeight: 0.6,
  innerWeight: 0.3,
};

export const zone = {
  approvalLeft: 42,
  approvalAbove: 15,
  approvalBelow: 9,
  endAbove: 15,
  endBelow: 12,
  /** How far below its heading an approval block may reach. */
  approvalReach: 62,
};

export const electronic = {
  marginMm: 16,
  /** Ink in the strip that makes reading it worthwhile (share of dark pixels). */
  marginInk: 0.002,
  symbols: 64,
};

export const slash = {
  heightMm: 3.4,
  slant: [0.15, 0.95] as const,
  fill: 0.4,
};

/** Grey levels that become black and white before a place is read again. */
export const secondReading = {
  black: 50,
  white: 200,
};
