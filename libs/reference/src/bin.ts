// Control digit of a BIN or IIN: two passes of weights, the second only when the first gives 10.
const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * Whether the text is a business identification number with a right control digit: YYMM of registration, kind of entity
 * (4 resident, 5 non-resident, 6 individual entrepreneur), sign 0-3, five digits of a serial number, control digit.
 */
export function isValidBin(text: string): boolean {
  if (!/^\d{2}(0[1-9]|1[0-2])[456][0-3]\d{6}$/.test(text)) {
    return false;
  }
  const digits = Array.from(text, Number);
  const first = weighted(digits, FIRST_WEIGHTS);
  return digits[11] === (first === 10 ? weighted(digits, SECOND_WEIGHTS) : first);
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;
}
