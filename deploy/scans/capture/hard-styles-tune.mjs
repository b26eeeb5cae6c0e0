import { lampLight, onDesk, screenGrid } from './camera-steps.mjs';
import { lostLines, specks, spreadInk } from './machine-steps.mjs';
import { blur, fade, grey, noise, resolution, skew, spine, threshold, tone } from './steps.mjs';

/** @typedef {import('./capture.mjs').Style} Style */

/** Cameras, copies of copies, and what cannot be read. @type {Style[]} */
export const HARD_TUNE_STYLES = [
  {
    name: 'fax-fine',
    quality: 'usual',
    leastInk: 118,
    store: null,
    steps: [
      grey,
      skew([0.2, 1.2]),
      resolution([204, 196]),
      blur([0.6, 0.9]),
      threshold([135, 165], [6, 14]),
      lostLines([2, 10]),
    ],
  },
  {
    name: 'blurred-pale',
    quality: 'bad',
    leastInk: 0,
    store: [28, 45],
    steps: [
      grey,
      skew([0.5, 3], [255, 240]),
      spine({ darkest: [0.8, 0.95], width: [0.2, 0.5] }),
      blur([4, 4.8]),
      fade([0.25, 0.42]),
      resolution([100]),
      noise([3, 7]),
    ],
  },
  {
    name: 'lost-print',
    quality: 'bad',
    leastInk: 0,
    store: null,
    steps: [
      grey,
      skew([0.3, 1.6]),
      fade([0.52, 0.64]),
      resolution([130]),
      noise([10, 18]),
      threshold([140, 150], [6, 12]),
    ],
  },
  {
    name: 'fax-broken',
    quality: 'bad',
    leastInk: 0,
    store: null,
    steps: [
      grey,
      skew([0.4, 1.8]),
      blur([1.2, 1.8]),
      resolution([102, 98]),
      noise([20, 30]),
      threshold([140, 170], [14, 24]),
      lostLines([30, 70]),
      resolution([200], 'nearest'),
    ],
  },
  {
    name: 'phone-desk',
    quality: 'usual',
    leastInk: 48,
    store: [60, 80],
    steps: [
      onDesk({
        margin: [0.03, 0.12],
        tilt: [0.01, 0.05],
        turn: [-3, 3],
        desks: [
          [120, 84, 54],
          [70, 60, 56],
          [150, 120, 90],
        ],
        share: [0.95, 1.05],
      }),
      lampLight({ side: [0.1, 0.35], corners: [0.1, 0.35], shadow: [0.2, 0.4], shadowChance: 0.4 }),
      blur([0.4, 0.8]),
      tone({
        contrast: [0.9, 1.05],
        brightness: [-6, 6],
        paper: [
          [0.92, 1.04],
          [0.94, 1],
          [0.82, 1],
        ],
      }),
      noise([3, 7], { coloured: true }),
    ],
  },
  {
    name: 'phone-dim',
    quality: 'bad',
    leastInk: 0,
    store: [18, 32],
    steps: [
      onDesk({
        margin: [0.05, 0.14],
        tilt: [0.02, 0.08],
        turn: [-6, 6],
        desks: [
          [60, 50, 44],
          [90, 90, 96],
        ],
        share: [0.5, 0.6],
      }),
      lampLight({ side: [0.4, 0.65], corners: [0.3, 0.6], shadow: [0.4, 0.6], shadowChance: 0.8 }),
      blur([1.5, 2.1]),
      tone({
        contrast: [0.45, 0.65],
        brightness: [-40, -20],
        paper: [
          [0.98, 1.04],
          [0.9, 0.96],
          [0.7, 0.86],
        ],
      }),
      noise([9, 15], { coloured: true }),
    ],
  },
  {
    name: 'screen-photo',
    quality: 'usual',
    leastInk: 50,
    store: [50, 75],
    steps: [
      screenGrid({ pitch: [3.1, 4.2], depth: [0.06, 0.16], waves: [0.015, 0.045] }),
      onDesk({
        margin: [0.01, 0.03],
        tilt: [0.01, 0.04],
        turn: [-2, 2],
        desks: [
          [30, 30, 34],
          [16, 16, 18],
        ],
        share: [0.9, 1],
      }),
      lampLight({ side: [0.05, 0.25], corners: [0.1, 0.4], shadow: [0.1, 0.2], shadowChance: 0.2 }),
      blur([0.5, 0.8]),
      tone({
        contrast: [0.9, 1.05],
        brightness: [-6, 4],
        paper: [
          [0.86, 0.94],
          [0.94, 1],
          [1, 1.08],
        ],
      }),
      noise([3, 6], { coloured: true }),
    ],
  },
  {
    name: 'second-copy',
    quality: 'usual',
    leastInk: 110,
    store: [50, 75],
    steps: [
      grey,
      skew([0.3, 1.6]),
      blur([0.7, 1]),
      threshold([168, 195], [6, 12]),
      spreadInk(0.6),
      specks([80, 400], [1, 3]),
      blur([0.6, 0.9]),
      noise([3, 7]),
      resolution([150]),
    ],
  },
];
