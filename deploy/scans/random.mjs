/**
 * @typedef {object} Random
 * @property {(from: number, to: number) => number} real
 * @property {(from: number, to: number) => number} integer both ends included
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(probability: number) => boolean} chance
 * @property {<T>(pairs: readonly (readonly [T, number])[]) => T} weighted value with its weight
 * @property {<T>(list: readonly T[]) => T[]} shuffle
 * @property {(mean: number, deviation: number) => number} normal
 * @property {(name: string) => Random} fork an independent stream that does not depend on what was drawn before
 */

/** @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @param {number} seed */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The same seed gives the same draws on every machine.
 * @param {number | string} seed
 * @returns {Random}
 */
export function randomOf(seed) {
  const next = mulberry(hashOf(String(seed)));
  const integer = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1));
  return {
    real: (from, to) => from + next() * (to - from),
    integer,
    pick: (list) => chosen(list, Math.floor(next() * list.length)),
    chance: (probability) => next() < probability,
    weighted(pairs) {
      let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of pairs) if ((left -= weight) < 0) return value;
      return chosen(pairs, pairs.length - 1)[0];
    },
    shuffle(list) {
      const all = [...list];
      for (let i = all.length - 1; i > 0; i -= 1) {
        const j = integer(0, i);
        [all[i], all[j]] = [chosen(all, j), chosen(all, i)];
      }
      return all;
    },
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => randomOf(`${seed}/${name}`),
  };
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @returns {T}
 */
function chosen(list, index) {
  if (index >= list.length) throw new Error('Nothing to choose from');
  return /** @type {T} */ (list[index]);
}
