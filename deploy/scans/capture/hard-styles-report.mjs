import { lampLight, onDesk, screenGrid } from './camera-steps.mjs';
import { lostLines, specks, spreadInk } from './machine-steps.mjs';
import { blur, fade, grey, jpeg, noise, otsuThreshold, resolution, skew, threshold, tone } from './steps.mjs';

/** @typedef {import('./capture.mjs').Style} Style */

/** Cameras, copies of copies, and what cannot be read. @type {Style[]} */
export const HARD_REPORT_STYLES = [
  {
    name: 'bilevel-lost-strokes',
    quality: 'bad',
    leastInk: 0,
    store: null,
    steps: [
      grey,
      skew([0, 1.2]),
      fade([0.46, 0.54]),
      resolution([150]),
      noise([12, 20]),
      blur([0.5, 0.8]),
      threshold([152, 162], [4, 9]),
    ],
  },
  {
    name: 'fax-coarse',
    quality: 'usual',
    leastInk: 78,
    store: null,
    steps: [
      grey,
      skew([0.2, 1.2]),
      resolution([204, 98]),
      otsuThreshold([-10, 15]),
      lostLines([2, 8]),
      resolution([200, 400], 'nearest'),
    ],
  },
  {
    name: 'out-of-focus',
    quality: 'bad',
    leastInk: 0,
    store: [25, 45],
    steps: [skew([0, 1.6]), blur([4.3, 5.4]), resolution([110]), fade([0.35, 0.6]), noise([3, 8])],
  },
  {
    name: 'burnt-copy',
    quality: 'bad',
    leastInk: 0,
    store: [30, 50],
    steps: [
      grey,
      skew([0.4, 2]),
      blur([2.8, 3.6]),
      threshold([218, 232], [20, 30]),
      spreadInk(1),
      specks([600, 1600], [1, 4]),
      resolution([110]),
      noise([6, 12]),
    ],
  },
  {
    name: 'handset-table',
    quality: 'usual',
    leastInk: 45,
    store: [62, 84],
    steps: [
      onDesk({
        margin: [0.02, 0.14],
        tilt: [0.015, 0.06],
        turn: [-3.5, 3.5],
        desks: [
          [60, 90, 84],
          [170, 140, 112],
          [40, 40, 46],
        ],
        share: [1, 1.1],
      }),
      lampLight({ side: [0.15, 0.4], corners: [0.15, 0.4], shadow: [0.25, 0.45], shadowChance: 0.5 }),
      blur([0.4, 0.9]),
      tone({
        contrast: [0.9, 1.1],
        brightness: [-8, 8],
        paper: [
          [0.88, 0.98],
          [0.94, 1.02],
          [0.94, 1.06],
        ],
      }),
      noise([2, 6], { coloured: true }),
    ],
  },
  {
    name: 'handset-night',
    quality: 'bad',
    leastInk: 0,
    store: [16, 30],
    steps: [
      onDesk({
        margin: [0.04, 0.16],
        tilt: [0.03, 0.09],
        turn: [-7, 7],
        desks: [
          [44, 34, 30],
          [84, 70, 60],
        ],
        share: [0.45, 0.56],
      }),
      lampLight({ side: [0.45, 0.7], corners: [0.4, 0.7], shadow: [0.45, 0.65], shadowChance: 0.8 }),
      blur([1.3, 2]),
      tone({
        contrast: [0.4, 0.6],
        brightness: [-48, -26],
        paper: [
          [1, 1.06],
          [0.88, 0.95],
          [0.64, 0.82],
        ],
      }),
      noise([10, 18], { coloured: true }),
    ],
  },
  {
    name: 'monitor-photo',
    quality: 'usual',
    leastInk: 45,
    store: [45, 70],
    steps: [
      screenGrid({ pitch: [2.4, 3.1], depth: [0.1, 0.22], waves: [0.02, 0.06] }),
      onDesk({
        margin: [0.005, 0.04],
        tilt: [0.015, 0.05],
        turn: [-3, 3],
        desks: [
          [24, 26, 34],
          [50, 50, 52],
        ],
        share: [0.85, 0.95],
      }),
      lampLight({ side: [0.1, 0.3], corners: [0.15, 0.45], shadow: [0.1, 0.3], shadowChance: 0.3 }),
      blur([0.5, 0.9]),
      tone({
        contrast: [0.85, 1],
        brightness: [-10, 2],
        paper: [
          [0.84, 0.92],
          [0.92, 0.98],
          [1, 1.1],
        ],
      }),
      noise([3, 7], { coloured: true }),
    ],
  },
  {
    name: 'copy-of-copy',
    quality: 'usual',
    leastInk: 75,
    store: [45, 70],
    steps: [
      skew([0.3, 1.8]),
      grey,
      blur([0.8, 1.2]),
      otsuThreshold([-15, 20]),
      jpeg([40, 60]),
      spreadInk(0.35),
      specks([100, 500], [1, 2]),
      resolution([160]),
      blur([0.5, 0.8]),
      noise([3, 8]),
    ],
  },
];
