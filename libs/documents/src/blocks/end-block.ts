import type { Box } from '../document.js';
import { unite } from '../pages/geometry.js';
import type { Cell } from '../words/word.js';
import { positionText } from './approval.js';
import type { Block } from './block.js';
import type { PlacedName } from './names-on-page.js';

/** A block at the end of a paper, once its name, its position and the room for its signature are known. */
export function endBlock(name: PlacedName, position: readonly Cell[], box: Box, zone: Box): Block {
  return {
    role: 'end',
    position: positionText(position),
    name: name.name,
    nameText: name.text,
    box,
    nameBox: name.box,
    positionBox: position.length === 0 ? null : unite(position.map((cell) => cell.box)),
    zone,
    words: [...position.flatMap((cell) => cell.words), ...name.words],
    dateText: null,
    dateBox: null,
  };
}
