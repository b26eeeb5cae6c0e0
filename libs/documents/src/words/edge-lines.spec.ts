import type { LayerCharacter } from '../pages/pdfium.js';
import { partEdgeLines } from './edge-lines.js';

const level = (text: string, x: number, y: number): LayerCharacter[] => Array.from(text, (letter, at) => ({ text: letter, box: [x + at * 0.01, y, x + at * 0.01 + 0.009, y + 0.01] }));
const turned = (text: string, x: number, y: number): LayerCharacter[] => Array.from(text, (letter, at) => ({ text: letter, box: letter === ' ' ? [1, y, 1, y] : [x, y - at * 0.005, x + 0.008, y - at * 0.005 + 0.004] }));

describe('lines along the side edges of a page with text', () => {
  const [first, second, edge] = [level('ПРИКАЗ', 0.4, 0.1), level('О мерах', 0.15, 0.2), turned('Копия электронного документа', 0.02, 0.7)];

  it('are taken out of its rows, with their text and place', () => {
    const { body, edgeLines } = partEdgeLines([...first, ...edge, ...second]);
    expect(body).toEqual([...first, ...second]);
    expect(edgeLines).toEqual([{ text: 'Копия электронного документа', box: [0.02, expect.closeTo(0.565), expect.closeTo(0.028), expect.closeTo(0.704)] }]);
  });

  it.each([
    ['numbers of rows, apart', Array.from({ length: 15 }, (_, row) => level('1', 0.05, 0.1 + 0.03 * row)).flat()],
    ['a few letters', turned('Копия', 0.02, 0.7)],
    ['turned print in the middle', turned('Копия электронного документа', 0.5, 0.7)],
  ])('are not %s', (_, characters) => {
    expect(partEdgeLines([...first, ...characters]).edgeLines).toEqual([]);
  });
});
