import { isSigned, measuredOf } from './is-signed.js';
import type { InkEvidence } from './signature.js';
import { leastInStamp } from './stamp-drawing.js';

function ink(scores: Partial<InkEvidence['scores']> = {}): InkEvidence {
  return { score: 0, source: null, box: null, isStamped: false, scores: { colour: 0, black: 0, inside: 0, pale: 0, ...scores } };
}

const seen = (score: number, isInStamp = false) => ({ score, box: null, isInStamp });

const asked = (score: number) => ({ score, box: null });

describe('whether a block is signed', () => {
  it.each([
    ['the network asked about the block is sure', ink(), seen(0), asked(0.9), true],
    ['it half sees what coloured ink confirms', ink({ colour: 20 }), seen(0), asked(0.44), true],
    ['it half sees what black ink confirms', ink({ black: 12 }), seen(0), asked(0.44), true],
    ['it half sees what darker ink in a stamp confirms', ink({ inside: 9 }), seen(0), asked(0.44), true],
    ['it nearly sees what the other network confirms', ink(), seen(0.4), asked(0.47), true],
    ['both networks half see what has no ink', ink(), seen(0.4), asked(0.4), null],
    ['it half sees what nothing confirms', ink(), seen(0), asked(0.44), null],
    ['it half sees, and print that was not read is no witness', ink({ black: 2 }), seen(0), asked(0.44), null],
    ['ink that it does not take for the block’s signature', ink({ colour: 20 }), seen(0), asked(0), null],
    ['a find of the other network that it does not take for the block’s', ink(), seen(0.7), asked(0), null],
    ['nothing', ink(), seen(0), asked(0), false],
    ['a stamp alone', { ...ink(), isStamped: true }, seen(0), asked(0.02), false],
    ['a stamp under which it suspects something', { ...ink(), isStamped: true }, seen(0), asked(0.2), null],
  ])('%s', (_, evidence, mark, own, answer) => {
    expect(isSigned(evidence, mark, own)).toBe(answer);
  });

  it.each([
    ['the emblem of a stamp that no other network sees', [380, 380, 420, 420], seen(0), asked(0.7), null],
    ['what is as wide as a signature in the middle of a stamp', [340, 380, 460, 420], seen(0), asked(0.7), true],
    ['a small signature there that the other network sees', [380, 380, 420, 420], seen(0.3, true), asked(0.7), true],
    ['a signature at the edge of a stamp', [480, 480, 520, 520], seen(0), asked(0.7), true],
  ] as const)('%s', (_, box, mark, own, answer) => {
    const circles = [{ x: 400, y: 400, radius: 118, score: 0.6, ink: 'black' as const }];
    expect(isSigned(ink(), mark, own, leastInStamp(box, circles))).toBe(answer);
  });

  it('tells what it rests on', () => {
    expect(measuredOf(ink({ colour: 1.234 }), seen(0.5, true), asked(0.25))).toEqual({
      colour: '1.23', black: '0.00', inside: '0.00', pale: '0.00', mark: '0.50', own: '0.25', under: 'stamp',
    });
  });
});
