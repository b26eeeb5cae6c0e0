import type { MarkEvidence } from '../marks/mark-at-block.js';
import { detector, ink as limits } from '../thresholds.js';
import type { InkEvidence } from './signature.js';

/**
 * Whether a block is signed, from two witnesses that fail in different ways: the ink measured in its zone (which print left
 * unread can imitate) and the network (which a date or a note by hand can deceive). Where they agree the answer is sure; where
 * one is strong and the other silent a person looks, as where a stamp lies over the place: it hides thin ink of its own colour,
 * and alone it is never a signature.
 */
export function isSigned(evidence: InkEvidence, mark: MarkEvidence): boolean | null {
  const needed = mark.isInStamp ? detector.inStamp : detector.outside;
  if (evidence.scores.inside >= limits.insideAlone || mark.score >= needed.alone || agree(evidence, mark.score, needed)) return true;
  const hasTrace = Math.max(...Object.values(evidence.scores)) >= limits.doubtful;
  return hasTrace || mark.score >= needed.doubtful || evidence.isStamped ? null : false;
}

function agree({ scores }: InkEvidence, seen: number, needed: { readonly withInk: number; readonly withTrace: number }): boolean {
  const hasInk = Math.max(scores.colour, scores.inside) >= limits.signed || scores.black >= limits.signedBlack;
  const hasTrace = scores.pale >= limits.signed;
  return (hasInk && seen >= needed.withInk) || (hasTrace && seen >= needed.withTrace);
}

/** The values an answer rests on, as they are told to people and kept. */
export function measuredOf({ scores, isStamped }: InkEvidence, mark: MarkEvidence): Record<string, string> {
  return {
    colour: scores.colour.toFixed(2),
    black: scores.black.toFixed(2),
    inside: scores.inside.toFixed(2),
    pale: scores.pale.toFixed(2),
    mark: mark.score.toFixed(2),
    under: mark.isInStamp ? 'stamp' : isStamped ? 'beside' : 'none',
  };
}
