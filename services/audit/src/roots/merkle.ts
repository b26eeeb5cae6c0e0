import { createHash } from 'node:crypto';
import { GENESIS } from '../records/record.js';

/** From a leaf to the root: on which side the other hash stands at each step. */
export type Path = [side: 'left' | 'right', hash: string][];

// Leaves and nodes are hashed differently, so that a node can never pass for a record (RFC 6962).
const leaf = (hash: string): string => digest(0, hash);
const node = (left: string, right: string): string => digest(1, left + right);

function digest(kind: number, hex: string): string {
  return createHash('sha256').update(Buffer.from([kind])).update(Buffer.from(hex, 'hex')).digest('hex');
}

/** One hash for all of them in their order; of none it is the hash in which chains begin. */
export function treeOf(hashes: readonly string[]): string {
  return levelsOf(hashes).at(-1)?.[0] ?? GENESIS;
}

/** What proves that the hash at this place is in the tree. */
export function pathOf(hashes: readonly string[], place: number): Path {
  const path: Path = [];
  let at = place;
  for (const level of levelsOf(hashes).slice(0, -1)) {
    const isRight = at % 2 === 1;
    const other = level[isRight ? at - 1 : at + 1];
    // The last of an odd number goes up as it is.
    if (other !== undefined) {
      path.push([isRight ? 'left' : 'right', other]);
    }
    at = Math.floor(at / 2);
  }
  return path;
}

export function isInTree(hash: string, path: Path, tree: string): boolean {
  return path.reduce((below, [side, other]) => (side === 'left' ? node(other, below) : node(below, other)), leaf(hash)) === tree;
}

function levelsOf(hashes: readonly string[]): string[][] {
  const levels = hashes.length === 0 ? [] : [hashes.map(leaf)];
  for (let level = levels[0]; level && level.length > 1; ) {
    const below = level;
    level = Array.from({ length: Math.ceil(below.length / 2) }, (_, place) => {
      const [left, right] = [below[2 * place] ?? '', below[2 * place + 1]];
      return right === undefined ? left : node(left, right);
    });
    levels.push(level);
  }
  return levels;
}
