import { toned } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./steps.mjs').Range} Range */
/** @typedef {import('./picture.mjs').Picture} Picture */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * Lines along the way of the paper, from dirt on the glass.
 * @param {Range} count
 * @param {Range} strength negative is dark
 * @returns {Step}
 */
export function streaks(count, strength) {
  return toned((picture, random) => {
    const data = new Uint8Array(picture.data);
    for (let i = random.integer(...count); i > 0; i -= 1)
      drawStreak({ ...picture, data }, random, random.real(...strength));
    return { ...picture, data };
  });
}

/**
 * @param {Picture} picture changed
 * @param {Random} random
 * @param {number} strength
 */
function drawStreak({ width, height, channels, data }, random, strength) {
  const left = random.integer(4, width - 5);
  const [wide, from, to] = [
    random.integer(1, 3),
    random.chance(0.6) ? 0 : random.real(0, 0.6),
    random.chance(0.6) ? 1 : random.real(0.6, 1),
  ];
  for (let y = Math.floor(from * height); y < to * height; y += 1) {
    const shift = strength * random.real(0.5, 1);
    for (let at = (y * width + left) * channels; at < (y * width + left + wide) * channels; at += 1)
      data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + shift));
  }
}

/**
 * Dust: dark and light specks.
 * @param {Range} count
 * @param {Range} size
 * @returns {Step}
 */
export function specks(count, size) {
  return toned((picture, random) => {
    const { width, height, channels } = picture;
    const data = new Uint8Array(picture.data);
    for (let i = random.integer(...count); i > 0; i -= 1) {
      const [x, y, wide, dark] = [
        random.integer(0, width - 9),
        random.integer(0, height - 9),
        random.integer(...size),
        random.chance(0.8),
      ];
      for (let dy = 0; dy < wide; dy += 1)
        for (let at = ((y + dy) * width + x) * channels; at < ((y + dy) * width + x + wide) * channels; at += 1)
          data[at] = dark ? 40 : 250;
    }
    return { ...picture, data };
  });
}

/**
 * The other side of the sheet shines through: the page itself, mirrored.
 * @param {Range} strength
 * @returns {Step}
 */
export function bleedThrough(strength) {
  return toned((picture, random) => {
    const { width, height, channels, data } = picture;
    const result = new Uint8Array(data.length);
    const [share, down] = [Math.round(random.real(...strength) * 256), random.integer(20, Math.floor(height / 4))];
    for (let y = 0, at = 0; y < height; y += 1) {
      const row = ((y + down) % height) * width;
      for (let x = 0; x < width; x += 1) {
        const behind = (row + width - 1 - x) * channels;
        for (let k = 0; k < channels; k += 1, at += 1)
          result[at] = ((data[at] ?? 0) * (65280 - share * (255 - (data[behind + k] ?? 255)))) / 65280;
      }
    }
    return { ...picture, data: result };
  });
}

/**
 * The lid was open: black around the page.
 * @param {Range} width share of the page
 * @returns {Step}
 */
export function darkEdges(width) {
  return toned((picture, random) => {
    const data = new Uint8Array(picture.data);
    const { width: w, height: h, channels } = picture;
    const [left, right, top] = [
      random.real(...width),
      random.chance(0.5) ? random.real(...width) : 0,
      random.chance(0.5) ? random.real(...width) : 0,
    ];
    const lean = random.real(-0.01, 0.01);
    for (let y = 0, at = 0; y < h; y += 1) {
      for (let x = 0; x < w; x += 1, at += channels) {
        const bent = lean * (y / h - 0.5);
        if (x < (left + bent) * w || x > (1 - right + bent) * w || y < top * w)
          data.fill(random.integer(10, 40), at, at + channels);
      }
    }
    return { ...picture, data };
  });
}

/**
 * Lines lost on the telephone line: white, or the one above again.
 * @param {Range} count
 * @returns {Step}
 */
export function lostLines(count) {
  return toned((picture, random) => {
    const { width, height, channels } = picture;
    const data = new Uint8Array(picture.data);
    const row = width * channels;
    for (let i = random.integer(...count); i > 0; i -= 1) {
      const y = random.integer(1, height - 6);
      for (let j = random.integer(1, 4); j > 0; j -= 1) {
        if (random.chance(0.5)) data.fill(255, (y + j) * row, (y + j + 1) * row);
        else data.copyWithin((y + j) * row, y * row, (y + 1) * row);
      }
    }
    return { ...picture, data };
  });
}

/**
 * Ink spread or thinned by a copier: the darkest or lightest of four neighbours.
 * @param {number} chanceOfSpread
 * @returns {Step}
 */
export function spreadInk(chanceOfSpread) {
  return toned((picture, random) => {
    const { width, channels, data } = picture;
    const pick = random.chance(chanceOfSpread) ? Math.min : Math.max;
    const result = new Uint8Array(data.length);
    const row = width * channels;
    for (let at = 0; at < data.length; at += 1) {
      const value = data[at] ?? 255;
      result[at] = pick(value, data[at + channels] ?? value, data[at + row] ?? value);
    }
    return { ...picture, data: result };
  });
}

/**
 * One to three folds of the sheet, each with a dark and a light side.
 * @param {Range} depth
 * @returns {Step}
 */
export function crease(depth) {
  return toned((picture, random) => {
    const folded = { ...picture, data: new Uint8Array(picture.data) };
    for (let i = random.integer(1, 3); i > 0; i -= 1) drawFold(folded, random, random.real(...depth));
    return folded;
  });
}

/**
 * @param {Picture} picture changed
 * @param {Random} random
 * @param {number} deep
 */
function drawFold({ width, height, channels, data }, random, deep) {
  const across = random.chance(0.6);
  const [long, deepest] = across ? [width, height] : [height, width];
  const [at, lean] = [random.pick([1 / 3, 1 / 2, 2 / 3]) + random.real(-0.03, 0.03), random.real(-0.02, 0.02)];
  const wide = random.real(0.0015, 0.006) * deepest;
  const side = random.chance(0.5) ? 1 : -1;
  for (let along = 0; along < long; along += 1) {
    const middle = (at + lean * (along / long - 0.5)) * deepest;
    for (
      let over = Math.max(0, Math.floor(middle - 5 * wide));
      over < Math.min(deepest, middle + 5 * wide);
      over += 1
    ) {
      const away = ((over - middle) / wide) * side;
      const light = 1 - deep * Math.exp(-away * away) - (away > 0 ? deep * 0.25 * Math.exp(-away / 2) : 0);
      const pixel = (across ? over * width + along : along * width + over) * channels;
      for (let k = 0; k < channels; k += 1) data[pixel + k] = (data[pixel + k] ?? 0) * light;
    }
  }
}
