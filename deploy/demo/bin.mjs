/** Weights of the control digit of a BIN/IIN: the first pass, and the second for the case that the first gives 10. */
const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** @param {number[]} digits @param {number[]} weights */
const remainder = (digits, weights) => digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0) % 11;

/** The control digit of eleven digits, or null: such a number is never issued (both passes give 10). @param {string} eleven */
export function controlDigit(eleven) {
  const digits = [...eleven].map(Number);
  const first = remainder(digits, FIRST);
  const digit = first === 10 ? remainder(digits, SECOND) : first;
  return digit === 10 ? null : digit;
}

/**
 * A BIN: year and month of registration (4), kind of entity (4 = resident legal entity), sign (0 = head unit),
 * serial number (5), control digit. Serial numbers from 90000 keep the fictional entities away from registered ones.
 * @param {number} seed
 */
export function fictionalBin(seed) {
  const year = String(98 + (seed * 7) % 25).slice(-2).padStart(2, '0');
  const month = String(1 + (seed * 5) % 12).padStart(2, '0');
  for (let serial = 90000 + seed * 37; ; serial += 1) {
    const eleven = `${year}${month}40${serial}`;
    const digit = controlDigit(eleven);
    if (digit !== null) {
      return `${eleven}${digit}`;
    }
  }
}
