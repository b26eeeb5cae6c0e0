import { isSigned, measuredOf } from './is-signed.js';
import type { InkEvidence } from './signature.js';

function ink(scores: Partial<InkEvidence['scores']> = {}): InkEvidence {
  return { score: 0, source: null, box: null, isStamped: false, scores: { colour: 0, black: 0, inside: 0, pale: 0, ...scores } };
}

const seen = (score: number, isInStamp = false) => ({ score, box: null, isInStamp });

describe('whether a block is signed', () => {
  it.each([
    ['ink and network agree', ink({ colour: 20 }), seen(0.6), true],
    ['black ink and network agree', ink({ black: 12 }), seen(0.5), true],
    ['ink in a stamp and network agree', ink({ inside: 9 }), seen(0.3, true), true],
    ['ink in a stamp, much darker than the stamp', ink({ inside: 9 }), seen(0), true],
    ['a pale signature that only the network sees', ink(), seen(0.7), true],
    ['a pencil that the network takes for a signature', ink({ pale: 2 }), seen(0.45), true],
    ['ink that the network does not take for a signature', ink({ colour: 20 }), seen(0), null],
    ['print that was not read', ink({ black: 2 }), seen(0), null],
    ['a weak find without ink', ink(), seen(0.4), null],
    ['a weak find in a stamp without ink', ink(), seen(0.25, true), null],
    ['nothing', ink(), seen(0), false],
    ['a stamp alone', { ...ink(), isStamped: true }, seen(0), null],
  ])('%s', (_, evidence, mark, answer) => {
    expect(isSigned(evidence, mark)).toBe(answer);
  });

  it('tells what it rests on', () => {
    expect(measuredOf(ink({ colour: 1.234 }), seen(0.5, true))).toEqual({
      colour: '1.23', black: '0.00', inside: '0.00', pale: '0.00', mark: '0.50', under: 'stamp',
    });
  });
});
