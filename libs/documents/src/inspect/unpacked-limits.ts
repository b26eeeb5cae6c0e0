/** How far a file may grow when it is unpacked; `limits` of thresholds.ts hold for the file as it came. */
export const unpacked = {
  /** Parts of a text document or a table; large ones have some hundred. */
  entries: 3_000,
  /** All parts together. */
  bytes: 300 * 1024 * 1024,
  /** One XML part: text of some thousand pages. */
  xmlBytes: 60 * 1024 * 1024,
  /** Object streams of a PDF together: the bare structure of some hundred pages. */
  objectBytes: 64 * 1024 * 1024,
  /** Pixels of all pages of a file together. */
  pixels: 2_000_000_000,
};
