import type { Seen } from '../marks/block-signature.js';
import type { MarkEvidence } from '../marks/mark-at-block.js';
import { blockNetwork as block, detector, ink as limits } from '../thresholds.js';
import type { InkEvidence } from './signature.js';

/**
 * Whether a block is signed, from three witnesses that fail in different ways: the network that is asked about this block, the
 * network that looks for signatures anywhere, and the ink measured in the zone (which print left unread can imitate). The first
 * decides when it is sure; what it half sees has to be confirmed by another one. What it does not see at all is unsigned when
 * no other witness speaks, also under a stamp: alone it is never a signature. All between goes to a person.
 * @param leastInStamp what it takes where the stamp's own drawing is (`stamp-drawing.ts`)
 */
export function isSigned(evidence: InkEvidence, mark: MarkEvidence, own: Seen, leastInStamp = 0): boolean | null {
  const needed = mark.isInStamp ? detector.inStamp : detector.outside;
  const least = hasInk(evidence) ? block.withInk : mark.score >= needed.confirms ? block.withMark : block.alone;
  const isSeenByNobodyElse = mark.score < detector.inStamp.doubtful;
  if (own.score >= (isSeenByNobodyElse ? Math.max(least, leastInStamp) : least)) return true;
  const isSuspected = own.score >= block.doubtful || mark.score >= needed.doubtful;
  return isSuspected || hasTrace(evidence) ? null : false;
}

function hasTrace({ scores }: InkEvidence): boolean {
  return Math.max(...Object.values(scores)) >= limits.doubtful;
}

function hasInk({ scores }: InkEvidence): boolean {
  return Math.max(scores.colour, scores.inside) >= limits.signed || scores.black >= limits.signedBlack;
}

/** The values an answer rests on, as they are told to people and kept. */
export function measuredOf({ scores, isStamped }: InkEvidence, mark: MarkEvidence, own: Seen): Record<string, string> {
  return {
    colour: scores.colour.toFixed(2),
    black: scores.black.toFixed(2),
    inside: scores.inside.toFixed(2),
    pale: scores.pale.toFixed(2),
    mark: mark.score.toFixed(2),
    own: own.score.toFixed(2),
    under: mark.isInStamp ? 'stamp' : isStamped ? 'beside' : 'none',
  };
}
