import { invert, mapBox, multiply, skewedBy, turnedBy, type Homography } from './geometry.js';

describe('maps between the straightened page and the page as shown', () => {
  it.each([
    ['a skew', skewedBy(3, 1240, 1754)],
    ['a turn', turnedBy(90, 1754, 1240)],
    ['a perspective', [1.1, 0.02, -4, 0.03, 0.97, 8, 1e-5, 2e-5, 1] as Homography],
  ])('%s is undone by its inverse', (_, map) => {
    const back = mapBox(multiply(invert(map), map), [100, 200, 300, 260]);
    back.forEach((side, index) => expect(side).toBeCloseTo([100, 200, 300, 260][index]!, 6));
  });
});
