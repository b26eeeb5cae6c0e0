import { randomInt } from 'node:crypto';

// Letters and digits that are not taken for each other when a password is read out: no O and 0, no l, I and 1.
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const LENGTH = 16;

/** Satisfies the policy of the realm (deploy/keycloak): ten or more characters, an upper-case and a lower-case letter and a digit. */
export function makeTemporaryPassword(): string {
  const all = UPPER + LOWER + DIGITS;
  const letters = [pick(UPPER), pick(LOWER), pick(DIGITS), ...Array.from({ length: LENGTH - 3 }, () => pick(all))];
  for (let last = letters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [letters[last], letters[other]] = [letters[other] ?? '', letters[last] ?? ''];
  }
  return letters.join('');
}

const pick = (from: string): string => from.charAt(randomInt(from.length));
