import type { Box } from '../document.js';
import { noSignature, type BlockSignature } from './block-signature.js';
import { withoutShared } from './shared-signature.js';

const seen = (score: number, box: Box): BlockSignature => ({ own: { score, box }, for: noSignature.for });
const [upper, lower]: Box[] = [[100, 700, 900, 740], [100, 760, 900, 780]];

describe('a signature between two blocks', () => {
  it('signs the nearer one only, also when the other is surer of it', () => {
    const marks = [seen(0.95, [600, 745, 800, 800]), seen(0.7, [605, 747, 810, 802])];
    expect(withoutShared(marks, [upper!, lower!])).toEqual([noSignature, marks[1]]);
  });

  it('is told from the one beside it', () => {
    const marks = [seen(0.9, [600, 690, 800, 745]), seen(0.9, [600, 740, 800, 795])];
    expect(withoutShared(marks, [upper!, lower!])).toEqual(marks);
  });
});
