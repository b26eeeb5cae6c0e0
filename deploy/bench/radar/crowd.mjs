// Very many papers as an index sees them: keys of made papers, partly kept as papers in a shared form keep them, partly new.

/** Shares of keys that two papers in one form have in common; measured among the made papers. */
const SHARED = { picture: 0.15, text: 0.3 };

/**
 * @param {import('@aigaq/fingerprints').Keys[]} made @param {number} count @param {import('../../scans/random.mjs').Random} random
 * @returns {Generator<import('@aigaq/fingerprints').Keys>}
 */
export function* crowd(made, count, random) {
  const other = (/** @type {Uint32Array} */ keys, /** @type {number} */ kept) => keys.map((key) => (random.chance(kept) ? key : random.integer(0, 0xffffffff)));
  for (let paper = 0; paper < count; paper += 1) {
    const { picture, text } = random.pick(made);
    yield { picture: other(picture, SHARED.picture), text: other(text, SHARED.text) };
  }
}
