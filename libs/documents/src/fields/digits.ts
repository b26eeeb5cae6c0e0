/** Digits that halftones, faxes and copies of copies turn into each other, however often they are read. */
const alike = ['35', '38', '56', '58', '68', '06', '08', '17', '49'];

/** Whether two numbers or dates differ, but only in digits that are mistaken for each other. */
export function differByLikeDigits(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  return Array.from(a).every((sign, at) => sign === b[at] || alike.includes([sign, b[at]!].sort().join('')));
}
