/** The printed page number on a line that holds nothing else: "2", "- 2 -"; null when it is something else. */
export function pageNumberOn(line: string): number | null {
  const match = /^[-–—\s.]*(\d{1,3})[-–—\s.]*$/u.exec(line.trim());
  return match === null ? null : Number(match[1]);
}

/** Numbers missing between printed page numbers, e.g. 1, 2, 4 miss 3. Unread numbers (null) are filled in by position. */
export function missingNumbers(printed: readonly (number | null)[]): number[] {
  const missing: number[] = [];
  let expected = 1;
  for (const number of printed) {
    if (number !== null && number > expected && number - expected <= 20) {
      for (let gap = expected; gap < number; gap += 1) missing.push(gap);
      expected = number;
    }
    expected += 1;
  }
  return missing;
}
