/** @param {string | null | undefined} text */
const plain = (text) => (text ?? '').toLowerCase().replaceAll('ё', 'е').replace(/[«»"“”„'’]/g, '').replace(/\s+/g, ' ').trim();

/** How many letters differ. @param {string} a @param {string} b */
export function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** @param {string | null | undefined} name */
function partsOf(name) {
  const words = plain(name).replace(/[.,]/g, ' ').split(' ').filter(Boolean);
  return { surname: words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length)[0] ?? '', initials: words.filter((word) => word.length <= 2).join('') };
}

/** The same person as far as surname and first initial go. @param {string | null | undefined} a @param {string | null | undefined} b */
export function sameName(a, b) {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (!one.surname || !other.surname || distance(one.surname, other.surname) > (one.surname.length > 5 ? 1 : 0)) return false;
  return !one.initials || !other.initials || one.initials[0] === other.initials[0];
}

/** @param {string | null | undefined} number */
const folded = (number) => plain(number).replace(/[\s№n°]/g, '').replace(/[–—_]/g, '-').replace(/[oө]/g, 'о').replaceAll('h', 'н').replaceAll('қ', 'к');

/** @param {string | null | undefined} a @param {string | null | undefined} b */
export const sameNumber = (a, b) => folded(a) === folded(b);

/** Shared area in shares of the area of both. @param {number[] | null | undefined} a @param {number[] | null | undefined} b */
export function overlap(a, b) {
  if (!a || !b) return 0;
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = a;
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = b;
  const shared = Math.max(0, Math.min(ax1, bx1) - Math.max(ax0, bx0)) * Math.max(0, Math.min(ay1, by1) - Math.max(ay0, by0));
  return shared / ((ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - shared || 1);
}

/** Boxes that meet, or nearly: within two hundredths of the page. @param {number[] | null | undefined} a @param {number[] | null | undefined} b */
export function boxesTouch(a, b) {
  if (!a || !b) return false;
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = a;
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = b;
  return Math.min(ax1, bx1) > Math.max(ax0, bx0) - 0.02 && Math.min(ay1, by1) > Math.max(ay0, by0) - 0.02;
}
