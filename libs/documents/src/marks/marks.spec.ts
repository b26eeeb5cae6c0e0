import type { Box } from '../document.js';
import type { Circle } from '../ink/stamps.js';
import { markAt } from './mark-at-block.js';
import { plausible } from './plausible.js';
import type { Mark, MarkKind } from './mark.js';
import { signaturesOf } from './signatures-on-page.js';
import { stampsOf } from './stamps-on-page.js';

const mm = 6;
const mark = (kind: MarkKind, score: number, box: Box): Mark => ({ kind, score, box });
const disc: Box = [300, 300, 540, 540];
const stamp = mark('stamp', 0.9, disc);
const scores = (marks: readonly Mark[]) => signaturesOf(marks).map(({ score }) => score);

describe('signatures of a page', () => {
  it('asks less under a stamp, where ink is hard to see', () => {
    const inside = mark('signature', 0.25, [310, 350, 500, 420]);
    const outside = mark('signature', 0.25, [10, 10, 200, 80]);
    expect(signaturesOf([stamp, inside, outside])).toEqual([inside]);
  });

  it('asks more on a page with many weak places: tiny print', () => {
    const weak = Array.from({ length: 5 }, (_, row) => mark('signature', 0.42, [10, 100 * row, 90, 100 * row + 40]));
    expect(scores(weak.slice(0, 4))).toHaveLength(4);
    expect(scores([...weak, mark('signature', 0.6, [400, 700, 600, 780])])).toEqual([0.6]);
  });
});

describe('signatures and codes that cannot be any', () => {
  const page = { width: 1000, height: 1400 };
  const kept = (marks: readonly Mark[]) => plausible(marks, page).filter(({ kind }) => kind !== 'stamp').length;

  it.each([
    ['the emblem in the head of a letter', mark('signature', 0.6, [470, 60, 530, 120]), [], 0],
    ['the emblem taken for a code', mark('qr', 0.6, [470, 60, 530, 120]), [], 0],
    ['a code at the foot', mark('qr', 0.6, [470, 1300, 530, 1360]), [], 1],
    ['a signature in the upper right', mark('signature', 0.6, [700, 60, 850, 120]), [], 1],
    ['the drawing in a round stamp', mark('signature', 0.3, [310, 310, 530, 530]), [stamp], 0],
    ['a signature that fills a round stamp', mark('signature', 0.5, [310, 310, 530, 530]), [stamp], 1],
    ['a number written into an incoming stamp', mark('signature', 0.25, [120, 110, 250, 140]), [mark('stamp', 0.8, [100, 100, 400, 200])], 0],
  ])('%s', (_, found, others, count) => {
    expect(kept([found, ...others])).toBe(count);
  });
});

describe('the signature at a block', () => {
  const zone: Box = [100, 100, 400, 200];

  it('is the strongest that lies in the zone for a good part', () => {
    const beside = mark('signature', 0.9, [380, 100, 600, 200]);
    const inside = mark('signature', 0.5, [150, 90, 350, 180]);
    expect(markAt(zone, [beside, inside])).toEqual({ score: 0.5, box: inside.box, isInStamp: false });
  });

  it('is nothing where only a stamp lies', () => {
    expect(markAt(zone, [mark('stamp', 0.9, [100, 60, 300, 260])])).toEqual({ score: 0, box: null, isInStamp: false });
  });
});

describe('stamps of a page', () => {
  const circle = (score: number, ink: Circle['ink'] = 'colour'): Circle => ({ x: 421, y: 419, radius: 118, score, ink });
  const none = { stamps: [], weak: [] };
  const round = () => 1;

  it('takes the geometry of the circle search where both met the same stamp', () => {
    expect(stampsOf([stamp], { stamps: [circle(0.5)], weak: [] }, mm, round)).toEqual({ stamps: [circle(0.5)], weak: [] });
  });

  it('knows a pale stamp by the network alone', () => {
    expect(stampsOf([stamp], none, mm, round).stamps).toEqual([{ x: 420, y: 420, radius: 120, score: 0.9, ink: 'black' }]);
  });

  it('takes what is long or small for no round stamp', () => {
    const long = mark('stamp', 0.9, [100, 100, 500, 200]);
    const small = mark('stamp', 0.9, [100, 100, 150, 150]);
    expect(stampsOf([long, small], none, mm, round).stamps).toEqual([]);
  });

  it('keeps a circle that the network knows nothing of as a weak one, unless it is very clear', () => {
    expect(stampsOf([], { stamps: [circle(0.45)], weak: [] }, mm, round)).toEqual({ stamps: [], weak: [circle(0.45)] });
    expect(stampsOf([], { stamps: [circle(0.6)], weak: [] }, mm, round)).toEqual({ stamps: [circle(0.6)], weak: [] });
  });

  it('tells stamps of another form by the ring they do not have', () => {
    expect(stampsOf([stamp], none, mm, () => 0.2)).toEqual(none);
    expect(stampsOf([stamp], none, mm, () => 0.33).weak).toHaveLength(1);
  });

  it('takes one as pale as what shows through thin paper for a weak one', () => {
    const ghost = stampsOf([stamp], none, mm, (_, depth) => (depth < 15 ? 0.8 : 0.2));
    expect([ghost.stamps, ghost.weak.length]).toEqual([[], 1]);
  });
});
