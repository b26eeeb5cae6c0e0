/** How a slot may be filled by a paper: 2 = well, 1 = with doubt, 0 = not at all. */
export type Grades = readonly (readonly (0 | 1 | 2)[])[];

/**
 * Gives each slot at most one paper, each paper to at most one slot: first as many slots as can be filled well, then as many of the others as
 * can be filled with doubt, never taking a well filled slot back. Slots that come first go before the others.
 * @param grades by slot and paper
 * @returns by slot: the place of its paper, -1 = none
 */
export function placePapers(grades: Grades): number[] {
  const placed = grades.map(() => -1);
  const isWell = grades.map(() => false);
  for (const slot of grades.keys()) {
    isWell[slot] = fill(slot, { grades, placed, least: (each) => (each === slot || isWell[each] ? 2 : 3) });
  }
  for (const slot of grades.keys()) {
    if (!isWell[slot]) {
      fill(slot, { grades, placed, least: (each) => (isWell[each] ? 2 : 1) });
    }
  }
  return placed;
}

interface Placing {
  grades: Grades;
  placed: number[];
  /** The least grade that the slot takes. */
  least: (slot: number) => number;
}

/** Looks for a paper, moving the papers of other slots where they have another choice (augmenting path). */
function fill(slot: number, placing: Placing, seen = new Set<number>()): boolean {
  const { grades, placed, least } = placing;
  for (const [paper, grade] of (grades[slot] ?? []).entries()) {
    if (grade >= least(slot) && !seen.has(paper)) {
      seen.add(paper);
      const holder = placed.indexOf(paper);
      if (holder === -1 || fill(holder, placing, seen)) {
        placed[slot] = paper;
        return true;
      }
    }
  }
  return false;
}
