import fc from 'fast-check';
import { GENESIS } from '../records/record.js';
import { isInTree, pathOf, treeOf } from './merkle.js';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const hashes = fc.uniqueArray(hash, { minLength: 1, maxLength: 40 });

describe('the tree of a day', () => {
  it('of no record is the hash in which chains begin', () => expect(treeOf([])).toBe(GENESIS));

  it('proves each of its records', () => {
    fc.assert(fc.property(hashes, (leaves) => leaves.every((leaf, place) => isInTree(leaf, pathOf(leaves, place), treeOf(leaves)))));
  });

  it('proves no other', () => {
    fc.assert(fc.property(hashes, hash, (leaves, stranger) => leaves.includes(stranger) || !leaves.some((_, place) => isInTree(stranger, pathOf(leaves, place), treeOf(leaves)))));
  });

  it('is another when two records change places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 2, maxLength: 40 }), fc.nat(), (leaves, at) => {
        const place = at % (leaves.length - 1);
        const swapped = leaves.with(place, leaves[place + 1] ?? '').with(place + 1, leaves[place] ?? '');
        return treeOf(swapped) !== treeOf(leaves);
      }),
    );
  });

  it('does not take a node for a record', () => {
    const leaves = ['aa'.repeat(32), 'bb'.repeat(32), 'cc'.repeat(32)];
    const [[, sibling]] = pathOf(leaves, 2) as [[string, string]];
    expect(isInTree(sibling, [], treeOf(leaves.slice(0, 2)))).toBe(false);
  });
});
