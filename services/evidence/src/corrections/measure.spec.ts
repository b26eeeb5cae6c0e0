import { measure } from './measure.js';

const example = (field: string, rest: object = {}) => ({ field, role: null, machineValue: 'x', value: 'x', isConfirmation: true, confidence: null, ...rest });

describe('measuring the machine by the answers of people', () => {
  it('counts by field, kind of mark and confidence', () => {
    const wrong = { value: 'y', isConfirmation: false };
    expect(
      measure([
        example('number'),
        example('number', wrong),
        example('number', { ...wrong, machineValue: null }),
        example('signed.1', { confidence: 0.95 }),
        example('mark.0', { role: 'stamp' }),
        example('mark.3', { role: 'signature', confidence: 0.3, ...wrong }),
      ]),
    ).toEqual([
      'field\texamples\tright\tshare\tleft open',
      'mark signature ≥ 0.25\t1\t0\t0.000\t0',
      'mark stamp\t1\t1\t1.000\t0',
      'number\t3\t1\t0.333\t1',
      'signed ≥ 0.9\t1\t1\t1.000\t0',
    ]);
  });
});
