import { nothingFound, type BlockFacts } from './facts.js';
import { parseName } from './fields/names.js';
import { toCheck } from './to-check.js';

const box = [0.1, 0.7, 0.9, 0.75] as const;

function block(text: string): BlockFacts {
  const name = parseName(text);
  return {
    role: 'end', page: 1, box, position: 'Аким города', name, names: [name], nameText: text, signed: true, inkBox: box,
    inkSource: 'colour', measured: {}, isStamped: false, slashBox: null, isDigital: false,
  };
}

describe('the name of who signed', () => {
  it.each([
    ['Н.К. Нұрсултан', 'Н.К. Нұрсұлтан', 'the register knows the spelling'],
    ['Н.К. Петренко', 'Н.К. Петренко', 'somebody else'],
  ])('%s is told as %s: %s', (printed, told) => {
    const signatories = [{ name: 'Н.К. Нұрсұлтан', position: 'Аким города', role: 'head' as const }];
    const expectation = { kinds: [], approval: 'none' as const, stamp: 'optional' as const, signatories };
    const check = toCheck({ ...nothingFound, expectation, ends: [block(printed)] }, [], {});
    expect(check.signatures[0]?.name).toBe(told);
  });
});
