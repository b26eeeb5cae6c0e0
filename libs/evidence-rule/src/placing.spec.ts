import fc from 'fast-check';
import { type Grades, placePapers } from './placing.js';

describe('giving papers to slots', () => {
  it.each<[string, Grades, number[]]>([
    ['no slot', [], []],
    ['no paper', [[]], [-1]],
    ['a paper that does not fit', [[0]], [-1]],
    ['what comes first first', [[2], [2]], [0, -1]],
    ['moves a paper so that both are filled', [[2, 2], [2, 0]], [1, 0]],
    ['moves a paper of another slot along a chain', [[2, 2, 0], [0, 2, 2], [2, 0, 0]], [1, 2, 0]],
    ['well before with doubt', [[1, 2], [2, 0]], [1, 0]],
    ['with doubt where nothing better is', [[1]], [0]],
    ['does not take a well filled slot back for one with doubt', [[2], [1]], [0, -1]],
    ['moves what is well filled to another paper that fills it well', [[2, 2], [1, 0]], [1, 0]],
    ['never to one that fills it with doubt', [[2, 1], [1, 0]], [0, -1]],
    ['moves what is filled with doubt', [[1, 1], [1, 0]], [1, 0]],
  ])('%s', (_, grades, placed) => {
    expect(placePapers(grades)).toEqual(placed);
  });

  it('fills as many slots well as any other way would', () => {
    const grade = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
    const some = fc.integer({ min: 1, max: 4 }).chain((papers) => fc.array(fc.array(grade, { minLength: papers, maxLength: papers }), { maxLength: 4 }));
    const wells = (grades: Grades, placed: readonly number[]): number => placed.filter((paper, slot) => paper !== -1 && grades[slot]?.[paper] === 2).length;
    const most = (grades: Grades, slot: number, used: ReadonlySet<number>): number =>
      slot === grades.length
        ? 0
        : Math.max(
            most(grades, slot + 1, used),
            ...(grades[slot] ?? []).map((each, paper) => (each === 2 && !used.has(paper) ? 1 + most(grades, slot + 1, new Set([...used, paper])) : 0)),
          );
    fc.assert(
      fc.property(some, (grades) => {
        const placed = placePapers(grades);
        expect(wells(grades, placed)).toBe(most(grades, 0, new Set()));
        const used = placed.filter((paper) => paper !== -1);
        expect(new Set(used).size).toBe(used.length);
      }),
      { numRuns: 500 },
    );
  });
});
