/** What is written around a page number, in Russian and Kazakh: "стр. 4 из 6", "4-бет", "2 бет / стр. 2". */
const besideNumber = /(?<!\p{L})(страниц[аы]|стр|с|лист|л|бет[іи]?|парақ|из|page)(?!\p{L})|[-–—/\s.,№]/giu;

/** The printed page number on a line that holds nothing else; null when it is something else. */
export function pageNumberOn(line: string): number | null {
  const numbers = line.match(/\d+/gu) ?? [];
  if (!isBesideNumber(line) || numbers.length > 2 || numbers.some((digits) => digits.length > 3)) return null;
  const [first, second] = numbers.map(Number);
  if (first === undefined) return null;
  return second === undefined || second === first || (second > first && isOfHowMany(line)) ? first : null;
}

/** One letter more is what recognition makes of a speck, where words say that it is a page. */
function isBesideNumber(line: string): boolean {
  const rest = line.replace(/\d+/gu, '').replace(besideNumber, '');
  return rest === '' || (rest.length === 1 && /\p{L}{2}/u.test(line));
}

/** "4 из 6", "4/6": which page of how many. */
function isOfHowMany(line: string): boolean {
  return /\d\s*(\/|из)\s*\d/iu.test(line);
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
