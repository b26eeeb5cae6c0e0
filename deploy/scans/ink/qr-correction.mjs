// Reed-Solomon correction over bytes, polynomial 0x11d.

/**
 * @param {number} x
 * @param {number} y
 */
function multiplied(x, y) {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((y >>> i) & 1) * x);
  return product;
}

/**
 * Coefficients of the polynomial that makes so many correction bytes.
 * @param {number} degree
 */
export function generatorOf(degree) {
  const result = new Uint8Array(degree);
  result[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i += 1, root = multiplied(root, 2)) {
    for (let j = 0; j < degree; j += 1) result[j] = multiplied(result[j] ?? 0, root) ^ (result[j + 1] ?? 0);
  }
  return result;
}

/**
 * The correction bytes of a block.
 * @param {Uint8Array} data
 * @param {Uint8Array} generator
 */
export function remainder(data, generator) {
  const result = new Uint8Array(generator.length);
  for (const byte of data) {
    const factor = byte ^ (result[0] ?? 0);
    result.copyWithin(0, 1);
    result[result.length - 1] = 0;
    for (let i = 0; i < result.length; i += 1) result[i] = (result[i] ?? 0) ^ multiplied(generator[i] ?? 0, factor);
  }
  return result;
}
