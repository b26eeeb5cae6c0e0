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
  /** A pale page has many cells a little darker than paper, and so much darker than what is beside them; bleed-through stays above. */
  paleDark: 222,
  paleEdge: 8,
  paleShare: 0.01,
  skewLimit: 5,
  skewStep: 0.1,
  /** Below, straightening would blur more than it mends. */
  skewIgnored: 0.12,
  poorContrast: 75,
  poorConfidentShare: 0.72,
  poorWords: 25,
  confidentWord: 60,
  /** What nearly empty paper must have to be no empty page. */
  wordLetters: 4,
  /** Edge of the page where punched holes and shadows of a spine lie, as a share of its width. */
  edge: 0.1,
  /** A page makes sense when this share of its longer words is sure, and it has at least so many. */
  senseShare: 0.6,
  senseWords: 8,
  /** Part of the page's height that is read all four ways, and how many more sure letters another way must have. */
  probeShare: 0.15,
  turnedMore: 1.5,
  turnedLetters: 15,
};

/** A sheet photographed on a desk. */
export const sheet = {
  /** Cells along the short side of the picture. */
  coarse: 160,
  /** Paper begins at this share of the way from the desk's tone to the bright tone. */
  paperShare: 0.35,
  /** So much of the picture's edge is desk, and the desk's tone is so far below the bright tone. */
  darkEdge: 0.5,
  deskShare: 0.7,
  /** Long to short side. */
  proportion: [1.3, 1.53] as const,
  /** Part of the picture that the sheet fills, and how far its area may be from that between its four corners. */
  leastShare: 0.25,
  cornered: 0.1,
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
  pale: 214,
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
  paleSpan: [4, 1.4] as const,
  paleArea: 1.2,
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
  /** How far above its limit a circle must be when the network saw no stamp there. */
  aloneExcess: 0.12,
  /** Sides of what the network calls a stamp and what is a round one. */
  sideMm: [22, 60] as const,
  longest: 1.4,
  /** How much darker than paper a stamp is, and one that may only show through; how much of a ring they show. */
  inkDepth: 22,
  ring: 0.34,
  ghostDepth: 9,
  weakRing: 0.28,
};

/** Of the network that finds marks; origin of the scores: `deploy/marks`. */
export const detector = {
  /** 120 dpi of A4. */
  longSide: 1404,
  least: 0.1,
  signature: 0.4,
  signatureInPrint: 0.5,
  signatureInStamp: 0.22,
  /**
   * At a block: what the network must have seen to confirm the one that is asked about the block, and for a question to a
   * person. A stamp makes what lies under it weaker.
   */
  outside: { confirms: 0.3, doubtful: 0.15 },
  inStamp: { confirms: 0.2, doubtful: 0.12 },
  stamp: 0.35,
  qr: 0.5,
  /** A page with more than so many weak places has print too small for the network. */
  weak: [0.2, 0.45] as const,
  weakOnPage: 4,
  inStampShare: 0.3,
  /** An emblem in the head of a letter: in this part of the page's height, so near to its middle, so wide at most. */
  emblem: { top: 0.2, offMiddle: 0.08, width: 0.1, longest: 1.6 },
  /** A weak find as large as its stamp is the stamp's own drawing; one in a rectangular stamp is what is filled in there. */
  stampItself: { share: 0.5, below: 0.45 },
  filledIn: { longest: 1.3, below: 0.3 },
  /** Share of a signature that lies in the zone of a block. */
  inZoneShare: 0.5,
  /** Overlap at which two places are one: share of their union, share of the smaller. */
  apart: {
    signature: { union: 0.4, contained: 0.75 },
    stamp: { union: 0.3, contained: 0.6 },
    qr: { union: 0.3, contained: 0.6 },
    own: { union: 0.4, contained: 0.75 },
    for: { union: 0.4, contained: 0.75 },
  },
};

/** Of the network that is asked about one block; origin of the scores: `deploy/marks`. */
export const blockNetwork = {
  /** What it sees around the block, width and height in millimetres; the same as in training. */
  window: { approval: [124, 64], end: [192, 48], agreement: [192, 48] } as const,
  /** How far left of the block's middle that of the window is: people write «за» there. */
  leftMm: 7,
  /** It is asked several times, its window moved by so many of its pixels; its scores stay so far from 0 and 1. */
  looks: [[0, 0], [14, 6], [-14, -6]] as const,
  floor: 0.01,
  /**
   * Signed without another witness, with measured ink, with a find of the other network (which was its teacher and errs alike), and
   * a question to a person.
   */
  alone: 0.5,
  withInk: 0.42,
  withMark: 0.45,
  doubtful: 0.17,
  /**
   * What lies in the very middle of a stamp, so near to it in radii, and is seen by no other network may be the stamp's own drawing:
   * surely when it is as wide as high. What it then takes to be a signature.
   */
  drawing: { near: 0.2, longest: 1.35, round: 0.9, wide: 0.6 },
  /** A stroke or «за» before the position: alone, and where such a stroke was measured. */
  for: { alone: 0.5, withStroke: 0.3 },
};

export const zone = {
  /** Upper part of the first page in which approvals stand. */
  approvalShare: 0.33,
  /** Share of the page's width from which on a name stands at the right of its position. */
  rightFrom: 0.45,
  approvalLeft: 42,
  approvalAbove: 15,
  approvalBelow: 9,
  endAbove: 15,
  endBelow: 12,
  /** How far from a block a signature that belongs to none may still be its own. */
  strayReach: 25,
  /** A name below its position: the line to sign on, and the room for a signature where there is none. */
  signLine: 15,
  stackedWidth: 75,
  /** How far below its heading an approval block may reach, and how wide its lines may be. */
  approvalReach: 62,
  approvalWidth: 95,
};

export const electronic = {
  marginMm: 19,
  /** The line is tiny, and pale on many copies. */
  marginDark: 220,
  /** Inked rows of a column of pixels; white between columns of print; how wide and how long the line is. */
  marginRows: 10,
  marginGapMm: 0.3,
  marginLineMm: [1, 9] as const,
  marginLongMm: 40,
  /** White between its words at most, and the longest piece of it without more. */
  marginWordGapMm: 2,
  marginStretchMm: 20,
  /** Share of it that is ink at most: more is the edge of a lid or a spine. */
  marginFill: 0.5,
  symbols: 64,
  /** Overlap, of the smaller, at which two finds are one code. */
  sameCode: 0.3,
};

export const slash = {
  heightMm: 3.4,
  slant: [0.15, 0.95] as const,
  fill: 0.4,
  /** «за» by hand: how far left of the position, the height of its letters, how wide they are together. */
  leftMm: 14,
  letterMm: [1.8, 9] as const,
  letterFill: 0.55,
  wordMm: 3,
};

/** A place that is read again: twice as fine, its greys stretched so that `black` becomes 0 and `white` 255. */
export const secondReading = {
  finer: 2,
  fading: { faded: 1.5, softened: 0.8, kept: 0 },
  greys: { faded: { black: 50, white: 200 }, softened: { black: 40, white: 160 }, kept: { black: 30, white: 125 } },
};
