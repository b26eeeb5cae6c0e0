/** Digits that halftones, faxes and copies of copies turn into each other, however often they are read. */
const alike = ['35', '38', '56', '58', '68', '06', '08', '17', '49'];

/** Whether two numbers or dates differ in one digit, and that is easily mistaken for the other. */
export function differByLikeDigits(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  const pairs = Array.from(a, (sign, at) => [sign, b[at]!].sort().join('')).filter(([one, other]) => one !== other);
  return pairs.length === 1 && alike.includes(pairs[0]!);
}
